import type { SupportList, SupportSearch } from '@botize/contract';
import { useCallback, useRef, useState } from 'react';
import { searchSupport, supportEventsUrl } from '../../api/support.ts';
import { serverNow } from '../../api/server-clock.ts';
import { failureOf, type Failure } from '../../api/problem.ts';
import { useLive } from '../use-live.ts';
import { addressOf } from './list-address.ts';
import { inPlace, rowKey } from './rows.ts';

interface Shown {
  of: string;
  answer: SupportList;
  /** New rows that are held back, so that nothing moves under somebody's eyes. */
  waiting: number;
  fresh: SupportList;
}

/** The rows of a view, kept up to date. `isRead`: whether somebody is in the list right now. */
export function useList(search: SupportSearch, isRead: () => boolean) {
  const address = addressOf(search);
  const [shown, setShown] = useState<Shown | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [changedAt, setChangedAt] = useState<string | null>(null);
  const last = useRef<{ address: string; items: string } | null>(null);
  const answered = useRef<{ address: string; answer: SupportList } | null>(null);

  const load = useCallback(
    async (signal: AbortSignal) => {
      try {
        const known = answered.current?.address === address ? answered.current.answer : null;
        answered.current = null;
        const fresh = known ?? (await searchSupport(search, signal));
        if (signal.aborted) return;
        setShown((now) => (now === null || now.of !== address || !isRead() ? take(address, fresh) : hold(now, fresh)));
        setFailure(null);
        const items = JSON.stringify(fresh.items);
        if (last.current?.address === address && last.current.items !== items)
          setChangedAt(new Date(serverNow()).toISOString());
        last.current = { address, items };
      } catch (error) {
        if (!signal.aborted) setFailure(failureOf(error));
      }
    },
    // The address says everything about the search.
    [address],
  );
  useLive(supportEventsUrl, load);

  return {
    answer: shown?.answer ?? null,
    /** Whether the rows shown are those of this address, and not of the one before. */
    current: shown?.of === address,
    waiting: shown?.waiting ?? 0,
    showWaiting: () => setShown((now) => (now === null ? null : take(now.of, now.fresh))),
    failure,
    /** When the rows changed last while somebody was looking. */
    changedAt,
    /** Looks for what somebody typed, and gives the address of what was found. */
    find: async (typed: string): Promise<string> => {
      const answer = await searchSupport({ view: 'all', q: typed });
      const found = addressOf(answer.q === '' ? {} : { view: 'all', q: answer.q });
      answered.current = { address: found, answer };
      return found;
    },
  };
}

const take = (of: string, fresh: SupportList): Shown => ({ of, answer: fresh, fresh, waiting: 0 });

function hold(now: Shown, fresh: SupportList): Shown {
  const sameRows = fresh.items.map(rowKey).join() === now.answer.items.map(rowKey).join();
  if (sameRows) return take(now.of, fresh);
  const { rows, waiting } = inPlace(now.answer.items, fresh.items);
  return { ...now, answer: { ...fresh, items: rows }, waiting, fresh };
}
