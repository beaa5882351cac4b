import { describe, expect, it } from 'vitest';
import { meaningsOf } from './understand.ts';

const kindsOf = (q: string) => meaningsOf(q).map(({ kind }) => kind);
const numbersOf = (q: string) =>
  meaningsOf(q).flatMap((meaning) => (meaning.kind === 'phone' && 'numbers' in meaning ? meaning.numbers : []));

describe('what staff type', () => {
  it.each([
    '+34 612 345 678',
    '+34-612-345-678',
    '0034612345678',
    '00 34 612 34 56 78',
    '34612345678',
    '(+34) 612.345.678',
    'tel:+34612345678',
    '  \u202a+34 612 345 678\u202c ',
    '+٣٤ ٦١٢ ٣٤٥ ٦٧٨',
    '＋34 612 345 678',
    '+34\u00a0612–345–678',
  ])('%j is a number', (q) => {
    expect(numbersOf(q)).toContain('+34612345678');
  });

  it.each([
    ['612 345 678', '+34612345678'],
    ['612-345-678', '+34612345678'],
    ['06 12 34 56 78', '+33612345678'],
    ['(020) 7946 0958', '+442079460958'],
  ])('%j is a number that lacks its country', (q, number) => {
    expect(numbersOf(q)).toContain(number);
  });

  it('that says its country is no other country’s', () => {
    expect(numbersOf('+34 612 345 678')).toEqual(['+34612345678']);
    expect(numbersOf('0034612345678')).toEqual(['+34612345678']);
  });

  it('may have the zero that is not dialled from abroad', () => {
    expect(numbersOf('+44 (0)20 7946 0958')).toContain('+442079460958');
  });

  it.each(['12345', '+0612345678', '612 345 678 901 234 567', '2026-11-25T10:00', 'abc 612345678'])(
    '%j is none',
    (q) => {
      expect(numbersOf(q)).toEqual([]);
    },
  );

  it('of digits alone is first somebody’s id', () => {
    expect(kindsOf('34612345678')).toEqual(['user', 'phone']);
    expect(kindsOf('+34612345678')).toEqual(['phone']);
  });

  it.each(['CN-7K3M-Q2WD', 'cn-7k3m-q2wd', 'CN7K3MQ2WD', 'cn 7k3m q2wd', '7K3M-Q2WD', ' CN-7K3M-Q2WD\n'])(
    '%j is a reference',
    (q) => {
      expect(meaningsOf(q)[0]).toEqual({ kind: 'reference', value: 'CN-7K3M-Q2WD' });
    },
  );

  it('may take letters for digits that look like them', () => {
    expect(meaningsOf('CN-OI1L-0AAA')[0]).toEqual({ kind: 'reference', value: 'CN-0111-0AAA' });
    expect(kindsOf('CN-UUUU-UUUU')).not.toContain('reference');
  });

  it.each(['@Bob_92', 'https://t.me/Bob_92', 't.me/bob_92/', 'telegram.me/@bob_92'])('%j is a username', (q) => {
    expect(meaningsOf(q)).toEqual([{ kind: 'username', value: 'bob_92' }]);
  });

  it.each([
    [`con_${'A'.repeat(22)}`, ['connection']],
    [`req_${'A'.repeat(22)}`, ['request']],
    [`phone:${'a'.repeat(64)}`, ['phone']],
    ['ana@example.com', ['user', 'label']],
    ['Ana María', ['label']],
    ['ana_maria', ['user', 'label', 'username']],
    ['', []],
    ['  \u200b ', []],
  ] as const)('%j is %j', (q, kinds) => {
    expect(kindsOf(q)).toEqual(kinds);
  });
});
