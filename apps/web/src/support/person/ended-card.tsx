import { diagnoseAttempt, type SupportAttempt } from '@botize/contract';
import { useLaterCopy } from '../../copy/copy-context.tsx';
import { diagnosisText } from '../diagnosis-text.ts';
import { useSupportCopy } from '../support-copy.tsx';
import type { CardProps } from './parts.ts';

/** Sign-ins that ended lately. */
export function EndedCard({ person, zone }: CardProps) {
  const { person: copy } = useSupportCopy();
  if (person.endedAttempts.length === 0) return null;
  return (
    <section className="card person-list" aria-labelledby="ended-title">
      <h2 id="ended-title">{copy.ended}</h2>
      <ul>
        {person.endedAttempts.map((attempt) => (
          <EndedItem key={attempt.id} attempt={attempt} zone={zone} />
        ))}
      </ul>
    </section>
  );
}

function EndedItem({ attempt, zone }: { attempt: SupportAttempt; zone: CardProps['zone'] }) {
  const { time } = useLaterCopy();
  const { person: copy, common, diagnoses } = useSupportCopy();
  const { step, code, endedAt } = attempt;
  const cause =
    step === 'credentials' || code === null
      ? null
      : diagnosisText({ id: diagnoseAttempt(step, code), until: null }, attempt.triesLeft, {
          diagnoses,
          time,
          moment: zone.moment,
        }).title;
  return (
    <li>
      <div className="person-list-top">
        <h3>{common.steps[step]}</h3>
        <bdi className="mono small">{attempt.reference}</bdi>
      </div>
      {cause === null ? null : <p>{cause}.</p>}
      <p className="small quiet-text">
        {endedAt === null ? null : copy.endedAt(time.stamp(zone.moment(endedAt)))}
        {attempt.phoneMasked === null ? null : (
          <>
            {' · '}
            <bdi dir="ltr">{attempt.phoneMasked}</bdi>
          </>
        )}
      </p>
    </li>
  );
}
