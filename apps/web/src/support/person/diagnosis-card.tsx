import { CircleCheck, CircleX, Clock, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useLaterCopy } from '../../copy/copy-context.tsx';
import { clockFace } from '../../copy/moment.ts';
import { Rich } from '../../ui/rich.tsx';
import { useCountdown } from '../../ui/use-countdown.ts';
import { diagnosisText, toneOf } from '../diagnosis-text.ts';
import { useSupportCopy } from '../support-copy.tsx';
import { Acts } from './acts.tsx';
import type { CardProps } from './parts.ts';

interface DiagnosisCardProps extends CardProps {
  reload: () => Promise<void>;
}

/** What happened as a headline, why, what to do next, and the buttons for it. */
export function DiagnosisCard({ person, zone, reload }: DiagnosisCardProps) {
  const { time } = useLaterCopy();
  const { diagnoses, person: copy } = useSupportCopy();
  const { diagnosis } = person;
  const triesLeft = person.attempt?.triesLeft ?? null;
  const text = diagnosisText(diagnosis, triesLeft, { diagnoses, time, moment: zone.moment });
  const left = useCountdown(diagnosis.until);
  useEnd(left, reload);
  const tone = toneOf(diagnosis.id);
  const Icon = tone === 'well' ? CircleCheck : tone === 'wrong' ? CircleX : diagnosis.until ? Clock : TriangleAlert;
  return (
    <section className="card diagnosis" aria-labelledby="diagnosis-title" data-diagnosis={diagnosis.id}>
      <div className={`diagnosis-head diagnosis-${tone}`}>
        <span className="diagnosis-icon">
          <Icon />
        </span>
        <div role="status">
          <h2 id="diagnosis-title">{text.title}</h2>
          <p>
            <Rich text={text.why} />
          </p>
        </div>
        {left > 0 ? (
          <p className="diagnosis-left" aria-hidden="true">
            <b>{clockFace(left)}</b>
            <span className="small">{copy.toGo}</span>
          </p>
        ) : null}
        {left > 0 ? <span className="unseen">{time.minutesLeft(Math.ceil(left / 60))}</span> : null}
      </div>
      <div className="diagnosis-body">
        <h3>{copy.doNext}</h3>
        <ol className="diagnosis-next">
          {text.next.map((each) => (
            <li key={each}>
              <span>
                <Rich text={each} />
              </span>
            </li>
          ))}
        </ol>
        <Acts person={person} reload={reload} />
      </div>
    </section>
  );
}

/** When a wait is over, the page asks how it stands now. */
function useEnd(left: number, reload: () => Promise<void>) {
  const waited = useRef(false);
  useEffect(() => {
    if (left > 0) waited.current = true;
    else if (waited.current) {
      waited.current = false;
      void reload();
    }
  }, [left, reload]);
}
