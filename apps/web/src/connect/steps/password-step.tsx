import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { ArrowLeft, ArrowRight, Eraser, Eye, EyeOff, TextCursorInput } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { useLaterCopy } from '../../copy/copy-context.tsx';
import { useMoment } from '../../copy/use-moment.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useCountdown } from '../../ui/use-countdown.ts';
import { ForgottenPassword } from '../drawings/forgotten-password.tsx';
import { useIssueText } from '../issue-text.ts';
import { StepPage } from '../step-page.tsx';
import type { StepProps } from '../step-props.ts';
import { TelegramsWords } from '../telegrams-words.tsx';
import { useRefusedField } from '../use-refused-field.ts';

const PasswordForm = z.object({ password: z.string().check(z.minLength(1)) });

/** The cloud password. It is sent as typed, spaces and all, and kept nowhere but in the field. */
export function PasswordStep({ attempt, state, busy, failure, send }: StepProps<'password'>) {
  const { time } = useLaterCopy();
  const { password: copy, laterFields } = useLaterCopy();
  const moment = useMoment();
  const issueText = useIssueText();
  const refused = useRefusedField(failure, 'password');
  const field = useRef<HTMLInputElement>(null);
  const form = useForm({
    defaultValues: { password: '' },
    resolver: standardSchemaResolver(PasswordForm),
    reValidateMode: 'onSubmit',
  });
  const registered = form.register('password', { onChange: () => form.clearErrors('password') });
  const empty = form.formState.errors.password !== undefined;
  const [visible, setVisible] = useState(false);
  const retryAt = state.issue?.retryAt ?? null;
  const waiting = useCountdown(retryAt) > 0;
  const checking = busy === 'submit_password';

  useEffect(() => {
    if (state.issue === null) return;
    field.current?.focus();
    field.current?.select();
    // Each answer with an issue is a new one, even if it says the same.
  }, [attempt.revision, state.issue === null]);

  const submit = form.handleSubmit(({ password }) => {
    if (!waiting) send({ type: 'submit_password', password });
  });

  return (
    <StepPage
      title={copy.title}
      lead={copy.lead}
      leadShort={copy.leadShort}
      field={field}
      after={
        <Button look="quiet" icon={<ArrowLeft className="mirrored" />} onClick={() => send({ type: 'use_phone' })}>
          {copy.anotherNumber}
        </Button>
      }
    >
      <ForgottenPassword keptUntil={time.until(moment(attempt.expiresAt))} />
      <form className="card card-body do-first" onSubmit={(event) => void submit(event)} noValidate>
        {state.hint ? (
          <div className="hint">
            <span className="small quiet-text">{copy.hint}</span>
            <b>
              “<bdi>{state.hint}</bdi>”
            </b>
          </div>
        ) : null}
        <TextField
          {...registered}
          ref={(input) => {
            registered.ref(input);
            field.current = input;
          }}
          type={visible ? 'text' : 'password'}
          label={copy.label}
          error={empty ? laterFields.password.required : (refused ?? issueText(state.issue))}
          autoComplete="current-password"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          end={
            <button
              type="button"
              className="show-button"
              aria-label={visible ? copy.hideLabel : copy.showLabel}
              onClick={() => setVisible(!visible)}
            >
              {visible ? <EyeOff /> : <Eye />} {visible ? copy.hide : copy.show}
            </button>
          }
        />
        <TelegramsWords issue={state.issue} />
        <ul className="points">
          <li>
            <Eraser />
            <span>{copy.forgotten}</span>
          </li>
          <li>
            <TextCursorInput />
            <span>{copy.exact}</span>
          </li>
        </ul>
        <div className="submit">
          <Button
            type="submit"
            look="main"
            full
            busy={checking && copy.busy}
            waiting={waiting}
            iconEnd={<ArrowRight className="mirrored" />}
          >
            {waiting && retryAt ? copy.waitSubmit(time.at(moment(retryAt))) : copy.submit}
          </Button>
          <p className="after-submit">{copy.triesLeft(state.triesLeft)}</p>
        </div>
      </form>
    </StepPage>
  );
}
