import type { ActivityEntry, Connection } from '@botize/contract';
import { useCallback, useState } from 'react';
import { listActivity } from '../api/connections.ts';
import { useVisible } from '../ui/use-visible.ts';
import { usePolling } from './use-polling.ts';

const askAgainMs = 15_000;

export type ActivityState = ActivityEntry[] | 'loading' | 'failed';

/** What happened to a connection, or (null) to everything of the user's; asked for again when the connection changes. */
export function useActivity(connection: Connection | null): ActivityState {
  const [shown, setShown] = useState<{ of: string | null; state: ActivityState }>({ of: null, state: 'loading' });
  const visible = useVisible();
  const id = connection?.id ?? null;
  const version = connection && [connection.status, connection.generation, connection.lastCheck?.at].join(' ');

  const load = useCallback(
    async (signal: AbortSignal) => {
      try {
        const { items } = await listActivity(id, signal);
        if (!signal.aborted) setShown({ of: id, state: items });
      } catch {
        if (!signal.aborted)
          setShown((now) => (now.of === id && now.state !== 'loading' ? now : { of: id, state: 'failed' }));
      }
    },
    // A new version of the connection is a reason to ask at once.
    [id, version],
  );
  usePolling(load, visible ? askAgainMs : null);
  return shown.of === id ? shown.state : 'loading';
}
