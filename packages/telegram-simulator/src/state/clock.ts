/** The service's clock. Deadlines are kept in real time; only what clients are told is skewed. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };
