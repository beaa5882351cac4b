import { StartAttempt } from '@botize/contract';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { fieldErrorsOf } from './field-errors.ts';

const errorsOf = (schema: z.core.$ZodType, value: unknown) => {
  const parsed = z.safeParse(schema, value);
  return parsed.success ? [] : fieldErrorsOf(parsed.error.issues, value);
};
const consent = { version: '2026-11' };
const goodPair = { apiId: 1, apiHash: '0'.repeat(32) };

describe('field errors', () => {
  it.each([
    [undefined, '', 'required'],
    [null, '', 'type'],
    [{ credentials: goodPair, consent: null }, '/consent', 'type'],
    [{ consent }, '/credentials', 'required'],
    [{ credentials: 'x', consent }, '/credentials', 'type'],
    [{ credentials: { ...goodPair, apiId: 0 }, consent }, '/credentials/apiId', 'range'],
    [{ credentials: { ...goodPair, apiId: 2 ** 40 }, consent }, '/credentials/apiId', 'range'],
    [{ credentials: { ...goodPair, apiHash: 'Z'.repeat(32) }, consent }, '/credentials/apiHash', 'format'],
    [{ credentials: { apiId: 1 }, consent }, '/credentials/apiHash', 'required'],
    [{ credentials: { fromConnection: 'x' }, consent }, '/credentials/fromConnection', 'format'],
    [{ credentials: goodPair, consent, 'a secret': 1, another: 2 }, '', 'unknown_member'],
    [{ credentials: { ...goodPair, 'a secret': 1 }, consent }, '/credentials', 'unknown_member'],
  ])('of %j name %s', (value, pointer, code) => {
    expect(errorsOf(StartAttempt, value)).toEqual([{ pointer, code }]);
  });

  it('are those of the kind of credentials that was meant', () => {
    const empty = errorsOf(StartAttempt, { credentials: {}, consent });
    expect(empty.map((error) => error.pointer)).toEqual(['/credentials/apiId', '/credentials/apiHash']);
  });

  it('escape what would be taken for a path', () => {
    const schema = z.object({ 'a/b~c': z.string() });
    expect(errorsOf(schema, {})).toEqual([{ pointer: '/a~1b~0c', code: 'required' }]);
  });

  it('are never more than a page', () => {
    const errors = errorsOf(
      z.array(z.string()),
      Array.from({ length: 500 }, () => 1),
    );
    expect(errors).toHaveLength(20);
  });
});
