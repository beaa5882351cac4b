import { E164, type StateOf } from '@botize/contract';
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { Clock, MessageSquareText, Send } from 'lucide-react';
import { useState, type FormEvent, type RefObject } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import type { CommandInput } from '../../api/endpoints.ts';
import type { Failure } from '../../api/problem.ts';
import { useLaterCopy } from '../../copy/copy-context.tsx';
import { useMoment } from '../../copy/use-moment.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Rich } from '../../ui/rich.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useCountdown } from '../../ui/use-countdown.ts';
import { issueOn } from '../issue-on.ts';
import { useIssueText } from '../issue-text.ts';
import { TelegramsWords } from '../telegrams-words.tsx';
import { useRefusedField } from '../use-refused-field.ts';
import { CountryCombobox } from './country-combobox.tsx';
import type { Countries } from './use-countries.ts';
import type { NumberState } from './use-number.ts';

/** Only the shape of a number may refuse it here. */
const NumberForm = z.object({ phone: E164 });

interface PhoneFormProps {
  state: StateOf<'phone'>;
  number: NumberState;
  countries: Countries | null;
  field: RefObject<HTMLInputElement | null>;
  busy: boolean;
  failure: Failure | null;
  send: (command: CommandInput) => void;
}

export function PhoneForm({ state, number, countries, field, busy, failure, send }: PhoneFormProps) {
  const { time } = useLaterCopy();
  const { phone: copy, flood } = useLaterCopy();
  const moment = useMoment();
  const issueText = useIssueText();
  const form = useForm({
    values: { phone: number.e164 ?? '' },
    resolver: standardSchemaResolver(NumberForm),
    resetOptions: { keepIsSubmitted: true },
  });
  const [other, setOther] = useState(false);
  const [refused, setRefused] = useState<string | null>(number.draft.text);
  const stored = other ? null : state.storedPhoneMasked;
  // The issue was about the number that was sent; another one makes it old.
  const own = refused === number.draft.text || stored !== null ? issueOn(state.issue, 'submit_phone') : null;
  const issue = issueText(own);
  const retryAt = own?.retryAt ?? null;
  const waiting = useCountdown(retryAt) > 0;
  const refusedField = useRefusedField(failure, 'phone');
  const wrong = useNumberSentence(form.formState.isSubmitted, number);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy || waiting) return;
    if (stored !== null) return send({ type: 'submit_phone', stored: true });
    setRefused(number.draft.text);
    void form.handleSubmit(
      ({ phone }) => send({ type: 'submit_phone', phone }),
      () => field.current?.focus(),
    )(event);
  };

  return (
    <form className="card card-body phone-form" onSubmit={submit} noValidate>
      <h2>{copy.card}</h2>
      {stored === null ? (
        <>
          <div className="phone-fields">
            <CountryCombobox countries={countries} value={number.draft.country} onChange={number.choose} />
            <TextField
              ref={field}
              name="phone"
              type="tel"
              dir="ltr"
              inputMode="tel"
              autoComplete="tel"
              label={copy.number}
              value={number.draft.text}
              error={wrong ?? refusedField ?? issue}
              onPaste={number.paste}
              onChange={(event) => number.type(event.target.value)}
            />
          </div>
          <E164Preview number={number} />
        </>
      ) : (
        <StoredNumber masked={stored} error={issue} onOther={() => setOther(true)} />
      )}
      <TelegramsWords issue={own} />
      <Notice kind="care" title={copy.warningTitle} text={copy.warningText} />
      <ul className="points">
        <li>
          <MessageSquareText />
          <span>{copy.comesInApp}</span>
        </li>
        <li>
          <Clock />
          <span>{copy.fiveADay}</span>
        </li>
      </ul>
      <div className="submit card-last">
        <Button type="submit" look="main" full busy={busy && copy.busy} waiting={waiting}>
          {waiting && retryAt ? flood.send(time.at(moment(retryAt))) : copy.submit}
        </Button>
        <p className="after-submit">{copy.after}</p>
      </div>
    </form>
  );
}

function useNumberSentence(pressed: boolean, { problem }: NumberState): string | null {
  const { phone: copy, laterFields } = useLaterCopy();
  if (!pressed || problem === null) return null;
  if (problem.kind === 'empty') return laterFields.phone.required;
  if (problem.kind === 'noPrefix') return copy.noPrefix;
  return problem.kind === 'tooShort' ? copy.tooShort(problem.digits) : copy.tooLong(problem.digits);
}

/** The number in the form that leaves this page: a value that goes to Telegram stands on blue paper. */
function E164Preview({ number }: { number: NumberState }) {
  const { phone: copy } = useLaterCopy();
  return (
    <div className="preview">
      <div className="preview-paper">
        <Send className="mirrored" />
        <span>{copy.telegramGets}</span>
        <b>
          <bdi dir="ltr">{number.e164 ?? '…'}</bdi>
        </b>
      </div>
      {number.draft.readFrom ? (
        <p className="small quiet-text">
          <Rich text={copy.readFrom(number.draft.readFrom)} />
        </p>
      ) : number.unusual ? (
        <p className="small quiet-text">{copy.unusual}</p>
      ) : null}
    </div>
  );
}

interface StoredNumberProps {
  masked: string;
  error: string | null;
  onOther: () => void;
}

/** The number of the connection being reconnected; only its mask ever reaches this page. */
function StoredNumber({ masked, error, onOther }: StoredNumberProps) {
  const { phone: copy } = useLaterCopy();
  return (
    <>
      <div className="well">
        <span>
          {copy.stored}: <bdi>{masked}</bdi>
        </span>
        <Button look="quiet" dense onClick={onOther}>
          {copy.useAnother}
        </Button>
      </div>
      {error ? <Notice kind="failed" text={error} /> : null}
    </>
  );
}
