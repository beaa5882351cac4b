import { isTerminal, type WithReason } from '@botize/contract';
import { Refusal } from '../../ports/world.ts';
import { cancelAttempt } from '../cancel-attempt.ts';
import { staffActor, type Staff, type SupportDeps, writeDown } from './deps.ts';

/** Ends a sign-in that stands in its user's way; one that has ended stays as it is. @throws Refusal attempt.not_found */
export async function endAttempt(
  deps: SupportDeps,
  staff: Staff,
  attemptId: string,
  { reason }: WithReason,
): Promise<{ reference: string }> {
  const attempt = await deps.support.attempt(attemptId);
  if (attempt === null) throw new Refusal('attempt.not_found');
  const { userId, reference, step } = attempt;
  if (isTerminal(step)) return { reference };
  await writeDown(deps, staff, { userId, what: 'ended_attempt', attemptId, detail: { why: reason } });
  await cancelAttempt(deps, staffActor(staff, userId), attemptId);
  return { reference };
}
