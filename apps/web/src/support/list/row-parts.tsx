import type { SupportRow } from '@botize/contract';
import { serverNow } from '../../api/server-clock.ts';
import { useLaterCopy } from '../../copy/copy-context.tsx';
import { useMoment } from '../../copy/use-moment.ts';
import { diagnosisText } from '../diagnosis-text.ts';
import { StatusBadge, StepBadge } from '../status-badge.tsx';
import { useSupportCopy } from '../support-copy.tsx';

/** The parts of a row, the same in the table and on a card. */

export function RowPerson({ row }: { row: SupportRow }) {
  if (row.label === null) return <bdi className="mono">{row.userId}</bdi>;
  return (
    <>
      <bdi>{row.label}</bdi>
      <bdi className="row-second mono">{row.userId}</bdi>
    </>
  );
}

export function RowAccount({ row: { account, phoneMasked } }: { row: SupportRow }) {
  const { common } = useSupportCopy();
  const name = account === null ? null : account.username === null ? account.name : `@${account.username}`;
  return (
    <>
      {name === null ? <span className="quiet-text">{common.noAccount}</span> : <bdi>{name}</bdi>}
      <bdi className="row-second" dir={phoneMasked === null ? undefined : 'ltr'}>
        {phoneMasked ?? common.noNumber}
      </bdi>
    </>
  );
}

export function RowBadge({ row: { step, status } }: { row: SupportRow }) {
  if (status !== null) return <StatusBadge status={status} />;
  return step === null ? null : <StepBadge step={step} />;
}

export function RowDiagnosis({ row }: { row: SupportRow }) {
  const { diagnoses } = useSupportCopy();
  const { time } = useLaterCopy();
  const moment = useMoment();
  return diagnosisText(row.diagnosis, null, { diagnoses, time, moment }).title;
}

/** How long ago, and for those who hear it also the moment itself. */
export function RowSince({ since }: { since: string }) {
  const { common } = useSupportCopy();
  const { time } = useLaterCopy();
  const moment = useMoment();
  const minutes = Math.max(0, Math.floor((serverNow() - Date.parse(since)) / 60_000));
  return (
    <time dateTime={since}>
      {common.ago(minutes)}
      <span className="unseen"> {common.since(time.stamp(moment(since)))}</span>
    </time>
  );
}

export function RowNext({ row: { diagnosis } }: { row: SupportRow }) {
  const { common } = useSupportCopy();
  return (
    <span className={diagnosis.next === 'nothing' ? 'quiet-text' : 'row-next'}>{common.next[diagnosis.next]}</span>
  );
}
