import type { LoginAttempt, Step } from '@botize/contract';
import { Hourglass } from 'lucide-react';
import { useCopy, useLaterCopy } from '../copy/copy-context.tsx';
import { useMoment } from '../copy/use-moment.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Link } from '../ui/link.tsx';

/** The name of the segment that an open sign-in stands at. */
const segmentOf: Partial<Record<Step, number>> = { phone: 1, code: 2, email: 2, password: 3, confirm_account: 4 };

interface UnfinishedCardProps {
  attempt: LoginAttempt;
  onCancel: (attempt: LoginAttempt) => void;
}

/** A sign-in that somebody began: dashed, for it is no connection yet. */
export function UnfinishedCard({ attempt, onCancel }: UnfinishedCardProps) {
  const { shell } = useCopy();
  const { time } = useLaterCopy();
  const { connections: copy } = useLaterCopy();
  const moment = useMoment();
  const { state } = attempt;
  const masked = 'phoneMasked' in state ? state.phoneMasked : null;
  const step = shell.steps[segmentOf[state.step] ?? 0] ?? '';
  return (
    <section className="unfinished" aria-label={copy.notFinished}>
      <span className="unfinished-icon">
        <Hourglass />
      </span>
      <div>
        <h2>
          {copy.notFinished}
          {masked ? (
            <>
              : <bdi>{masked}</bdi>
            </>
          ) : null}
        </h2>
        <p className="small quiet-text">{copy.notFinishedAt(step, time.until(moment(attempt.expiresAt)))}</p>
      </div>
      <div className="unfinished-actions">
        <Button look="quiet" dense onClick={() => onCancel(attempt)}>
          {copy.cancel}
        </Button>
        <Link className={buttonClass('second', true)} href="/connect">
          {copy.goOn}
        </Link>
      </div>
    </section>
  );
}
