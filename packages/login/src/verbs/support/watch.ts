import type { SupportStore } from '../../ports/support.ts';
import { mustBeKnown } from './see-person.ts';

const pollMs = 1_000;

/** Tells when what staff see may have changed: once at the beginning, then after each change, until `signal` aborts. */
export interface SupportWatch {
  watchList(signal: AbortSignal): AsyncIterable<number>;
  /** @throws Refusal support.person_not_found */
  watchPerson(userId: string, signal: AbortSignal): Promise<AsyncIterable<number>>;
}

interface Scope {
  version: string | null;
  listeners: Set<() => void>;
  timer: NodeJS.Timeout | null;
}

/**
 * Looks once a second whether a version is another than before, once for all that watch the same. The version lies in
 * the store, so changes of other processes are seen as well.
 */
export function createSupportWatch(support: Pick<SupportStore, 'version' | 'isKnown'>, everyMs = pollMs): SupportWatch {
  const scopes = new Map<string | null, Scope>();

  const poll = async (userId: string | null, scope: Scope) => {
    try {
      const found = await support.version(userId);
      if (scope.version !== null && scope.version !== found) {
        for (const listener of scope.listeners) listener();
      }
      scope.version = found;
    } catch {
      // A store that doesn't answer now may do so in a second; whoever watches keeps what they have.
    }
    if (scope.listeners.size > 0) scope.timer = setTimeout(() => void poll(userId, scope), everyMs).unref();
  };

  const enter = (userId: string | null, listener: () => void): (() => void) => {
    const scope = scopes.get(userId) ?? { version: null, listeners: new Set(), timer: null };
    scopes.set(userId, scope);
    scope.listeners.add(listener);
    if (scope.listeners.size === 1) void poll(userId, scope);
    return () => {
      scope.listeners.delete(listener);
      if (scope.listeners.size > 0) return;
      if (scope.timer !== null) clearTimeout(scope.timer);
      scopes.delete(userId);
    };
  };

  return {
    watchList: (signal) => follow((listener) => enter(null, listener), signal),
    watchPerson: async (userId, signal) => {
      await mustBeKnown({ support }, userId);
      return follow((listener) => enter(userId, listener), signal);
    },
  };
}

async function* follow(enter: (listener: () => void) => () => void, signal: AbortSignal): AsyncGenerator<number> {
  let changed = true;
  let wake = (): void => undefined;
  const tell = () => {
    changed = true;
    wake();
  };
  const leave = enter(tell);
  const stop = () => wake();
  signal.addEventListener('abort', stop);
  try {
    for (let n = 1; !signal.aborted; n += 1) {
      if (!changed) await new Promise<void>((resolve) => (wake = resolve));
      changed = false;
      if (signal.aborted) return;
      yield n;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    leave();
  }
}
