import { codeGroup, type StateOf } from '@botize/contract';
import { useId, type FormEvent, type RefObject } from 'react';
import { useLaterCopy } from '../../copy/copy-context.tsx';
import { useMoment } from '../../copy/use-moment.ts';
import type { Failure } from '../../api/problem.ts';
import { Button } from '../../ui/button.tsx';
import { Rich } from '../../ui/rich.tsx';
import { FieldError, TextField } from '../../ui/text-field.tsx';
import { issueOn } from '../issue-on.ts';
import { useIssueText } from '../issue-text.ts';
import { TelegramsWords } from '../telegrams-words.tsx';
import { useRefusedField } from '../use-refused-field.ts';
import { CodeBoxes } from './code-boxes.tsx';
import type { useCode } from './use-code.ts';

interface CodeFieldProps {
  state: StateOf<'code'>;
  code: ReturnType<typeof useCode>;
  field: RefObject<HTMLInputElement | null>;
  busy: boolean;
  failure: Failure | null;
}

/** Where the code is typed: boxes or a text field, with what is wrong with it below. */
export function CodeField({ state, code, field, busy, failure }: CodeFieldProps) {
  const { time } = useLaterCopy();
  const { code: copy } = useLaterCopy();
  const moment = useMoment();
  const id = useId();
  const { delivery } = state;
  const issue = useCodeIssue(state);
  const refused = useRefusedField(failure, 'code');
  const error = code.problem ?? refused ?? issue;
  // A wait or a lost answer says nothing against what stands in the boxes.
  const wrong = error !== null && (error !== issue || isWrongCode(state));
  const own = issueOn(state.issue, 'submit_code');
  const retryAt = own?.retryAt ?? null;
  const label =
    delivery.type === 'sms_word'
      ? copy.labelWord
      : delivery.type === 'sms_phrase'
        ? copy.labelPhrase
        : delivery.type === 'missed_call' && code.input.kind === 'digits'
          ? copy.labelMissedCall(code.input.length)
          : copy.label;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    code.submit();
  };
  const waitLabel = code.waiting && retryAt ? copy.waitSubmit(time.at(moment(retryAt))) : null;

  if (code.input.kind === 'text') {
    return (
      <form className="code-form" onSubmit={submit} noValidate>
        <TextField
          ref={field}
          name="code"
          label={label}
          value={code.value}
          error={error}
          help={
            code.input.beginning ? (
              <span>
                <Rich text={copy.beginsWith(code.input.beginning)} />
              </span>
            ) : null
          }
          autoComplete="one-time-code"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          onChange={(event) => code.change(event.target.value)}
        />
        <TelegramsWords issue={state.issue} />
        <Button type="submit" look="main" full busy={busy && copy.checking} waiting={code.waiting}>
          {waitLabel ?? copy.submit}
        </Button>
      </form>
    );
  }

  const { length } = code.input;
  // Digits go by themselves; a button is only needed to send again what already stands in the boxes.
  const again = own !== null && code.value.length === length && !isWrongCode(state);
  return (
    <form className="code-form" onSubmit={submit} noValidate>
      <div className="field">
        <div className="field-top">
          <label className="field-label" htmlFor={id}>
            {label}
          </label>
          <span className="field-note wide-only">{copy.digits(length)}</span>
        </div>
        {delivery.type === 'missed_call' && delivery.prefix ? (
          <p className="missed-prefix mono" dir="ltr">
            <bdi>{delivery.prefix}</bdi> …
          </p>
        ) : null}
        <CodeBoxes
          field={field}
          id={id}
          length={length}
          value={code.value}
          wrong={wrong}
          describedBy={`${id}-line`}
          onChange={code.change}
        />
        <div id={`${id}-line`}>
          {error !== null ? (
            <FieldError id={`${id}-error`} text={error} />
          ) : (
            <p className="field-line" role="status">
              {busy ? copy.checking : copy.checkedAfter(length)}
            </p>
          )}
        </div>
      </div>
      <TelegramsWords issue={state.issue} />
      {again || code.waiting ? (
        <Button type="submit" look="main" full busy={busy && copy.checking} waiting={code.waiting}>
          {waitLabel ?? copy.submit}
        </Button>
      ) : null}
    </form>
  );
}

const isWrongCode = ({ issue }: StateOf<'code'>) =>
  issue !== null && ['codeWrong', 'codeMissing'].includes(codeGroup(issue.code));

/** The issue's sentence; a wrong code also says where to look and how many tries are left. */
function useCodeIssue(state: StateOf<'code'>): string | null {
  const { code: copy } = useLaterCopy();
  const issueText = useIssueText();
  const text = issueText(issueOn(state.issue, 'submit_code'));
  if (text === null || !isWrongCode(state)) return text;
  const title = /^\*\*.*?\*\*/.exec(text)?.[0] ?? '';
  const sentence = state.delivery.type === 'app' ? `${title} ${copy.wrongInApp}` : text;
  return `${sentence} ${copy.triesLeft(state.triesLeft)}`;
}
