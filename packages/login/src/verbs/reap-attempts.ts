import { isTerminal } from '@botize/contract';
import type { AttemptRecord } from '../ports/vault.ts';
import { type SignInDeps, withinDeadline } from './deps.ts';
import { takeLease } from './lease.ts';
import { settle } from './settle.ts';
import { keyOf } from './turn.ts';
import { alone } from './with-attempt.ts';

/** Ended attempts stay this long, so that the last page can be reloaded. */
const keepEndedMs = 24 * 3_600_000;

/**
 * Does for attempts that nobody comes back to what the next command would have done: ends those past their end and
 * asks about requests whose outcome nobody knows. Answers how many it has settled.
 */
export async function reapAttempts(deps: SignInDeps, limit: number): Promise<number> {
  const due = await deps.vault.attemptsDue(deps.clock.now(), limit);
  let settled = 0;
  for (const record of due) {
    try {
      if (await reap(deps, record)) settled += 1;
    } catch {
      deps.log.warn('attempt.reap_failed', { attemptId: record.id, reference: record.reference });
    }
  }
  await deps.vault.eraseAttemptsBefore(deps.clock.now() - keepEndedMs);
  return settled;
}

async function reap(deps: SignInDeps, { id, userId }: AttemptRecord): Promise<boolean> {
  const held = await takeLease(deps, keyOf({ id }));
  if (held === null) return false;
  return alone(deps, held, id, async () => {
    const record = await deps.vault.attempt(userId, id);
    if (record === null || isTerminal(record.signIn.state.step)) return false;
    return (await settle(deps, { held, record, signal: withinDeadline(deps) })).intent === null;
  });
}
