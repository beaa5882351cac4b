import { useLaterCopy } from '../../copy/copy-context.tsx';
import { clockFace } from '../../copy/moment.ts';
import { Ring } from '../../ui/ring.tsx';

const HOUR = 3_600;
const MINUTE = 60;

/** How much of a clock's round is left: of a minute at the end, of an hour before, full when longer. */
const partLeft = (seconds: number) => Math.min(1, seconds / (seconds <= MINUTE ? MINUTE : HOUR));

/** The time left in large figures; a screen reader hears each minute, not each second. */
export function LargeCountdown({ left }: { left: number }) {
  const { time } = useLaterCopy();
  const minutes = Math.ceil(left / MINUTE);
  return (
    <div className="large-countdown">
      <Ring left={partLeft(left)} size={232} width={8} amber />
      <div className={`large-countdown-text${left >= HOUR ? ' large-countdown-hours' : ''}`} aria-hidden="true">
        <b>{clockFace(left)}</b>
        <span className="small quiet-text">{left >= HOUR ? time.hoursToGo : time.minutesToGo}</span>
      </div>
      <span className="unseen" role="status">
        {left === 0 ? time.over : time.minutesLeft(minutes)}
      </span>
    </div>
  );
}
