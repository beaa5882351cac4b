import type { AttemptRecord } from '../ports/vault.ts';
import type { SignInDeps } from './deps.ts';
import { inTurn } from './in-turn.ts';
import type { Held } from './lease.ts';
import { apply, probe } from './perform.ts';
import { commitTurn, systemActor } from './turn.ts';

export const needsSettling = ({ expiresAt, intent }: AttemptRecord, now: number): boolean =>
  expiresAt <= now || intent !== null;

/**
 * Brings an attempt up to date before anything else is done with it: one past its end is ended, a request whose
 * outcome nobody knows is asked about. Answers the record as it is now; its intent stays if Telegram did not answer.
 */
export async function settle(
  deps: SignInDeps,
  { held, record, signal }: { held: Held; record: AttemptRecord; signal: AbortSignal },
): Promise<AttemptRecord> {
  if (!needsSettling(record, deps.clock.now())) return record;
  const start = { deps, actor: systemActor(record.userId), held, work: 'settle', record, signal };
  return inTurn(start, async (turn) => {
    if (record.expiresAt <= deps.clock.now()) await apply(turn, { type: 'expired' });
    else await probe(turn, 'interrupted');
    const fingerprint = record.intent?.fingerprint ?? null;
    await commitTurn(turn, fingerprint === null ? null : { fingerprint });
    return turn.record;
  });
}
