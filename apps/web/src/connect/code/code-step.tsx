import type { Issue, NextDelivery } from '@botize/contract';
import { ArrowLeft, ExternalLink, QrCode, Smartphone } from 'lucide-react';
import { useRef } from 'react';
import { useCopy, useLaterCopy } from '../../copy/copy-context.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Rich } from '../../ui/rich.tsx';
import { DeliveryDrawing } from '../drawings/delivery-drawing.tsx';
import { IssueNotice } from '../issue-notice.tsx';
import { issueElsewhere } from '../issue-on.ts';
import { StepPage } from '../step-page.tsx';
import type { StepProps } from '../step-props.ts';
import { CodeField } from './code-field.tsx';
import { fragmentUrl } from './delivery-input.ts';
import { EmailReset } from './email-reset.tsx';
import { NextDeliveryLine } from './next-delivery.tsx';
import { useCode } from './use-code.ts';

export function CodeStep({ attempt, state, busy, failure, send }: StepProps<'code'>) {
  const { shell } = useCopy();
  const { code: copy, deliveries } = useLaterCopy();
  const field = useRef<HTMLInputElement>(null);
  const { delivery } = state;
  const texts = deliveries[delivery.type];
  const length = 'length' in delivery ? delivery.length : 0;
  const code = useCode({ state, revision: attempt.revision, field, busy: busy !== null, send });
  const title =
    delivery.type === 'sms_word' ? copy.titleWord : delivery.type === 'sms_phrase' ? copy.titlePhrase : copy.title;
  const usePhone = () => send({ type: 'use_phone' });

  return (
    <StepPage
      title={title}
      lead={texts.lead(length)}
      leadShort={texts.leadShort(length)}
      focusKey={delivery.type}
      field={field}
      after={
        <Button
          look="quiet"
          icon={<ArrowLeft className="mirrored" />}
          busy={busy === 'use_phone' && shell.back}
          onClick={usePhone}
        >
          {shell.back}
        </Button>
      }
    >
      <DeliveryDrawing delivery={delivery} />
      <div className="code-side">
        <div className="code-main">
          <CodeField state={state} code={code} field={field} busy={busy === 'submit_code'} failure={failure} />
          <div className="well">
            <Smartphone className="wide-only" />
            <span>
              <Rich text={copy.sentTo('pattern' in delivery ? delivery.pattern : state.phoneMasked)} />
            </span>
            <Button look="quiet" dense aria-label={copy.changeLabel} onClick={usePhone}>
              {copy.change}
            </Button>
          </div>
          {delivery.type === 'fragment' ? <FragmentLink url={delivery.url} /> : null}
        </div>
        <div className="code-rest">
          <Notice kind="care" title={copy.onlyHereTitle} text={copy.onlyHereText} />
          <IssueNotice issue={issueElsewhere(state.issue, 'submit_code')} />
          {state.resend ? (
            <NextDeliveryLine
              resend={afterWait(state.resend, state.issue)}
              busy={busy === 'resend_code'}
              onResend={() => send({ type: 'resend_code' })}
            />
          ) : delivery.type !== 'email_code' && delivery.type !== 'email_setup' ? (
            <p>{copy.noOtherWay}</p>
          ) : null}
          {delivery.type === 'email_code' ? (
            <EmailReset
              delivery={delivery}
              busy={busy === 'reset_email'}
              onReset={() => send({ type: 'reset_email' })}
            />
          ) : null}
          <div className="divider wide-only" aria-hidden="true">
            {shell.or}
          </div>
          <Button
            full
            look={state.suggest === 'qr' ? 'main' : 'second'}
            icon={<QrCode />}
            busy={busy === 'show_qr' && copy.sending}
            onClick={() => send({ type: 'show_qr' })}
          >
            {copy.useQr}
          </Button>
        </div>
      </div>
    </StepPage>
  );
}

/** The next delivery, from when Telegram lets us ask for it again. */
const afterWait = (resend: NextDelivery, issue: Issue | null): NextDelivery => {
  const until = issue?.command === 'resend_code' ? issue.retryAt : null;
  return until !== null && until > resend.at ? { ...resend, at: until } : resend;
};

/** A link to Fragment, and to nothing else. */
function FragmentLink({ url }: { url: string }) {
  const { shell } = useCopy();
  const { code: copy } = useLaterCopy();
  const checked = fragmentUrl(url);
  if (checked === null) return <Notice kind="failed" text={copy.fragmentRefused} />;
  return (
    <a className={buttonClass('second', false, true)} href={checked} target="_blank" rel="noreferrer">
      {copy.openFragment} <ExternalLink />
      <span className="unseen">{shell.newTab}</span>
    </a>
  );
}
