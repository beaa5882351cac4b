import type { AttemptFeed } from '../ports/world.ts';

type Listener = { call: () => void; who: 'page' | 'server' };

/** A feed within one process. Listeners of other processes notice a change when they poll the store. */
export function createFeed(): AttemptFeed {
  const listeners = new Map<string, Set<Listener>>();
  const remove = (attemptId: string, entry: Listener) => {
    const all = listeners.get(attemptId);
    all?.delete(entry);
    if (all?.size === 0) listeners.delete(attemptId);
  };
  return {
    publish: (attemptId) => {
      for (const entry of [...(listeners.get(attemptId) ?? [])]) entry.call();
    },
    subscribe: (attemptId, listener, who = 'page') => {
      const entry = { call: listener, who };
      const all = listeners.get(attemptId) ?? new Set<Listener>();
      listeners.set(attemptId, all.add(entry));
      return () => remove(attemptId, entry);
    },
    hasListeners: (attemptId) => [...(listeners.get(attemptId) ?? [])].some(({ who }) => who === 'page'),
  };
}
