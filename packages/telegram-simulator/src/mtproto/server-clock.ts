/** The server's idea of time, and the message ids made of it. */
export interface ServerClock {
  /** Seconds since 1970, with fraction. */
  now(): number;
  /** `answer`: the message answers one of the client's; otherwise it is the server's own. */
  nextMessageId(kind: 'answer' | 'own'): bigint;
}

const lowBits = { answer: 1n, own: 3n };

/** Above this the clock has been set back on purpose, and new ids start over from the new time. Seconds << 32. */
const monotonicSpan = 5n << 32n;

/** `clock` in milliseconds, `skewSeconds` asked each time. */
export function createServerClock(clock: () => number, skewSeconds: () => number): ServerClock {
  let last = 0n;
  const now = (): number => clock() / 1000 + skewSeconds();
  return {
    now,
    nextMessageId(kind) {
      const seconds = now();
      const whole = Math.floor(seconds);
      const base = (BigInt(whole) << 32n) | (BigInt(Math.floor((seconds - whole) * 2 ** 30)) << 2n);
      last = base <= last && last - base < monotonicSpan ? last + 4n : base;
      return last | lowBits[kind];
    },
  };
}
