import type { Connection } from '@botize/contract';
import { type Change, type ConnectionRecord, type ConnectionSecret, StaleRevision } from '../ports/vault.ts';
import { type Actor, Refusal } from '../ports/world.ts';
import { actionOf, outcomeOfCheck, statusAfter } from './check-outcome.ts';
import type { SignInDeps } from './deps.ts';
import { awaitShortLease, type Held, takeLease } from './lease.ts';
import { connectionKey, loadConnection, show } from './list-connections.ts';
import { auditActor } from './turn.ts';

const waitMs = 3_000;

/**
 * Asks Telegram whether the session still works. Only an answer about the session changes the status.
 * @throws Refusal connection.not_found, connection.leased (somebody runs on it)
 */
export async function checkConnection(deps: SignInDeps, actor: Actor, id: string): Promise<Connection> {
  await loadConnection(deps, actor, id);
  // A scheduled check leaves alone what is held; somebody who asks waits for a check of ours that is under way.
  const isScheduled = actor.kind === 'system';
  const held = await (isScheduled
    ? takeLease(deps, connectionKey(id))
    : awaitShortLease(deps, connectionKey(id), waitMs));
  if (held === null) throw new Refusal('connection.leased');
  try {
    await check(deps, held, { actor, id });
  } finally {
    await held.release();
  }
  return show(deps, await loadConnection(deps, actor, id));
}

async function check(deps: SignInDeps, held: Held, { actor, id }: { actor: Actor; id: string }): Promise<void> {
  const record = await loadConnection(deps, actor, id);
  const secret = await deps.vault.connectionSecret(record.userId, id);
  if (secret === null) return;
  const result = await dial(deps, connectionKey(id), secret);
  const outcome = outcomeOfCheck(result);
  // Neither a disconnect nor a reconnect waits long for a check, so the connection may have changed under it.
  const current = await deps.vault.connection(record.userId, id);
  if (current === null || current.generation !== record.generation) return;
  const account = result.kind === 'answer' ? { ...result.answer.account, phone: null } : current.account;
  const lastCheck = { at: deps.clock.now(), outcome };
  const checked = { ...current, ...statusAfter(current, outcome), account, lastCheck };
  const changes = audits({ before: current, after: checked, actor, outcome });
  await unlessMoved(
    deps.vault.commit(held.lease(), [{ type: 'connection.put', record: checked, secret: null }, ...changes]),
  );
  deps.log[outcome === 'duplicated' ? 'warn' : 'info']('connection.checked', {
    connectionId: id,
    reference: record.reference,
    error: outcome,
  });
}

async function unlessMoved(commit: Promise<void>): Promise<void> {
  try {
    await commit;
  } catch (error) {
    if (!(error instanceof StaleRevision)) throw error;
  }
}

/** The client is closed before the lease is given back: two on one key would kill it. */
async function dial({ gateway }: SignInDeps, key: string, { session, credentials }: ConnectionSecret) {
  try {
    return await gateway.call({ key, credentials, session }, 'getSelf', {});
  } finally {
    await gateway.release(key);
  }
}

interface Checked {
  before: ConnectionRecord;
  after: ConnectionRecord;
  actor: Actor;
  outcome: string;
}

function audits({ before, after, actor, outcome }: Checked): Change[] {
  const { userId, id: connectionId, lastCheck, status, reason } = after;
  const entry = { userId, at: lastCheck?.at ?? 0, actor: auditActor(actor), connectionId };
  const checked: Change = { type: 'audit', entry: { ...entry, action: 'connection.checked', detail: { outcome } } };
  if (before.status === status && before.reason === reason) return [checked];
  return [checked, { type: 'audit', entry: { ...entry, action: actionOf(status), detail: { reason } } }];
}
