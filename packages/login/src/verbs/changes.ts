import type { AttemptFeed } from '../ports/world.ts';

/** Notices each change of one attempt, also those that come while nobody waits. */
export interface Changes {
  /** Resolves at a change since the last wait, after `ms`, or when `signal` aborts. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
  stop(): void;
}

export function listen(feed: AttemptFeed, attemptId: string, who: 'page' | 'server'): Changes {
  let changed = false;
  let wake = (): void => undefined;
  const stop = feed.subscribe(
    attemptId,
    () => {
      changed = true;
      wake();
    },
    who,
  );
  const wait = async (ms: number, signal?: AbortSignal): Promise<void> => {
    if (!changed && signal?.aborted !== true) await pause(ms, signal, (resolve) => (wake = resolve));
    changed = false;
  };
  return { wait, stop };
}

function pause(ms: number, signal: AbortSignal | undefined, onWake: (resolve: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, Math.min(ms, 2 ** 31 - 1));
    signal?.addEventListener('abort', done, { once: true });
    onWake(done);
  });
}
