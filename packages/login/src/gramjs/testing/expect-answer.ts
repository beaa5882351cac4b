import { expect } from 'vitest';
import type { CallResult } from '../../ports/telegram-gateway.ts';

/** The answer of a call, which must be one. */
export function answerOf<A>(result: CallResult<A>): A {
  if (result.kind !== 'answer') return expect.fail(`no answer but ${JSON.stringify(result)}`);
  return result.answer;
}

/** The answer, of the given kind. */
export function answerAs<A extends { kind: string }, K extends A['kind']>(
  result: CallResult<A>,
  kind: K,
): Extract<A, { kind: K }> {
  const answer = answerOf(result);
  expect(answer.kind).toBe(kind);
  return answer as Extract<A, { kind: K }>;
}
