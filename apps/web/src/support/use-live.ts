import { useEffect } from 'react';

/** Changes that come close together are asked for once. */
const SETTLE_MS = 300;
/** How often the server is asked while the event stream doesn't get through. */
const POLL_MS = 5_000;
/** A stream that isn't open after this long is held back on its way. */
const SILENCE_MS = 8_000;

/**
 * Runs `load` at once and whenever the event stream at `url` says `changed`; where a proxy swallows streams, again and
 * again. A stream that breaks reconnects by itself, and what was missed meanwhile is loaded then.
 */
export function useLive(url: string, load: (signal: AbortSignal) => Promise<void>): void {
  useEffect(() => {
    const stopping = new AbortController();
    let settling: ReturnType<typeof setTimeout> | undefined;
    let polling: ReturnType<typeof setTimeout> | undefined;
    let running: Promise<void> | null = null;
    let missed = false;

    const refresh = async () => {
      if (running !== null) {
        missed = true;
        return;
      }
      running = load(stopping.signal);
      await running;
      running = null;
      if (missed && !stopping.signal.aborted) {
        missed = false;
        settle();
      }
    };
    const settle = () => {
      if (stopping.signal.aborted) return;
      clearTimeout(settling);
      settling = setTimeout(() => void refresh(), SETTLE_MS);
    };
    const poll = () => {
      clearTimeout(polling);
      polling = setTimeout(() => {
        void refresh().then(() => (stopping.signal.aborted ? undefined : poll()));
      }, POLL_MS);
    };

    void refresh();
    const source = typeof EventSource === 'undefined' ? null : new EventSource(url);
    if (source === null) poll();
    else polling = setTimeout(poll, SILENCE_MS);
    let opened = false;
    source?.addEventListener('open', () => {
      clearTimeout(polling);
      if (opened) settle();
      opened = true;
    });
    source?.addEventListener('changed', settle);
    source?.addEventListener('error', () => {
      if (stopping.signal.aborted) return;
      if (source.readyState === EventSource.CLOSED) poll();
      // It reconnects by itself; whether anybody is there is told by a request.
      else settle();
    });

    return () => {
      stopping.abort();
      source?.close();
      clearTimeout(settling);
      clearTimeout(polling);
    };
  }, [url, load]);
}
