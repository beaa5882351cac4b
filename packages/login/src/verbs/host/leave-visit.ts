import type { LeaveVisit, VisitReturn } from '@botize/contract';
import type { AttemptRecord } from '../../ports/vault.ts';
import type { Actor } from '../../ports/world.ts';
import { loadAttempt } from '../with-attempt.ts';
import { freshSecret, type HostDeps } from './deps.ts';

const codeSeconds = 600;

interface Visit {
  actor: Actor;
  returnUrl: string | null;
}

type Ending = Omit<VisitReturn, 'url'>;

/**
 * How the visit ended, and where it leads back to. The code goes only to whoever came by the link under which the
 * attempt was finished: a visitor by another link of the same user must not be able to vouch for it.
 * @throws Refusal attempt.not_found
 */
export async function leaveVisit(deps: HostDeps, { actor, returnUrl }: Visit, input: LeaveVisit): Promise<VisitReturn> {
  const attempt = input.attemptId === undefined ? null : await loadAttempt(deps, actor, input.attemptId);
  const ending = await endingOf(deps, actor, attempt);
  return { ...ending, url: returnUrl === null ? null : withEnding(returnUrl, ending) };
}

async function endingOf(deps: HostDeps, actor: Actor, attempt: AttemptRecord | null): Promise<Ending> {
  const state = attempt?.signIn.state;
  if (state?.step !== 'connected') {
    const ended = state?.step === 'failed' || state?.step === 'expired' ? state.step : 'cancelled';
    return { outcome: ended, code: null, connectionId: null };
  }
  const { outcome, connectionId } = state;
  const isTheirs = attempt?.linkId !== undefined && attempt.linkId !== null && attempt.linkId === actor.linkId;
  if (!isTheirs) return { outcome, code: null, connectionId };
  const code = freshSecret();
  const createdAt = deps.clock.now();
  const expiresAt = createdAt + codeSeconds * 1000;
  await deps.host.addCompletion({ userId: actor.userId, connectionId, outcome, createdAt, expiresAt }, code);
  return { outcome, code, connectionId };
}

/** What the host's own address has in its query stays. */
function withEnding(address: string, { outcome, code }: Ending): string {
  const url = new URL(address);
  url.searchParams.set('outcome', outcome);
  if (code !== null) url.searchParams.set('code', code);
  return url.href;
}
