import type { StaffLook, StaffLookList } from '@botize/contract';
import { ArrowRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useSearch } from 'wouter/use-browser-location';
import { failureOf, type Failure } from '../../api/problem.ts';
import { listLooks } from '../../api/support.ts';
import { FailureNotice } from '../../connect/failure-notice.tsx';
import { useCopy, useLaterCopy } from '../../copy/copy-context.tsx';
import { useMoment } from '../../copy/use-moment.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { Page, usePageTitle } from '../../ui/page.tsx';
import { useNarrow } from '../../ui/use-media.ts';
import { useSupportCopy } from '../support-copy.tsx';
import { SupportHeader } from '../support-header.tsx';
import './looks.css';

const address = '/support/looks';

/** What this member of staff searched for, looked at and did. */
export function LooksPage() {
  const { shell } = useCopy();
  const { looks: copy } = useSupportCopy();
  const cursor = new URLSearchParams(useSearch()).get('cursor');
  const { list, failure } = useLooks(cursor);
  usePageTitle(copy.title);
  return (
    <Page header={<SupportHeader current="looks" />} reference={failure?.requestId ?? null}>
      <main id="content" className="container looks">
        <h1>{copy.title}</h1>
        <p className="lead">{copy.lead}</p>
        <FailureNotice failure={failure} />
        {list === null && failure === null ? (
          <div className="card card-body skeleton" role="status" aria-label={shell.loading}>
            <i />
            <i />
          </div>
        ) : null}
        {list?.items.length === 0 ? <p>{copy.nothing}</p> : null}
        {list !== null && list.items.length > 0 ? <Looks items={list.items} /> : null}
        <div className="support-foot">
          {cursor === null ? null : (
            <Link className={buttonClass('quiet', true)} href={address}>
              {copy.newest}
            </Link>
          )}
          {list?.nextCursor ? (
            <Link
              className={buttonClass('quiet', true)}
              href={`${address}?cursor=${encodeURIComponent(list.nextCursor)}`}
            >
              {copy.older} <ArrowRight className="mirrored" />
            </Link>
          ) : null}
        </div>
      </main>
    </Page>
  );
}

function Looks({ items }: { items: StaffLook[] }) {
  const { looks: copy } = useSupportCopy();
  const narrow = useNarrow();
  if (narrow)
    return (
      <ul className="card looks-list">
        {items.map((look, index) => (
          <li key={`${look.at} ${index}`}>
            <p className="small quiet-text">
              <LookAt look={look} />
            </p>
            <p>
              <LookWhat look={look} /> <LookWhom look={look} />
            </p>
            {look.why === null ? null : (
              <p className="small quiet-text">
                <bdi>{look.why}</bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
    );
  return (
    <table className="card looks-table">
      <caption className="unseen">{copy.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{copy.columns.at}</th>
          <th scope="col">{copy.columns.what}</th>
          <th scope="col">{copy.columns.whom}</th>
          <th scope="col">{copy.columns.why}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((look, index) => (
          <tr key={`${look.at} ${index}`}>
            <td>
              <LookAt look={look} />
            </td>
            <td>
              <LookWhat look={look} />
            </td>
            <td>
              <LookWhom look={look} />
            </td>
            <td>{look.why === null ? null : <bdi>{look.why}</bdi>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function LookAt({ look }: { look: StaffLook }) {
  const { time } = useLaterCopy();
  const moment = useMoment();
  return <time dateTime={look.at}>{time.stamp(moment(look.at))}</time>;
}

function LookWhat({ look: { action, searchKind } }: { look: StaffLook }) {
  const { looks: copy } = useSupportCopy();
  return (
    <>
      {copy.actions[action]}
      {searchKind === null ? null : <span className="quiet-text"> {copy.by[searchKind]}</span>}
    </>
  );
}

function LookWhom({ look: { userId, label } }: { look: StaffLook }) {
  if (userId === null) return null;
  return (
    <Link href={`/support/users/${encodeURIComponent(userId)}`}>
      <bdi>{label ?? userId}</bdi>
    </Link>
  );
}

function useLooks(cursor: string | null) {
  const [list, setList] = useState<StaffLookList | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    const stopping = new AbortController();
    listLooks(cursor, stopping.signal).then(
      (found) => {
        setList(found);
        setFailure(null);
      },
      (error: unknown) => (stopping.signal.aborted ? undefined : setFailure(failureOf(error))),
    );
    return () => stopping.abort();
  }, [cursor]);
  return { list, failure };
}
