import { describe, expect, it } from 'vitest';
import { checkContainer, checkMessageId, checkOrder, checkParity } from './check-message.ts';

const now = 1_800_000_000;
const idAt = (seconds: number): bigint => BigInt(seconds) << 32n;

describe('checkMessageId', () => {
  it.each([
    [-301, 16],
    [-299, null],
    [0, null],
    [29, null],
    [31, 17],
  ])('%i seconds from the server: %s', (offset, code) => {
    expect(checkMessageId(idAt(now + offset), now)).toBe(code);
  });

  it.each([1n, 2n, 3n])('is divisible by four, so not by adding %s', (low) => {
    expect(checkMessageId(idAt(now) + low, now)).toBe(18);
  });
});

describe('checkOrder', () => {
  const received = new Map([
    [idAt(10), 1],
    [idAt(20), 3],
    [idAt(30), 4],
  ]);

  it.each([
    ['the next content-related number', 40, 5, null],
    ['the next even number', 40, 4, null],
    ['a number used before', 40, 3, 32],
    ['an older message coming late', 15, 2, null],
    ['an older message with a number of now', 15, 3, 33],
    ['an older message with a number of later', 5, 7, 33],
  ])('%s', (_name, seconds, seqno, code) => {
    expect(checkOrder({ id: idAt(seconds), seqno }, received)).toBe(code);
  });
});

describe('checkParity', () => {
  it.each([
    ['request', 1, null],
    ['request', 2, 35],
    ['container', 2, null],
    ['container', 3, 34],
    ['service', 2, null],
    ['service', 3, null],
  ] as const)('%s with number %i: %s', (kind, seqno, code) => {
    expect(checkParity(seqno, kind)).toBe(code);
  });
});

describe('checkContainer', () => {
  it('is younger than all it contains', () => {
    const container = { id: 12n, seqno: 2 };
    expect(
      checkContainer(container, [
        { id: 4n, seqno: 1 },
        { id: 8n, seqno: 2 },
      ]),
    ).toBeNull();
    expect(
      checkContainer(container, [
        { id: 4n, seqno: 1 },
        { id: 16n, seqno: 2 },
      ]),
    ).toBe(64);
  });
});
