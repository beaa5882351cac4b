import type { Delivery } from '@botize/contract';
import { useLaterCopy } from '../../copy/copy-context.tsx';
import { useMoment } from '../../copy/use-moment.ts';
import { Button } from '../../ui/button.tsx';
import { useCountdown } from '../../ui/use-countdown.ts';

interface EmailResetProps {
  delivery: Extract<Delivery, { type: 'email_code' }>;
  busy: boolean;
  onReset: () => void;
}

/** For somebody who can't open the mailbox any more: Telegram can take the address away, at once or later. */
export function EmailReset({ delivery, busy, onReset }: EmailResetProps) {
  const { time } = useLaterCopy();
  const { code: copy } = useLaterCopy();
  const moment = useMoment();
  const { resetAvailableAt, resetPendingAt } = delivery;
  const waiting = useCountdown(resetAvailableAt) > 0;
  const pending = useCountdown(resetPendingAt) > 0;
  // Once the time is over, Telegram wants to be asked again.
  if (resetPendingAt && pending) return <p className="small">{copy.resetPending(time.at(moment(resetPendingAt)))}</p>;
  if (resetAvailableAt === null && resetPendingAt === null) return null;
  return (
    <div className="email-reset">
      <Button full waiting={waiting} busy={busy && copy.sending} onClick={onReset}>
        {copy.resetEmail}
      </Button>
      <p className="small quiet-text">
        {waiting && resetAvailableAt ? copy.resetEmailAt(time.at(moment(resetAvailableAt))) : copy.resetInfo}
      </p>
    </div>
  );
}
