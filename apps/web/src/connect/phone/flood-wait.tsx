import type { Issue } from '@botize/contract';
import { ArrowLeft, ArrowRight, Clock, Hand, QrCode } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLaterCopy } from '../../copy/copy-context.tsx';
import { useMoment } from '../../copy/use-moment.ts';
import { placeOfTime } from '../../copy/moment.ts';
import { Button } from '../../ui/button.tsx';
import { Reference } from '../../ui/reference.tsx';
import { Rich } from '../../ui/rich.tsx';
import { useCountdown } from '../../ui/use-countdown.ts';
import { StepPage } from '../step-page.tsx';
import { TelegramsWords } from '../telegrams-words.tsx';
import { LargeCountdown } from './large-countdown.tsx';

interface FloodWaitProps {
  issue: Issue & { retryAt: string };
  masked: string | null;
  reference: string;
  busy: 'show_qr' | 'submit_phone' | null;
  onQr: () => void;
  onSend: () => void;
  onAnother: () => void;
}

/** Telegram, or we, ask to wait: until when first, how long second, and what works meanwhile. */
export function FloodWait({ issue, masked, reference, busy, onQr, onSend, onAnother }: FloodWaitProps) {
  const { time } = useLaterCopy();
  const { flood: copy, qr, phone } = useLaterCopy();
  const moment = useMoment()(issue.retryAt);
  const left = useCountdown(issue.retryAt);
  const until = time.until(moment);
  const at = time.at(moment);
  const ours = issue.code.startsWith('limit.');
  const lead = ours ? copy.leadOurs : masked === null ? copy.leadNoNumber : copy.lead(masked);

  return (
    <StepPage
      title={ours ? copy.titleOurs(at) : copy.title(until)}
      lead={lead}
      focusKey="flood"
      after={
        <Button look="quiet" icon={<ArrowLeft className="mirrored" />} onClick={onAnother}>
          {copy.another}
        </Button>
      }
    >
      <div className="card ways">
        <Way icon={<QrCode />} title={copy.qrTitle} text={copy.qrText} well>
          <Button
            look="main"
            busy={busy === 'show_qr' && qr.showBusy}
            iconEnd={<ArrowRight className="mirrored" />}
            onClick={onQr}
          >
            {copy.qrButton}
          </Button>
        </Way>
        <Way icon={<Clock />} title={copy.comeBack(at)} text={copy.comeBackText} />
        <Way icon={<Hand />} title={copy.elsewhere} text={copy.elsewhereText(until)} />
        <TelegramsWords issue={issue} />
      </div>
      <div className="card card-body wait-card">
        <LargeCountdown left={left} />
        <div className="wait-when">
          <b>{left > 0 ? time.readyAt(moment) : time.over}</b>
          <span className="small quiet-text">{time.yourTime(placeOfTime())}</span>
        </div>
        <Button
          look={left > 0 ? 'second' : 'main'}
          full
          waiting={left > 0}
          busy={busy === 'submit_phone' && phone.busy}
          onClick={onSend}
        >
          {left > 0 ? copy.send(at) : copy.sendNow}
        </Button>
        <hr className="rule" />
        <p className="small quiet-text">{copy.support}</p>
        <Reference value={reference} />
      </div>
    </StepPage>
  );
}

interface WayProps {
  icon: ReactNode;
  title: string;
  text: string;
  well?: boolean;
  children?: ReactNode;
}

/** One thing to do, with its sign in a square before it. */
export function Way({ icon, title, text, well, children }: WayProps) {
  return (
    <section className={`way${well ? ' way-well' : ''}`}>
      <span className="way-icon">{icon}</span>
      <div className="way-text">
        <h2>{title}</h2>
        <p className="quiet-text">
          <Rich text={text} />
        </p>
        {children ? <div className="way-action">{children}</div> : null}
      </div>
    </section>
  );
}
