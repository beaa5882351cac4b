import { useLaterCopy } from '../../copy/copy-context.tsx';
import { Rich } from '../../ui/rich.tsx';
import { useSupportCopy } from '../support-copy.tsx';
import type { CardProps } from './parts.ts';
import { timelineDays } from './timeline-lines.ts';

/** What happened, newest first, in the user's time. */
export function Timeline({ person, zone }: CardProps) {
  const { time } = useLaterCopy();
  const support = useSupportCopy();
  const { person: copy, common } = support;
  const days = timelineDays(person.timeline, { support, time, moment: zone.moment });
  return (
    <section className="card timeline" aria-labelledby="timeline-title">
      <div className="timeline-top">
        <h2 id="timeline-title">{copy.happened}</h2>
        <span className="small quiet-text">{common.time(zone.place)}</span>
      </div>
      {days.length === 0 ? <p>{copy.nothingHappened}</p> : null}
      {days.map((day) => (
        <section key={day.name} aria-label={day.name}>
          <h3>{day.name}</h3>
          <ol>
            {day.lines.map(({ entry, clock, sentence, tone }, index) => (
              <li key={`${entry.at} ${entry.action} ${index}`} data-tone={tone} data-action={entry.action}>
                <time dateTime={entry.at}>{clock}</time>
                <div>
                  <p>
                    <Rich text={sentence} />
                  </p>
                  {entry.why === null ? null : (
                    <p className="small quiet-text">
                      <Rich text={copy.why(entry.why)} />
                    </p>
                  )}
                </div>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}
