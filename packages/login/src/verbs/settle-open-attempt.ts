import { isTerminal } from '@botize/contract';
import type { AttemptRecord } from '../ports/vault.ts';
import type { SignInDeps } from './deps.ts';
import { awaitLease } from './lease.ts';
import { needsSettling, settle } from './settle.ts';
import { keyOf } from './turn.ts';
import { alone } from './with-attempt.ts';

/** The user's open attempt, brought up to date first: one that is past its end doesn't stand in anybody's way. */
export async function settleOpenAttempt(
  deps: SignInDeps,
  userId: string,
  signal: AbortSignal,
): Promise<AttemptRecord | null> {
  const open = await deps.vault.openAttempt(userId);
  if (open === null || !needsSettling(open, deps.clock.now())) return open;
  const held = await awaitLease(deps, keyOf(open), deps.deadlineMs);
  if (held === null) return open;
  return alone(deps, held, open.id, async () => {
    const record = await deps.vault.attempt(userId, open.id);
    if (record === null || isTerminal(record.signIn.state.step)) return null;
    const settled = await settle(deps, { held, record, signal });
    return isTerminal(settled.signIn.state.step) ? null : settled;
  });
}
