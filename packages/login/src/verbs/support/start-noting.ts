import type { StartAttempt } from '@botize/contract';
import type { SupportStore } from '../../ports/support.ts';
import { type Actor, Refusal } from '../../ports/world.ts';
import type { SignInDeps } from '../deps.ts';
import { type Started, startAttempt } from '../start-attempt.ts';
import { auditActor } from '../turn.ts';

type NotingDeps = SignInDeps & { support: Pick<SupportStore, 'noteRefused'> };

/** Refused by Telegram, or by a limit of ours: the user stands before it and asks somebody why. */
const isTrouble = ({ code }: Refusal): boolean =>
  code.startsWith('telegram.') || code.startsWith('limit.') || code === 'attempt.interrupted';

/** Begins an attempt, and writes down where none comes of it. @throws Refusal as `startAttempt` does */
export async function startAttemptNoting(deps: NotingDeps, actor: Actor, input: StartAttempt): Promise<Started> {
  try {
    return await startAttempt(deps, actor, input);
  } catch (error) {
    if (error instanceof Refusal && isTrouble(error)) await note(deps, actor, error);
    throw error;
  }
}

async function note({ support, clock, log }: NotingDeps, actor: Actor, { code, retryAt }: Refusal): Promise<void> {
  const { userId, requestId = null } = actor;
  const at = clock.now();
  const detail = { code, retryAt, request: requestId };
  const entry = { userId, at, actor: auditActor(actor), action: 'attempt.refused' as const, detail };
  try {
    await support.noteRefused(userId, { code, at, retryAt, requestId }, entry);
  } catch {
    log.warn('attempt.refusal_not_noted', { code });
  }
}
