import { BrowserSession, Meta, Problem } from '@botize/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meta, session } from '../testing/draw.tsx';
import { firstMeta, firstSession, usualRefusal } from './first-answers.ts';

/** Each member in turn is taken away, or is something else. */
const spoilt = (answer: object) =>
  fc.record({ name: fc.constantFrom(...Object.keys(answer)), value: fc.option(fc.jsonValue(), { nil: undefined }) });

const cases = [
  { what: 'what the page must know', contract: Meta, first: firstMeta, full: { ...meta, auditRetentionDays: 365 } },
  {
    what: 'who sits at the browser',
    contract: BrowserSession,
    first: firstSession,
    full: {
      ...session,
      connectionId: 'con_0123456789abcdefghijkl',
      subjectId: 'user-7',
      returnUrl: 'https://host.example/back',
      locale: 'es',
      embedOrigin: 'https://host.example',
    },
  },
] as const;

describe.each(cases)('$what, read without the contract', ({ contract, first, full }) => {
  it('is what the contract reads, without what it doesn’t know', () => {
    const answer = { ...full, later: 'added' };
    expect(first.safeParse(answer)).toEqual({ success: true, data: contract.parse(answer) });
  });

  it('is read wherever the contract would, and with the same result', () => {
    fc.assert(
      fc.property(spoilt(full), ({ name, value }) => {
        const answer = { ...full, [name]: value };
        const strict = contract.safeParse(answer);
        fc.pre(strict.success);
        expect(first.safeParse(answer)).toEqual({ success: true, data: strict.data });
      }),
      { numRuns: 500 },
    );
  });

  it.each(Object.keys(full))('is refused with a %s of another kind', (name) => {
    const answer = { ...full, [name]: [7] };
    expect(contract.safeParse(answer).success).toBe(false);
    expect(first.safeParse(answer)).toEqual({ success: false });
  });

  it.each([null, undefined, 5, 'text', []])('is not %j', (answer) => {
    expect(first.safeParse(answer)).toEqual({ success: false });
  });
});

describe('a refusal', () => {
  const problem = { type: 'about:blank', title: 'x', status: 401, requestId: 'req_0123456789abcdefghij' };

  it.each(['session.none', 'attempt.none'])('%s is read without the contract', (code) => {
    const { code: read, requestId } = Problem.parse({ ...problem, code });
    expect(usualRefusal({ ...problem, code })).toEqual({ code: read, requestId });
  });

  it.each([{ ...problem, code: 'server.busy' }, { code: 'session.none' }, null])('%j is left to it', (answer) => {
    expect(usualRefusal(answer)).toBeNull();
  });
});
