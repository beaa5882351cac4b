import { isTerminal, type Connection, type LoginAttempt } from '@botize/contract';
import { useCallback, useRef, useState } from 'react';
import { listConnections } from '../api/connections.ts';
import { currentAttempt } from '../api/endpoints.ts';
import { failureOf, type Failure } from '../api/problem.ts';
import { useVisible } from '../ui/use-visible.ts';
import { usePolling } from './use-polling.ts';

/** A check or a log-out elsewhere shows within this time. */
const askAgainMs = 4_000;

/** The user's connections and the sign-in that isn't finished, kept up to date while the page is looked at. */
export function useConnections() {
  const [items, setItems] = useState<Connection[] | null>(null);
  const [logoutsPending, setLogoutsPending] = useState<number | null>(null);
  const [unfinished, setUnfinished] = useState<LoginAttempt | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const changes = useRef(0);
  const visible = useVisible();

  const load = useCallback(async (signal?: AbortSignal) => {
    const before = changes.current;
    try {
      const [list, open] = await Promise.all([listConnections(signal), currentAttempt(signal)]);
      // What was asked before the person changed something tells of a time that has passed.
      if (signal?.aborted || before !== changes.current) return;
      setItems(list.items);
      setLogoutsPending(list.logoutsPending ?? null);
      setUnfinished(open !== null && !isTerminal(open.state.step) ? open : null);
      setFailure(null);
    } catch (error) {
      if (!signal?.aborted) setFailure(failureOf(error));
    }
  }, []);
  usePolling(load, visible ? askAgainMs : null);

  /** Shows a change at once; the next answer confirms it. */
  const change = (of: (now: Connection[]) => Connection[]) => {
    changes.current += 1;
    setItems((now) => (now === null ? null : of(now)));
  };

  return {
    items,
    unfinished,
    failure,
    /** Null while nobody has told. */
    logoutsPending,
    reload: () => void load(),
    replace: (changed: Connection) => change((now) => now.map((each) => (each.id === changed.id ? changed : each))),
    remove: (id: string) => {
      change((now) => now.filter((each) => each.id !== id));
      setLogoutsPending(null);
    },
  };
}
