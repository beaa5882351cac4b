import type { LoginAttempt, Step } from '@botize/contract';
import { Check } from 'lucide-react';
import { useCopy } from '../copy/copy-context.tsx';
import { Rich } from '../ui/rich.tsx';

/** Where the wizard stands, as one of its five segments; the server's step decides, not a counter. */
const segmentOf: Record<Step, number | null> = {
  phone: 1,
  code: 2,
  email: 2,
  password: 3,
  confirm_account: 4,
  connected: 4,
  failed: null,
  cancelled: null,
  expired: null,
};

export interface Position {
  current: number;
  /** Everything is behind: also the current segment has its tick. */
  finished: boolean;
  passwordAsked: boolean;
}

/** An attempt that ended without success stays at the segment it had reached, as far as this tab knows. */
export const positionOf = (attempt: LoginAttempt | null, last: number, passwordAsked: boolean): Position => ({
  current: attempt === null ? 0 : (segmentOf[attempt.state.step] ?? last),
  finished: attempt?.state.step === 'connected',
  passwordAsked,
});

const PASSWORD = 3;

export function Stepper({ current, finished, passwordAsked }: Position) {
  const { shell } = useCopy();
  const name = shell.steps[current] ?? '';
  const kind = (index: number) => {
    if (index === PASSWORD && index !== current && !(index < current && passwordAsked)) return 'maybe';
    return index < current || finished ? 'done' : index === current ? 'current' : 'later';
  };
  return (
    <nav className="stepper" aria-label={shell.stepsLabel}>
      <ol>
        {shell.steps.map((step, index) => (
          <li
            key={step}
            className={`segment segment-${kind(index)}${index === current ? ' segment-here' : ''}`}
            aria-current={index === current ? 'step' : undefined}
          >
            <span className="segment-mark">{kind(index) === 'done' ? <Check /> : index + 1}</span>
            <span className="segment-name" data-name={step}>
              {step}
            </span>
            {kind(index) === 'done' ? <span className="unseen">{shell.done}</span> : null}
            {kind(index) === 'maybe' ? <span className="unseen">{shell.onlyIfAsked}</span> : null}
          </li>
        ))}
      </ol>
      <p className="stepper-words" aria-hidden="true">
        <Rich text={shell.stepOf(current + 1, name)} />
      </p>
    </nav>
  );
}
