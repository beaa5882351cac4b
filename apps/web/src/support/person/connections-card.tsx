import type { SupportConnection } from '@botize/contract';
import { serverNow } from '../../api/server-clock.ts';
import { useLaterCopy } from '../../copy/copy-context.tsx';
import { diagnosisText } from '../diagnosis-text.ts';
import { StatusBadge } from '../status-badge.tsx';
import { useSupportCopy } from '../support-copy.tsx';
import type { CardProps } from './parts.ts';

/** Each account that is or was connected. */
export function ConnectionsCard({ person, zone }: CardProps) {
  const { person: copy } = useSupportCopy();
  if (person.connections.length === 0) return null;
  return (
    <section className="card person-list" aria-labelledby="connections-title">
      <h2 id="connections-title">{copy.connections}</h2>
      <ul>
        {person.connections.map((connection) => (
          <ConnectionItem key={connection.id} connection={connection} zone={zone} />
        ))}
      </ul>
    </section>
  );
}

function ConnectionItem({ connection, zone }: { connection: SupportConnection; zone: CardProps['zone'] }) {
  const { time } = useLaterCopy();
  const { person: copy, diagnoses } = useSupportCopy();
  const { account, lastCheck, leasedUntil } = connection;
  const minutes = lastCheck && Math.max(0, Math.floor((serverNow() - Date.parse(lastCheck.at)) / 60_000));
  const { title } = diagnosisText(connection.diagnosis, null, { diagnoses, time, moment: zone.moment });
  return (
    <li>
      <div className="person-list-top">
        <h3>
          <bdi>{account.name}</bdi>
        </h3>
        <StatusBadge status={connection.status} />
      </div>
      <p>{title}.</p>
      <p className="small quiet-text">
        {account.username === null ? null : (
          <>
            <bdi>@{account.username}</bdi> ·{' '}
          </>
        )}
        <bdi dir="ltr">{account.phoneMasked}</bdi> · <bdi className="mono">{connection.reference}</bdi>
      </p>
      <p className="small quiet-text">
        {[
          copy.connectedSince(zone.moment(connection.connectedAt).date),
          minutes === null ? copy.notChecked : copy.checked(time.ago(minutes)),
          leasedUntil === null ? null : copy.held(zone.moment(leasedUntil).clock),
          connection.redeemed ? null : copy.notRedeemed,
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      <p className="small quiet-text mono person-id">
        <bdi>{connection.id}</bdi>
      </p>
    </li>
  );
}
