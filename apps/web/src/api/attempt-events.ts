import { isTerminal, LoginAttempt } from '@botize/contract';
import { attemptEventsUrl, currentAttempt, sendCommand } from './endpoints.ts';
import { RequestFailed } from './problem.ts';

/** How often the server is asked while the event stream doesn't get through. */
const POLL_MS = 3_000;
/** The stream starts with an event at once; one that says nothing for this long is held back on its way. */
const SILENCE_MS = 8_000;

/**
 * Follows an attempt until it ends or `stop` is called: by server-sent events, and by asking now and then where a
 * proxy swallows those. `onAttempt` also hears of states that are already known.
 */
export function followAttempt(attempt: LoginAttempt, onAttempt: (attempt: LoginAttempt) => void): () => void {
  const stopping = new AbortController();
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const poll = async () => {
    try {
      const current = await currentAttempt(stopping.signal);
      const found = current?.id === attempt.id ? current : await howItEnded(attempt);
      if (stopping.signal.aborted) return;
      if (found) onAttempt(found);
      if (!found || isTerminal(found.state.step)) return;
    } catch {
      if (stopping.signal.aborted) return;
    }
    timer = setTimeout(() => void poll(), POLL_MS);
  };

  const listen = () => {
    source = new EventSource(attemptEventsUrl(attempt.id));
    timer = setTimeout(() => void poll(), SILENCE_MS);
    source.addEventListener('attempt', (event) => {
      clearTimeout(timer);
      const parsed = LoginAttempt.safeParse(JSON.parse(event.data));
      if (!parsed.success) return;
      onAttempt(parsed.data);
      if (isTerminal(parsed.data.state.step)) source?.close();
    });
    // A stream that breaks reconnects by itself; only one that the server refuses or ended is closed for good.
    source.addEventListener('error', () => {
      if (source?.readyState !== EventSource.CLOSED || stopping.signal.aborted) return;
      clearTimeout(timer);
      void poll();
    });
  };

  if (typeof EventSource === 'undefined') void poll();
  else listen();
  return () => {
    stopping.abort();
    source?.close();
    clearTimeout(timer);
  };
}

/** An attempt that is no longer open answers any command with its last state, and nothing happens to it. */
async function howItEnded(attempt: LoginAttempt): Promise<LoginAttempt | null> {
  try {
    return await sendCommand(attempt, { type: 'use_phone' });
  } catch (error) {
    return error instanceof RequestFailed ? error.failure.attempt : null;
  }
}
