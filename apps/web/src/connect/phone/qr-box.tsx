import type { Qr } from '@botize/contract';
import { useRef } from 'react';
import { serverNow } from '../../api/server-clock.ts';
import { useLaterCopy } from '../../copy/copy-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Rich } from '../../ui/rich.tsx';
import { useCountdown } from '../../ui/use-countdown.ts';
import { QrPicture } from './qr-picture.tsx';

/** How long Telegram lets a code live, in seconds, when we don't know when this one began. */
const USUAL_LIFE = 30;

interface QrBoxProps {
  qr: Qr;
  busy: boolean;
  onShowNew: () => void;
}

/** The code in a box whose border is the time it has left. */
export function QrBox({ qr, busy, onShowNew }: QrBoxProps) {
  const { qr: copy } = useLaterCopy();
  const left = useCountdown(qr.urlExpiresAt);
  const life = useLife(qr);
  if (qr.paused) {
    return (
      <div className="qr-box qr-box-paused" role="status">
        <p>{copy.paused}</p>
        <Button dense busy={busy && copy.showBusy} onClick={onShowNew}>
          {copy.showNew}
        </Button>
      </div>
    );
  }
  return (
    <div className="qr">
      <div className="qr-box">
        <svg className="qr-ring" viewBox="0 0 232 232" aria-hidden="true">
          <rect className="ring-track" x="2.5" y="2.5" width="227" height="227" rx="25" />
          {left > 0 ? (
            <path
              className="ring-left"
              d="M116 2.5H204.5A25 25 0 0 1 229.5 27.5V204.5A25 25 0 0 1 204.5 229.5H27.5A25 25 0 0 1 2.5 204.5V27.5A25 25 0 0 1 27.5 2.5Z"
              pathLength={100}
              strokeDasharray={`${Math.min(1, left / life) * 100} 100`}
            />
          ) : null}
        </svg>
        <div className="qr-paper">
          <QrPicture text={qr.url} />
        </div>
      </div>
      <p className="qr-time small quiet-text">{left > 0 ? <Rich text={copy.newIn(left)} /> : copy.renewing}</p>
    </div>
  );
}

/** Seconds that this code lives in all, from when it was first seen. */
function useLife(qr: Qr): number {
  const seen = useRef({ url: '', life: USUAL_LIFE });
  if (seen.current.url !== qr.url) {
    const left = Math.ceil((Date.parse(qr.urlExpiresAt) - serverNow()) / 1_000);
    seen.current = { url: qr.url, life: Math.max(left, USUAL_LIFE) };
  }
  return seen.current.life;
}
