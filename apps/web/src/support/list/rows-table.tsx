import type { SupportRow } from '@botize/contract';
import { ChevronRight } from 'lucide-react';
import { Link } from '../../ui/link.tsx';
import { useSupportCopy } from '../support-copy.tsx';
import { RowAccount, RowBadge, RowDiagnosis, RowNext, RowPerson, RowSince } from './row-parts.tsx';
import { personAddress, rowKey } from './rows.ts';

export interface RowsProps {
  rows: SupportRow[];
  onOpen: (key: string) => void;
}

/** The list where there is room for columns. The whole row leads to the person. */
export function RowsTable({ rows, onOpen }: RowsProps) {
  const { list: copy } = useSupportCopy();
  return (
    <table className="card support-table">
      <caption className="unseen">{copy.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{copy.columns.person}</th>
          <th scope="col">{copy.columns.account}</th>
          <th scope="col" colSpan={2}>
            {copy.columns.why}
          </th>
          <th scope="col">{copy.columns.since}</th>
          <th scope="col">{copy.columns.next}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            <th scope="row">
              <Link
                className="row-link"
                href={personAddress(row)}
                data-row={rowKey(row)}
                onClick={() => onOpen(rowKey(row))}
              >
                <RowPerson row={row} />
              </Link>
            </th>
            <td>
              <RowAccount row={row} />
            </td>
            <td>
              <RowBadge row={row} />
            </td>
            <td className="row-why">
              <RowDiagnosis row={row} />
            </td>
            <td className="quiet-text">
              <RowSince since={row.since} />
            </td>
            <td>
              <span className="row-end">
                <RowNext row={row} />
                <ChevronRight className="mirrored" />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
