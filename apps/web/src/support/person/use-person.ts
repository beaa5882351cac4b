import type { SupportPerson } from '@botize/contract';
import { useCallback, useState } from 'react';
import { failureOf, type Failure } from '../../api/problem.ts';
import { getPerson, personEventsUrl } from '../../api/support.ts';
import { useLive } from '../use-live.ts';

/** One user as they stand now, kept up to date. */
export function usePerson(userId: string) {
  const [person, setPerson] = useState<SupportPerson | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const load = useCallback(
    async (signal?: AbortSignal) => {
      try {
        const found = await getPerson(userId, signal);
        if (signal?.aborted) return;
        setPerson(found);
        setFailure(null);
      } catch (error) {
        if (!signal?.aborted) setFailure(failureOf(error));
      }
    },
    [userId],
  );
  useLive(personEventsUrl(userId), load);
  return { person, failure, reload: () => load() };
}
