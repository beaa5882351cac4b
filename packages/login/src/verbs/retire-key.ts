import type { Effect } from '../machine/effects.ts';
import type { RetiredKey } from '../ports/vault.ts';
import type { SignInDeps } from './deps.ts';
import type { Turn } from './turn.ts';

const giveUpAfterMs = 30 * 86_400_000;

/** To be written with the next commit: from then on the key can only be logged out. */
export function retireKey({ deps, record, changes }: Turn, effect: Extract<Effect, { type: 'retire_key' }>): void {
  const { session, reason, notBefore } = effect;
  const secret = { session, credentials: record.signIn.credentials };
  const key = retiredKey(deps, { userId: record.userId, reason, notBefore, secret });
  changes.push({ type: 'key.retire', key });
}

type Parting = Pick<RetiredKey, 'userId' | 'reason' | 'notBefore' | 'secret'>;

/** `secret` may hold more than a log-out needs; the rest is left behind. */
export function retiredKey({ ids, clock }: Pick<SignInDeps, 'ids' | 'clock'>, parting: Parting): RetiredKey {
  const { session, credentials } = parting.secret;
  const giveUpAt = Math.max(clock.now(), parting.notBefore) + giveUpAfterMs;
  return { ...parting, id: ids.retiredKey(), attempts: 0, giveUpAt, secret: { session, credentials } };
}
