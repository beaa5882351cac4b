import { kindOf } from '../machine/refusals.ts';
import type { CallResult } from '../ports/telegram-gateway.ts';
import type { AuditEntry, Change, RetiredKey } from '../ports/vault.ts';
import type { SignInDeps } from './deps.ts';
import { type Held, takeLease } from './lease.ts';

const firstRetryMs = 5_000;
const slowestRetryMs = 3_600_000;
const atOnce = 4;

/** Logs out keys that nobody wants any more; answers how many are done with for good. */
export async function drainRetiredKeys(deps: SignInDeps, limit: number): Promise<number> {
  const due = await deps.vault.retiredKeysDue(deps.clock.now(), limit);
  let done = 0;
  for (let from = 0; from < due.length; from += atOnce) {
    const drained = await Promise.all(due.slice(from, from + atOnce).map((key) => drainKey(deps, key)));
    done += drained.filter(Boolean).length;
  }
  return done;
}

/** True once the key is logged out and shredded. Never rejects: it will be tried again. */
export async function drainKey(deps: SignInDeps, key: RetiredKey): Promise<boolean> {
  try {
    const held = await takeLease(deps, `retired:${key.id}`);
    if (held === null) return false;
    return await drain(deps, held, key).finally(() => held.release());
  } catch {
    deps.log.warn('retired_key.drain_failed', { method: 'logOut' });
    return false;
  }
}

async function drain(deps: SignInDeps, held: Held, key: RetiredKey): Promise<boolean> {
  const now = deps.clock.now();
  const result = await logOut(deps, key);
  if (isLoggedOut(result, key)) {
    const ended = result.kind === 'answer' ? [entryOf(key, now, 'session.logged_out')] : [];
    await deps.vault.commit(held.lease(), [{ type: 'key.shred', id: key.id }, ...ended]);
    return true;
  }
  const isHopeless = key.giveUpAt <= now;
  const changes: Change[] = isHopeless
    ? [{ type: 'key.shred', id: key.id }, entryOf(key, now, 'session.abandoned')]
    : [{ type: 'key.update', id: key.id, attempts: key.attempts + 1, notBefore: now + retryMs(key.attempts) }];
  await deps.vault.commit(held.lease(), changes);
  deps.log.warn(isHopeless ? 'retired_key.abandoned' : 'retired_key.pending', {
    method: 'logOut',
    count: key.attempts,
  });
  return false;
}

async function logOut({ gateway }: SignInDeps, { id, secret }: RetiredKey): Promise<CallResult<unknown>> {
  const key = `retired:${id}`;
  try {
    return await gateway.call({ key, ...secret }, 'logOut', {});
  } finally {
    await gateway.release(key);
  }
}

/** A data centre in trouble calls keys unknown that it knows: so often in a row it is believed. */
const unknownKeyTimes = 4;

/** A key that Telegram doesn't know as signed in needs no log-out, and without it nobody can sign it in. */
function isLoggedOut(result: CallResult<unknown>, { attempts }: RetiredKey): boolean {
  if (result.kind === 'answer') return true;
  if (result.kind !== 'refused') return false;
  if (result.error.name === 'TRANSPORT_ERROR_404') return attempts + 1 >= unknownKeyTimes;
  if (result.error.name.startsWith('USER_DEACTIVATED')) return true;
  const kind = kindOf(result.error);
  return kind === 'not_authorized' || kind === 'dead_key' || kind === 'password_needed';
}

const retryMs = (attempts: number): number => Math.min(slowestRetryMs, firstRetryMs * 2 ** Math.min(attempts, 20));

type Ended = 'session.logged_out' | 'session.abandoned';

function entryOf({ userId, reason }: RetiredKey, at: number, action: Ended): Extract<Change, { type: 'audit' }> {
  const entry: AuditEntry = { userId, at, actor: { kind: 'system', id: 'system' }, action, detail: { reason } };
  return { type: 'audit', entry };
}
