import type { Issue, Qr } from '@botize/contract';
import { QrCode, Smartphone } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useLaterCopy } from '../../copy/copy-context.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Rich } from '../../ui/rich.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { IssueNotice } from '../issue-notice.tsx';
import { QrBox } from './qr-box.tsx';

interface QrCardProps {
  qr: Qr | null;
  /** What has come of asking for a code. */
  issue: Issue | null;
  busy: boolean;
  onShow: () => void;
}

/** Only an address of this kind is ever opened: it comes from Telegram through our server. */
const isLoginUrl = (url: string) => /^tg:\/\/login\?token=[\w-]+=*$/.test(url);

export function QrCard(props: QrCardProps) {
  const here = useMedia('(max-width: 43.75em), (pointer: coarse)');
  return here ? <ApproveHere {...props} /> : <ScanHere {...props} />;
}

function ScanHere({ qr, issue, busy, onShow }: QrCardProps) {
  const { qr: copy } = useLaterCopy();
  return (
    <section className="card card-body qr-card" aria-labelledby="qr-title">
      <h2 id="qr-title">{copy.card}</h2>
      <IssueNotice issue={issue} />
      <div className="qr-columns">
        {qr ? (
          <QrBox qr={qr} busy={busy} onShowNew={onShow} />
        ) : (
          <div className="qr-box qr-box-empty">
            <QrCode />
            <Button busy={busy && copy.showBusy} onClick={onShow}>
              {copy.show}
            </Button>
          </div>
        )}
        <ol className="numbered">
          {copy.steps.map((step) => (
            <li key={step}>
              <span>
                <Rich text={step} />
              </span>
            </li>
          ))}
        </ol>
      </div>
      <Notice kind="plain" text={copy.onlyHere(window.location.host)} />
      <div className="card-last qr-last">
        {qr && !qr.paused ? (
          <p className="waiting" role="status">
            <i aria-hidden="true" /> {copy.waiting}
          </p>
        ) : null}
        <p className="after-submit">{copy.after}</p>
      </div>
    </section>
  );
}

/** On the phone that has Telegram, nobody can scan its own screen: a button opens the app instead. */
function ApproveHere({ qr, issue, busy, onShow }: QrCardProps) {
  const { qr: copy } = useLaterCopy();
  const opens = useRef(false);
  const url = qr && !qr.paused && isLoginUrl(qr.url) ? qr.url : null;

  useEffect(() => {
    if (url === null || !opens.current) return;
    opens.current = false;
    window.location.assign(url);
  }, [url]);

  return (
    <section className="card card-body qr-card" aria-labelledby="qr-title">
      <h2 id="qr-title">{copy.cardPhone}</h2>
      <p className="quiet-text">{copy.leadPhone}</p>
      <IssueNotice issue={issue} />
      {url ? (
        <a className={buttonClass('second', false, true)} href={url}>
          <Smartphone /> {copy.openTelegram}
        </a>
      ) : (
        <Button
          full
          icon={<Smartphone />}
          busy={busy && copy.showBusy}
          onClick={() => {
            opens.current = true;
            onShow();
          }}
        >
          {copy.openTelegram}
        </Button>
      )}
      {qr ? (
        <>
          <p className="waiting" role="status">
            <i aria-hidden="true" /> {copy.waiting}
          </p>
          <p className="small quiet-text">{copy.otherDevice}</p>
          <QrBox qr={qr} busy={busy} onShowNew={onShow} />
          <Notice kind="plain" text={copy.onlyHere(window.location.host)} />
        </>
      ) : (
        <Button look="quiet" full icon={<QrCode />} onClick={onShow}>
          {copy.show}
        </Button>
      )}
    </section>
  );
}
