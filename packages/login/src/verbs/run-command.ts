import type { Command, LoginAttempt } from '@botize/contract';
import { toPublic } from '../machine/to-public.ts';
import type { AttemptRecord } from '../ports/vault.ts';
import type { Actor } from '../ports/world.ts';
import { admit, fingerprintOf } from './admit.ts';
import type { SignInDeps } from './deps.ts';
import { inTurn } from './in-turn.ts';
import { apply } from './perform.ts';
import { keepQrFresh } from './qr-loop.ts';
import { settle } from './settle.ts';
import { commitTurn, type Turn } from './turn.ts';
import { runVerb } from './verbs.ts';
import { answering, mustWait } from './waits.ts';
import { type Doing, withAttempt } from './with-attempt.ts';

/**
 * Runs one command of the user, exactly once however often it is sent, and answers the attempt after it.
 * @throws Refusal attempt.not_found, attempt.stale_revision, attempt.command_not_allowed
 */
export async function runCommand(
  deps: SignInDeps,
  actor: Actor,
  attemptId: string,
  command: Command,
): Promise<LoginAttempt> {
  const fingerprint = fingerprintOf(deps, attemptId, command);
  const look = (record: AttemptRecord) => {
    const answer = admit(record, command, fingerprint);
    return answer === null ? null : { answer };
  };
  const work = async ({ held, record: found, signal }: Doing) => {
    const record = look(found) === null ? await settle(deps, { held, record: found, signal }) : found;
    const seen = look(record);
    if (seen !== null) return seen.answer;
    const start = { deps, actor, held, work: command.type, record, signal };
    return inTurn(start, (turn) => carryOut(turn, command, fingerprint));
  };
  const answer = await withAttempt({ deps, actor, attemptId, look, work });
  if (answer.state.step === 'phone' && answer.state.qr?.paused === false) keepQrFresh(deps, actor.userId, attemptId);
  return answer;
}

async function carryOut(turn: Turn, command: Command, fingerprint: string): Promise<LoginAttempt> {
  const { log, clock } = turn.deps;
  const startedAt = clock.now();
  if (turn.record.intent !== null) await stillInDoubt(turn);
  else if (mustWait(turn.record, command, startedAt)) turn.signIn = turn.record.signIn;
  else await runVerb(turn, command, fingerprint);
  turn.signIn = answering(turn.signIn, command.type);
  await commitTurn(turn, { fingerprint });
  const { id: attemptId, reference, signIn } = turn.record;
  const { step } = signIn.state;
  log.info('attempt.command', { attemptId, reference, command: command.type, step, ms: clock.now() - startedAt });
  return turn.record.replay?.answer ?? toPublic(turn.record);
}

/** Nothing new is asked on a key while nobody knows what the last request has done to it. */
const stillInDoubt = (turn: Turn): Promise<void> =>
  apply(turn, { type: 'probed', reason: 'interrupted', outcome: { kind: 'unknown' } });
