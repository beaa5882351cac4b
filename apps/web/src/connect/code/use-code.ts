import type { StateOf } from '@botize/contract';
import { useEffect, useState, type RefObject } from 'react';
import type { CommandInput } from '../../api/endpoints.ts';
import { useLaterCopy } from '../../copy/copy-context.tsx';
import type { LaterCatalogue } from '../../copy/en-later.ts';
import { useCountdown } from '../../ui/use-countdown.ts';
import { issueOn } from '../issue-on.ts';
import { beginsAs, inputOf, textTyped, type CodeInput } from './delivery-input.ts';

interface CodeOptions {
  state: StateOf<'code'>;
  revision: number;
  field: RefObject<HTMLInputElement | null>;
  busy: boolean;
  send: (command: CommandInput) => void;
}

/** The code being typed: it goes by itself after the last digit, and after a wrong one the next digit starts over. */
export function useCode({ state, revision, field, busy, send }: CodeOptions) {
  const copy = useLaterCopy();
  const input = inputOf(state.delivery);
  const [value, setValue] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const waiting = useCountdown(issueOn(state.issue, 'submit_code')?.retryAt ?? null) > 0;

  useEffect(() => {
    if (state.issue === null) return;
    field.current?.focus();
    field.current?.select();
    // Each answer with an issue is a new one, even if it says the same.
  }, [revision, state.issue === null]);

  const submit = (text: string) => {
    const found = problemOf(text, input, copy);
    setProblem(found);
    if (found !== null || busy || waiting) return;
    send({ type: 'submit_code', code: input.kind === 'digits' ? text : textTyped(text) });
  };

  return {
    input,
    value,
    problem,
    waiting,
    change: (text: string) => {
      setValue(text);
      setProblem(null);
      if (input.kind === 'digits' && text.length === input.length && text !== value) submit(text);
    },
    submit: () => {
      submit(value);
      field.current?.focus();
    },
  };
}

function problemOf(text: string, input: CodeInput, { code: copy, laterFields }: LaterCatalogue): string | null {
  if (input.kind === 'digits') {
    if (text === '') return copy.emptyDigits(input.length);
    return text.length < input.length ? copy.tooFew(text.length, input.length) : null;
  }
  const typed = textTyped(text);
  if (typed === '') return laterFields.code.required;
  return beginsAs(typed, input.beginning) ? null : copy.wrongBeginning(input.beginning ?? '');
}
