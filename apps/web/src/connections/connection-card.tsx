import type { Connection } from '@botize/contract';
import { Activity, Check, Pause, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { checkConnection } from '../api/connections.ts';
import { failureOf, type Failure } from '../api/problem.ts';
import { serverNow } from '../api/server-clock.ts';
import { useLaterCopy, useSentence } from '../copy/copy-context.tsx';
import { useMoment } from '../copy/use-moment.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { Link } from '../ui/link.tsx';

const icons = { connected: Check, needs_reconnect: RefreshCw, suspended: Pause };

interface ConnectionCardProps {
  connection: Connection;
  /** Whether the column beside the list tells about it. */
  chosen: boolean;
  onChoose: () => void;
  onChange: (connection: Connection) => void;
  onDisconnect: () => void;
}

/** One account: who, how it stands and why, since when, and what can be done. */
export function ConnectionCard({ connection, chosen, onChoose, onChange, onDisconnect }: ConnectionCardProps) {
  const { connections: copy, activity } = useLaterCopy();
  const { account, status } = connection;
  const Icon = icons[status];
  const check = useCheck(connection, onChange);
  const mendable = status === 'needs_reconnect' || connection.nextAction === 'reconnect';

  return (
    <article className="card connection" aria-label={account.name} data-status={status} data-chosen={chosen}>
      <Avatar name={account.name} />
      <div className="connection-who">
        <h2>
          <button type="button" className="connection-choose" aria-pressed={chosen} onClick={onChoose}>
            <bdi>{account.name}</bdi>
            <span className="unseen"> {activity.choose}</span>
          </button>
        </h2>
        <p className="quiet-text small">
          {account.username ? (
            <>
              <bdi>@{account.username}</bdi> ·{' '}
            </>
          ) : null}
          <bdi>{account.phoneMasked}</bdi>
        </p>
      </div>
      <span className={`badge badge-${status}`}>
        <Icon /> {copy.status[status]}
      </span>
      <Reason connection={connection} />
      <div className="connection-facts small">
        <p className="quiet-text">
          <Facts connection={connection} />
        </p>
        <div role="status">{check.sentence}</div>
      </div>
      <div className="connection-actions">
        <Button
          look="quiet"
          dense
          icon={<Activity />}
          busy={check.busy && copy.checking}
          aria-label={copy.checkOf(account.name)}
          onClick={check.run}
        >
          {copy.check}
        </Button>
        <Button
          look="ends"
          dense
          aria-label={mendable ? copy.removeOf(account.name) : copy.disconnectOf(account.name)}
          onClick={onDisconnect}
        >
          {mendable ? copy.remove : copy.disconnect}
        </Button>
        {mendable ? (
          <Link
            className={buttonClass('main', true)}
            href={`/connect?reconnect=${connection.id}`}
            aria-label={copy.reconnectOf(account.name)}
          >
            {copy.reconnect}
          </Link>
        ) : null}
      </div>
    </article>
  );
}

function Reason({ connection: { reason, nextAction } }: { connection: Connection }) {
  const { connections: copy } = useLaterCopy();
  const sentence = reason ? copy.reasons[reason] : nextAction === 'confirm_login' ? copy.confirmLogin : null;
  if (sentence === null) return null;
  return (
    <p className="connection-reason">
      <b>{sentence.title}</b> {sentence.text}
    </p>
  );
}

function Facts({ connection }: { connection: Connection }) {
  const { time } = useLaterCopy();
  const { connections: copy } = useLaterCopy();
  const moment = useMoment();
  const { lastCheck, leasedUntil, status } = connection;
  const since = moment(connection.connectedAt).date;
  const minutes = lastCheck ? Math.max(0, Math.floor((serverNow() - Date.parse(lastCheck.at)) / 60_000)) : 0;
  return [
    lastCheck ? copy.checked(time.ago(minutes)) : copy.notChecked,
    lastCheck?.outcome === 'unreachable' ? copy.unreachable : null,
    status === 'connected' ? copy.since(since) : copy.was(since),
    copy.device(connection.deviceName),
    leasedUntil ? copy.inUse(moment(leasedUntil).clock) : null,
  ]
    .filter(Boolean)
    .join(' ');
}

function useCheck(connection: Connection, onChange: (connection: Connection) => void) {
  const { connections: copy } = useLaterCopy();
  const sentence = useSentence();
  const [busy, setBusy] = useState(false);
  const [checked, setChecked] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = async () => {
    setBusy(true);
    setFailure(null);
    try {
      onChange(await checkConnection(connection.id));
      setChecked(true);
    } catch (error) {
      setFailure(failureOf(error));
    }
    setBusy(false);
  };
  const outcome = connection.lastCheck?.outcome;
  const result =
    !checked || busy ? null : outcome === 'ok' ? copy.checkedOk : outcome === 'unreachable' ? copy.unreachable : null;
  const failed = failure ? `${sentence(failure.code).title} ${sentence(failure.code).do}` : null;
  return { busy, run: () => void run(), sentence: failed ?? result };
}
