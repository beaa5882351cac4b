import { isTerminal, type Connection, type LoginAttempt } from '@botize/contract';
import { useCallback, useEffect, useState } from 'react';
import { listConnections } from '../api/connections.ts';
import { currentAttempt } from '../api/endpoints.ts';
import { failureOf, type Failure } from '../api/problem.ts';
import { useVisible } from '../ui/use-visible.ts';

/** The user's connections and the sign-in that isn't finished; asked for again whenever the page is looked at. */
export function useConnections() {
  const [items, setItems] = useState<Connection[] | null>(null);
  const [unfinished, setUnfinished] = useState<LoginAttempt | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const visible = useVisible();

  const load = useCallback(async (signal?: AbortSignal) => {
    try {
      const [list, open] = await Promise.all([listConnections(signal), currentAttempt(signal)]);
      if (signal?.aborted) return;
      setItems(list.items);
      setUnfinished(open !== null && !isTerminal(open.state.step) ? open : null);
      setFailure(null);
    } catch (error) {
      if (!signal?.aborted) setFailure(failureOf(error));
    }
  }, []);

  useEffect(() => {
    if (!visible) return;
    const stopping = new AbortController();
    void load(stopping.signal);
    return () => stopping.abort();
  }, [visible, load]);

  return {
    items,
    unfinished,
    failure,
    reload: () => void load(),
    replace: (changed: Connection) =>
      setItems((now) => now?.map((each) => (each.id === changed.id ? changed : each)) ?? null),
    remove: (id: string) => setItems((now) => now?.filter((each) => each.id !== id) ?? null),
  };
}
