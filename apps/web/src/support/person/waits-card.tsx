import { useLaterCopy } from '../../copy/copy-context.tsx';
import { useSupportCopy } from '../support-copy.tsx';
import type { CardProps } from './parts.ts';

/** Every wait that holds them up, with its end, and whether anybody here can do something about it. */
export function WaitsCard({ person, zone }: CardProps) {
  const { time } = useLaterCopy();
  const { person: copy } = useSupportCopy();
  if (person.waits.length === 0) return null;
  return (
    <section className="card beside-card" aria-labelledby="waits-title">
      <h2 id="waits-title">{copy.waits}</h2>
      <ul className="waits">
        {person.waits.map((wait) => (
          <li key={wait.id}>
            <b>{copy.wait[wait.id]}</b>, {copy.waitUntil(wait.until && time.until(zone.moment(wait.until)))}
            <span className="small quiet-text">{wait.clearable ? copy.ours : copy.theirs}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
