import type { ClearLimit } from '@botize/contract';
import { liftWait } from '../lift-wait.ts';
import { staffActor, type Staff, type SupportDeps, writeDown } from './deps.ts';
import { mustBeKnown } from './see-person.ts';
import { bucketsOf } from './waits.ts';

/** Lets a user go on whom a limit of ours holds back. What Telegram wants waited for stays. @throws Refusal support.person_not_found */
export async function clearLimit(
  deps: SupportDeps,
  staff: Staff,
  userId: string,
  { limit, reason }: ClearLimit,
): Promise<void> {
  await mustBeKnown(deps, userId);
  await writeDown(deps, staff, { userId, what: 'cleared_limit', detail: { why: reason, limit } });
  const numbers = await deps.support.numbersOf(userId);
  await deps.limits?.clear(bucketsOf({ userId, numbers })[limit]);
  const open = (await deps.support.attemptsOf(userId)).find(({ endedAt }) => endedAt === null);
  if (open !== undefined) await liftWait(deps, staffActor(staff, userId), open.id);
}
