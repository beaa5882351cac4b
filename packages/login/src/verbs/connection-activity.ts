import type { AuditEntry } from '../ports/vault.ts';
import type { Actor } from '../ports/world.ts';
import type { SignInDeps } from './deps.ts';
import { staffOnly } from './finish.ts';
import { loadConnection } from './list-connections.ts';
import { auditActor } from './turn.ts';

type ReadDeps = Pick<SignInDeps, 'vault' | 'clock'>;

/**
 * What happened to a connection and who looked, newest first. What is meant for staff is left out for its owner; that
 * staff looks is written down before they see anything. @throws Refusal connection.not_found
 */
export async function connectionActivity(
  deps: ReadDeps,
  actor: Actor,
  connectionId: string,
  limit = 100,
): Promise<AuditEntry[]> {
  const { id } = await loadConnection(deps, actor, connectionId);
  return read(deps, actor, id, limit);
}

/** The same of everything that is or was the user's. */
export const userActivity = (deps: ReadDeps, actor: Actor, limit = 200): Promise<AuditEntry[]> =>
  read(deps, actor, null, limit);

async function read({ vault, clock }: ReadDeps, actor: Actor, connectionId: string | null, limit: number) {
  const { userId } = actor;
  const isStaff = actor.kind === 'support';
  const about = connectionId === null ? {} : { connectionId };
  const looked = { userId, at: clock.now(), actor: auditActor(actor), action: 'support.looked' as const, ...about };
  if (isStaff) await vault.commit(null, [{ type: 'audit', entry: looked }]);
  const entries = await vault.activity(userId, connectionId, limit);
  return isStaff ? entries : entries.filter(({ action }) => !action.startsWith(staffOnly));
}
