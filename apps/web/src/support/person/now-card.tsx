import type { ReactNode } from 'react';
import { useLaterCopy } from '../../copy/copy-context.tsx';
import { StatusBadge } from '../status-badge.tsx';
import { useSupportCopy } from '../support-copy.tsx';
import { mainConnection, mainReference } from './names.ts';
import type { CardProps } from './parts.ts';

/** How it stands, fact by fact. */
export function NowCard({ person, zone }: CardProps) {
  const { time } = useLaterCopy();
  const { person: copy, common } = useSupportCopy();
  const connection = mainConnection(person);
  const { attempt, codesToday, logoutsPending } = person;
  const account = connection?.account ?? null;
  const number = attempt?.phoneMasked ?? account?.phoneMasked ?? null;
  const reference = mainReference(person);
  const { facts } = copy;
  const rows: [string, ReactNode][] = [
    [facts.status, connection === null ? copy.noConnection : <StatusBadge key="status" status={connection.status} />],
    [facts.reason, connection?.reason ? common.reasons[connection.reason] : null],
    [
      facts.account,
      account === null ? null : <bdi key="account">{account.username ? `@${account.username}` : account.name}</bdi>,
    ],
    [facts.trying, attempt === null ? copy.notTrying : common.steps[attempt.step]],
    [facts.keptUntil, attempt === null ? null : time.stamp(zone.moment(attempt.expiresAt))],
    [
      facts.number,
      number === null ? (
        common.noNumber
      ) : (
        <bdi key="number" dir="ltr">
          {number}
        </bdi>
      ),
    ],
    [facts.codes, copy.codesOf(codesToday.sent, codesToday.allowed)],
    [facts.logouts, logoutsPending === 0 ? null : logoutsPending],
    [facts.lastSeen, person.user.lastSeenAt === null ? null : time.stamp(zone.moment(person.user.lastSeenAt))],
    [
      facts.reference,
      reference === null ? null : (
        <bdi key="reference" className="mono">
          {reference}
        </bdi>
      ),
    ],
  ];
  return (
    <section className="card beside-card" aria-labelledby="now-title">
      <h2 id="now-title">{copy.now}</h2>
      <dl className="now-facts">
        {rows.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}
