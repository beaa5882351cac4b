import { isTerminal, type LoginAttempt } from '@botize/contract';
import { toPublic } from '../machine/to-public.ts';
import type { AttemptRecord } from '../ports/vault.ts';
import type { Actor } from '../ports/world.ts';
import { type Changes, listen } from './changes.ts';
import type { SignInDeps } from './deps.ts';
import { keepQrFresh } from './qr-loop.ts';
import { loadAttempt } from './with-attempt.ts';

export interface AttemptEvent {
  eventId: number;
  attempt: LoginAttempt;
}

/** Changes made by another process are seen this late. */
const pollMs = 2_000;

/**
 * The attempt at once, then after each change, until it has ended or `signal` aborts. While somebody listens, a
 * QR code is kept fresh. @throws Refusal attempt.not_found
 */
export async function watchAttempt(
  deps: SignInDeps,
  actor: Actor,
  attemptId: string,
  signal: AbortSignal,
): Promise<AsyncIterable<AttemptEvent>> {
  const changes = listen(deps.feed, attemptId, 'page');
  signal.addEventListener('abort', changes.stop, { once: true });
  if (signal.aborted) changes.stop();
  try {
    const first = await loadAttempt(deps, actor, attemptId);
    return follow({ deps, changes, signal }, first);
  } catch (error) {
    changes.stop();
    throw error;
  }
}

interface Watch {
  deps: SignInDeps;
  changes: Changes;
  signal: AbortSignal;
}

async function* follow({ deps, changes, signal }: Watch, first: AttemptRecord): AsyncGenerator<AttemptEvent> {
  const { id, userId } = first;
  let seen = 0;
  let record: AttemptRecord | null = first;
  try {
    while (record !== null && !signal.aborted) {
      if (record.eventId > seen) yield { eventId: record.eventId, attempt: toPublic(record) };
      seen = Math.max(seen, record.eventId);
      if (isTerminal(record.signIn.state.step)) return;
      keepQrFresh(deps, userId, id, record);
      await changes.wait(pollMs, signal);
      record = signal.aborted ? null : await deps.vault.attempt(userId, id);
    }
  } finally {
    changes.stop();
  }
}
