import type { ConnectionStatus, Disconnected, HostConnection, HostConnectionList, UserErased } from '@botize/contract';
import type { HostKey } from '../../ports/host.ts';
import type { ConnectionRecord } from '../../ports/vault.ts';
import { disconnectConnection } from '../disconnect-connection.ts';
import { eraseUser } from '../erase-user.ts';
import { show } from '../list-connections.ts';
import { auditActor } from '../turn.ts';
import { connectionOfHost, hostActor, type HostDeps } from './deps.ts';

const pageSize = 50;

async function present(deps: HostDeps, record: ConnectionRecord & { redeemed: boolean }): Promise<HostConnection> {
  return { ...(await show(deps, record)), userId: record.userId, redeemed: record.redeemed };
}

interface Query {
  userId?: string | undefined;
  status?: ConnectionStatus | undefined;
  cursor?: string | undefined;
}

/** A page of everybody's connections. The cursor is the id that the page before ended with. */
export async function hostConnections(deps: HostDeps, { userId, status, cursor }: Query): Promise<HostConnectionList> {
  const filter = { userId, status, after: cursor ?? null, limit: pageSize };
  const records = await deps.host.connectionsOfAll(filter);
  const items = await Promise.all(records.map((record) => present(deps, record)));
  return { items, nextCursor: records.length < pageSize ? null : (records.at(-1)?.id ?? null) };
}

/** The audit says who looked before they see anything. @throws Refusal connection.not_found */
export async function hostConnection(deps: HostDeps, key: HostKey, id: string): Promise<HostConnection> {
  const record = await connectionOfHost(deps, id);
  const { userId } = record;
  const entry = {
    userId,
    at: deps.clock.now(),
    actor: auditActor(hostActor(key, userId)),
    action: 'staff.host_looked' as const,
    connectionId: id,
  };
  await deps.vault.commit(null, [{ type: 'audit', entry }]);
  return present(deps, record);
}

/** @throws Refusal connection.not_found */
export async function hostDisconnect(deps: HostDeps, key: HostKey, id: string): Promise<Disconnected> {
  const { userId } = await connectionOfHost(deps, id);
  return disconnectConnection(deps, hostActor(key, userId), id);
}

/** @throws Refusal server.busy */
export const hostEraseUser = (deps: HostDeps, key: HostKey, userId: string): Promise<UserErased> =>
  eraseUser(deps, hostActor(key, userId), userId);
