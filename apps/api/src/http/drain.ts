import { setMaxListeners } from 'node:events';

/** The way out: no new attempts, open streams closed, requests in flight finished. */
export interface Drain {
  /** Aborted as soon as the way out begins. */
  readonly signal: AbortSignal;
  begin(): void;
  /** Counts a request in; the answer counts it out. */
  enter(): () => void;
  /** Resolves to true once nothing is in flight, to false after `withinMs`. */
  idle(withinMs: number): Promise<boolean>;
}

export const createDrain = (): Drain => {
  const ending = new AbortController();
  // One listener a stream: many are no leak.
  setMaxListeners(0, ending.signal);
  let inFlight = 0;
  const waiting = new Set<() => void>();

  const leaveOnce = () => {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      inFlight -= 1;
      if (inFlight === 0) for (const wake of waiting) wake();
    };
  };

  return {
    signal: ending.signal,
    begin: () => ending.abort(),
    enter: () => {
      inFlight += 1;
      return leaveOnce();
    },
    idle: (withinMs) => {
      if (inFlight === 0) return Promise.resolve(true);
      return new Promise((resolve) => {
        const settle = (idle: boolean) => {
          clearTimeout(timer);
          waiting.delete(wake);
          resolve(idle);
        };
        const wake = () => settle(true);
        const timer = setTimeout(() => settle(false), withinMs);
        waiting.add(wake);
      });
    },
  };
};
