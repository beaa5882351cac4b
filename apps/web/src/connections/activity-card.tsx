import type { ActivityEntry, Connection } from '@botize/contract';
import { useState } from 'react';
import { useLaterCopy } from '../copy/copy-context.tsx';
import { useMoment } from '../copy/use-moment.ts';
import { Button } from '../ui/button.tsx';
import { Rich } from '../ui/rich.tsx';
import { byDay, worthTelling } from './activity-lines.ts';
import { useActivity } from './use-activity.ts';
import './activity.css';

const shortList = 8;

interface ActivityCardProps {
  /** The connection that is chosen; null when there is none. */
  chosen: Connection | null;
  /** To name those that the list of everything tells about. */
  connections: readonly Connection[];
}

/** What happened and who looked, in plain words. */
export function ActivityCard({ chosen, connections }: ActivityCardProps) {
  const { activity: copy } = useLaterCopy();
  const [all, setAll] = useState(false);
  const one = all ? null : chosen;
  const state = useActivity(one);
  const entries = Array.isArray(state) ? worthTelling(state) : [];
  const nameOf = ({ connectionId }: ActivityEntry) =>
    one === null ? (connections.find(({ id }) => id === connectionId)?.account.name ?? null) : null;

  return (
    <section className="card activity" aria-label={copy.title} aria-busy={state === 'loading'}>
      <div className="activity-head">
        <h2>{copy.title}</h2>
        <p className="small quiet-text">
          <Rich text={one ? copy.of(one.account.name, one.deviceName) : copy.ofAll} />
        </p>
      </div>
      {state === 'failed' ? <p className="activity-empty">{copy.failed}</p> : null}
      {Array.isArray(state) && entries.length === 0 ? <p className="activity-empty">{copy.nothing}</p> : null}
      <Days entries={one ? entries.slice(0, shortList) : entries} nameOf={nameOf} />
      {chosen ? (
        <div className="activity-more">
          <Button look="quiet" dense onClick={() => setAll(!all)}>
            {all ? copy.showOne(chosen.account.name) : copy.showAll}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

interface DaysProps {
  entries: ActivityEntry[];
  nameOf: (entry: ActivityEntry) => string | null;
}

function Days({ entries, nameOf }: DaysProps) {
  const { activity: copy } = useLaterCopy();
  const moment = useMoment();
  return byDay(entries, moment, copy).map((day) => (
    <section key={day.name} className="activity-day">
      <h3>{day.name}</h3>
      <ol>
        {day.lines.map(({ entry, clock }, index) => (
          <li key={`${entry.at} ${entry.action} ${index}`} data-actor={entry.actor}>
            <time dateTime={entry.at}>{clock}</time>
            <p>
              <Rich text={copy.sentences[entry.action](entry.actor, entry.outcome)} />
              <AccountName name={nameOf(entry)} />
              <Why reason={entry.why ?? null} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  ));
}

/** What a member of staff wrote: plain text, in their words. */
function Why({ reason }: { reason: string | null }) {
  const { activity: copy } = useLaterCopy();
  if (reason === null) return null;
  return (
    <span className="activity-account small quiet-text">
      <Rich text={copy.why(reason)} />
    </span>
  );
}

function AccountName({ name }: { name: string | null }) {
  if (name === null) return null;
  return (
    <span className="activity-account small quiet-text">
      <bdi>{name}</bdi>
    </span>
  );
}
