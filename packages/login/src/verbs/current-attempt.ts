import type { LoginAttempt } from '@botize/contract';
import { toPublic } from '../machine/to-public.ts';
import { type Actor, Refusal } from '../ports/world.ts';
import type { SignInDeps } from './deps.ts';
import { loadAttempt } from './with-attempt.ts';

/**
 * The user's open attempt, wherever it was begun. One past its end is none, though it may not have been ended yet.
 * @throws Refusal attempt.none
 */
export async function currentAttempt({ vault, clock }: SignInDeps, { userId }: Actor): Promise<LoginAttempt> {
  const open = await vault.openAttempt(userId);
  if (open === null || open.expiresAt <= clock.now()) throw new Refusal('attempt.none');
  return toPublic(open);
}

/** One attempt, open or ended. @throws Refusal attempt.not_found */
export const getAttempt = async (deps: SignInDeps, actor: Actor, attemptId: string): Promise<LoginAttempt> =>
  toPublic(await loadAttempt(deps, actor, attemptId));
