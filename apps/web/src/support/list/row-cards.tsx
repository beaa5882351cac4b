import { Link } from '../../ui/link.tsx';
import { RowAccount, RowBadge, RowDiagnosis, RowNext, RowPerson, RowSince } from './row-parts.tsx';
import { personAddress, rowKey } from './rows.ts';
import type { RowsProps } from './rows-table.tsx';

/** The list where there is no room for columns. */
export function RowCards({ rows, onOpen }: RowsProps) {
  return (
    <ul className="support-cards">
      {rows.map((row) => (
        <li key={rowKey(row)} className="card support-card">
          <Link
            className="row-link"
            href={personAddress(row)}
            data-row={rowKey(row)}
            onClick={() => onOpen(rowKey(row))}
          >
            <RowPerson row={row} />
          </Link>
          <span className="quiet-text small support-card-since">
            <RowSince since={row.since} />
          </span>
          <p className="support-card-why">
            <RowDiagnosis row={row} />
          </p>
          <p className="small support-card-account">
            <RowAccount row={row} />
          </p>
          <p className="support-card-end">
            <RowBadge row={row} />
            <RowNext row={row} />
          </p>
        </li>
      ))}
    </ul>
  );
}
