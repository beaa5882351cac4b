import { describe, expect, it } from 'vitest';
import { createServerClock } from './server-clock.ts';

describe('the server clock', () => {
  it('is off by the skew', () => {
    expect(
      createServerClock(
        () => 10_000,
        () => -3,
      ).now(),
    ).toBe(7);
  });

  it('makes growing ids of the time, with the kind in the low bits', () => {
    const clock = createServerClock(
      () => 1_700_000_000_500,
      () => 0,
    );
    const ids = [clock.nextMessageId('answer'), clock.nextMessageId('own'), clock.nextMessageId('answer')];
    expect(ids.map((id) => id & 3n)).toEqual([1n, 3n, 1n]);
    expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? -1 : 1)));
    expect(ids.map((id) => id >> 32n)).toEqual([1_700_000_000n, 1_700_000_000n, 1_700_000_000n]);
  });

  it('goes back when it is set back, but not for a moment’s jitter', () => {
    let ms = 1_700_000_000_000;
    const clock = createServerClock(
      () => ms,
      () => 0,
    );
    const first = clock.nextMessageId('own');
    ms -= 2000;
    expect(clock.nextMessageId('own')).toBeGreaterThan(first);
    ms -= 3_600_000;
    expect(clock.nextMessageId('own') >> 32n).toBe(BigInt(Math.floor(ms / 1000)));
  });
});
