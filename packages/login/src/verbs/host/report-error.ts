import type { HostKey } from '../../ports/host.ts';
import type { Change } from '../../ports/vault.ts';
import { actionOf, reasonOf, statusAfter } from '../check-outcome.ts';
import { connectionOfHost, type HostDeps } from './deps.ts';
import { entryOf, leaseOf, loadLease, unlessLost } from './keep-lease.ts';

/**
 * The holder tells what Telegram said. Only an error about the session changes the status, and only of the session
 * that was leased. @throws Refusal lease.not_found
 */
export async function reportError(deps: HostDeps, key: HostKey, id: string, error: string): Promise<void> {
  const lease = await loadLease(deps, id);
  const { redeemed: _, ...connection } = await connectionOfHost(deps, lease.connectionId);
  const reason = reasonOf({ name: error, status: Number(error) || 0 });
  const noted = entryOf(deps, key, lease, 'session.error_reported');
  const changes: Change[] = [{ type: 'audit', entry: { ...noted, detail: { ...noted.detail, error } } }];
  if (reason !== null && connection.generation === lease.generation) {
    const after = { ...connection, ...statusAfter(connection, reason), lastCheck: { at: noted.at, outcome: reason } };
    changes.push({ type: 'connection.put', record: after, secret: null });
    if (after.status !== connection.status || after.reason !== connection.reason) {
      const { detail: _detail, ...about } = noted;
      const entry = { ...about, action: actionOf(after.status), detail: { reason } };
      changes.push({ type: 'audit', entry });
    }
  }
  await unlessLost(deps.vault.commit(leaseOf(lease), changes));
}
