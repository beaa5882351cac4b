import { Email } from '@botize/contract';
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { ArrowLeft, ArrowRight, Mail } from 'lucide-react';
import { useRef } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { serverNow } from '../../api/server-clock.ts';
import { useLaterCopy } from '../../copy/copy-context.tsx';
import { useMoment } from '../../copy/use-moment.ts';
import { Button } from '../../ui/button.tsx';
import { Rich } from '../../ui/rich.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useCountdown } from '../../ui/use-countdown.ts';
import { Drawing, ScreenTop } from '../drawings/drawn-phone.tsx';
import { useIssueText } from '../issue-text.ts';
import { StepPage } from '../step-page.tsx';
import type { StepProps } from '../step-props.ts';
import { TelegramsWords } from '../telegrams-words.tsx';
import { useRefusedField } from '../use-refused-field.ts';

const EmailForm = z.object({ email: z.pipe(z.string().check(z.trim()), Email) });

/** Telegram wants an email address for the sign-in codes of this account. */
export function EmailStep({ state, busy, failure, send }: StepProps<'email'>) {
  const { time } = useLaterCopy();
  const { email: copy, laterFields, phone, flood } = useLaterCopy();
  const moment = useMoment();
  const clock = moment(new Date(serverNow()).toISOString()).clock;
  const issueText = useIssueText();
  const refused = useRefusedField(failure, 'email');
  const field = useRef<HTMLInputElement>(null);
  const form = useForm({
    defaultValues: { email: '' },
    resolver: standardSchemaResolver(EmailForm),
    reValidateMode: 'onSubmit',
  });
  const wrong = form.formState.errors.email
    ? laterFields.email[form.getValues('email').trim() === '' ? 'required' : 'format']
    : null;
  const registered = form.register('email', { onChange: () => form.clearErrors('email') });
  const retryAt = state.issue?.retryAt ?? null;
  const waiting = useCountdown(retryAt) > 0;

  const submit = form.handleSubmit(({ email }) => {
    if (!waiting) send({ type: 'submit_email', email });
  });

  return (
    <StepPage
      title={copy.title}
      lead={copy.lead}
      leadShort={copy.leadShort}
      field={field}
      after={
        <Button look="quiet" icon={<ArrowLeft className="mirrored" />} onClick={() => send({ type: 'use_phone' })}>
          {phone.useAnother}
        </Button>
      }
    >
      <Drawing
        title={copy.lookTitle}
        look={copy.look}
        screen={
          <>
            <ScreenTop clock={clock} title="" />
            <div className="screen-question">
              <b>{copy.drawingTitle}</b>
              <span className="screen-here">
                <span className="screen-face screen-face-here">
                  <Mail />
                </span>
                {copy.drawingField}
              </span>
            </div>
          </>
        }
      />
      <form className="card card-body do-first" onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          {...registered}
          ref={(input) => {
            registered.ref(input);
            field.current = input;
          }}
          type="email"
          dir="ltr"
          inputMode="email"
          label={copy.label}
          note={copy.note}
          error={wrong ?? refused ?? issueText(state.issue)}
          help={copy.why}
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
        />
        <TelegramsWords issue={state.issue} />
        <div className="submit">
          <Button
            type="submit"
            look="main"
            full
            busy={busy === 'submit_email' && copy.busy}
            waiting={waiting}
            iconEnd={<ArrowRight className="mirrored" />}
          >
            {waiting && retryAt ? flood.send(time.at(moment(retryAt))) : copy.submit}
          </Button>
          <p className="after-submit">
            <Rich text={copy.signingInAs(state.phoneMasked)} />
          </p>
        </div>
      </form>
    </StepPage>
  );
}
