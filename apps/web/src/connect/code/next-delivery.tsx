import type { NextDelivery } from '@botize/contract';
import { useRef } from 'react';
import { serverNow } from '../../api/server-clock.ts';
import { useLaterCopy } from '../../copy/copy-context.tsx';
import { useMoment } from '../../copy/use-moment.ts';
import { clockFace } from '../../copy/moment.ts';
import { Button } from '../../ui/button.tsx';
import { Rich } from '../../ui/rich.tsx';
import { Ring } from '../../ui/ring.tsx';
import { useCountdown } from '../../ui/use-countdown.ts';

/** Telegram's usual wait, in seconds, where we don't know when this one began. */
const USUAL_WAIT = 60;
const LAST_SECONDS = 10;

interface NextDeliveryLineProps {
  resend: NextDelivery;
  busy: boolean;
  onResend: () => void;
}

/** How the next code would come and from when; at zero it becomes the button that asks for it. */
export function NextDeliveryLine({ resend, busy, onResend }: NextDeliveryLineProps) {
  const { time } = useLaterCopy();
  const { code: copy } = useLaterCopy();
  const at = time.at(useMoment()(resend.at));
  const left = useCountdown(resend.at);
  const whole = useRef({ at: '', seconds: USUAL_WAIT });
  if (whole.current.at !== resend.at) {
    const seconds = Math.max(USUAL_WAIT, Math.ceil((Date.parse(resend.at) - serverNow()) / 1_000));
    whole.current = { at: resend.at, seconds };
  }

  if (left === 0) {
    return (
      <Button full busy={busy && copy.sending} onClick={onResend}>
        {copy.sendNow[resend.type]}
      </Button>
    );
  }
  return (
    <div className="next-delivery">
      <Ring
        left={left / whole.current.seconds}
        size={48}
        width={4}
        label={clockFace(left)}
        amber={left <= LAST_SECONDS}
      />
      <p>
        <b>{copy.noCode}</b> <Rich text={copy.canSend(copy.ways[resend.type], at)} />
      </p>
    </div>
  );
}
