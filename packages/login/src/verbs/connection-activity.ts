import type { AuditEntry } from '../ports/vault.ts';
import type { Actor } from '../ports/world.ts';
import type { SignInDeps } from './deps.ts';
import { staffOnly } from './finish.ts';
import { loadConnection } from './list-connections.ts';

/** What happened to a connection and who looked, newest first. What is meant for staff is left out for its owner. */
export async function connectionActivity(
  deps: Pick<SignInDeps, 'vault' | 'clock'>,
  actor: Actor,
  connectionId: string,
  limit = 100,
): Promise<AuditEntry[]> {
  const { id, userId } = await loadConnection(deps, actor, connectionId);
  const entries = await deps.vault.activity(userId, id, limit);
  return actor.kind === 'support' ? entries : entries.filter(({ action }) => !action.startsWith(staffOnly));
}
