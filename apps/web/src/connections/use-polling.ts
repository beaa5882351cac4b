import { useEffect } from 'react';

/** Runs `load` at once and again and again, `everyMs` after its end; null: not at all. */
export function usePolling(load: (signal: AbortSignal) => Promise<void>, everyMs: number | null): void {
  useEffect(() => {
    if (everyMs === null) return;
    const stopping = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const walk = async () => {
      await load(stopping.signal);
      if (!stopping.signal.aborted) timer = setTimeout(() => void walk(), everyMs);
    };
    void walk();
    return () => {
      stopping.abort();
      clearTimeout(timer);
    };
  }, [load, everyMs]);
}
