import type { Issue, StateOf } from '@botize/contract';
import { ArrowLeft } from 'lucide-react';
import { useRef, useState } from 'react';
import { serverNow } from '../../api/server-clock.ts';
import { useCopy, useLaterCopy } from '../../copy/copy-context.tsx';
import { Button } from '../../ui/button.tsx';
import { issueElsewhere, issueOn } from '../issue-on.ts';
import type { StepProps } from '../step-props.ts';
import { StepPage } from '../step-page.tsx';
import { FloodWait } from './flood-wait.tsx';
import { PhoneForm } from './phone-form.tsx';
import { QrCard } from './qr-card.tsx';
import { useCountries } from './use-countries.ts';
import { useNumber } from './use-number.ts';

type Waiting = Issue & { retryAt: string };

export function PhoneStep({ attempt, state, busy, failure, send, toCredentials, draft }: StepProps<'phone'>) {
  const { shell } = useCopy();
  const { phone: copy } = useLaterCopy();
  const countries = useCountries();
  const number = useNumber(draft, state.country, countries);
  const field = useRef<HTMLInputElement>(null);
  const [left, setLeft] = useState<string | null>(null);
  const wait = useWait(state);
  const showQr = () => send({ type: 'show_qr' });

  if (wait !== null && left !== wait.retryAt) {
    const sendNumber = () => {
      if (number.e164 !== null && number.problem === null) send({ type: 'submit_phone', phone: number.e164 });
      else if (state.storedPhoneMasked !== null) send({ type: 'submit_phone', stored: true });
      else setLeft(wait.retryAt);
    };
    return (
      <FloodWait
        issue={wait}
        masked={number.e164 && countries ? countries.maskNumber(number.e164) : state.storedPhoneMasked}
        reference={attempt.reference}
        busy={busy === 'show_qr' || busy === 'submit_phone' ? busy : null}
        onQr={showQr}
        onSend={sendNumber}
        onAnother={() => setLeft(wait.retryAt)}
      />
    );
  }

  return (
    <StepPage
      title={copy.title}
      lead={copy.lead}
      leadShort={copy.leadShort}
      layout="halves"
      field={field}
      after={
        <Button look="quiet" icon={<ArrowLeft className="mirrored" />} onClick={toCredentials}>
          {copy.backToCredentials}
        </Button>
      }
    >
      <PhoneForm
        state={state}
        number={number}
        countries={countries}
        field={field}
        busy={busy === 'submit_phone'}
        failure={failure}
        send={send}
      />
      <div className="or" aria-hidden="true">
        <span>{shell.or}</span>
      </div>
      <QrCard
        qr={state.qr}
        issue={issueElsewhere(state.issue, 'submit_phone')}
        busy={busy === 'show_qr'}
        onShow={showQr}
      />
    </StepPage>
  );
}

/** The wait that the state tells of, if it isn't over when the page is opened; one that ends meanwhile stays shown. */
function useWait({ issue: met, qr }: StateOf<'phone'>): Waiting | null {
  const issue = issueOn(met, 'submit_phone');
  const opened = useRef({ retryAt: '', running: false });
  const retryAt = issue?.retryAt ?? null;
  if (issue === null || retryAt === null || qr !== null) return null;
  if (opened.current.retryAt !== retryAt) opened.current = { retryAt, running: Date.parse(retryAt) > serverNow() };
  return opened.current.running ? { ...issue, retryAt } : null;
}
