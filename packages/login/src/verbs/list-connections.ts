import type { Connection } from '@botize/contract';
import { publicConnection } from '../machine/public-connection.ts';
import type { ConnectionRecord } from '../ports/vault.ts';
import { type Actor, Refusal } from '../ports/world.ts';
import type { SignInDeps } from './deps.ts';

type ReadDeps = Pick<SignInDeps, 'vault' | 'clock'>;

export const connectionKey = (id: string): string => `connection:${id}`;

export async function listConnections(deps: ReadDeps, { userId }: Actor): Promise<Connection[]> {
  const records = await deps.vault.connections(userId);
  return Promise.all(records.map((record) => show(deps, record)));
}

/** Sessions of the user's former connections that Telegram has not logged out yet. */
export const logoutsPending = ({ vault }: ReadDeps, { userId }: Actor): Promise<number> => vault.logoutsPending(userId);

/** @throws Refusal connection.not_found */
export const getConnection = async (deps: ReadDeps, actor: Actor, id: string): Promise<Connection> =>
  show(deps, await loadConnection(deps, actor, id));

export async function show({ vault, clock }: ReadDeps, record: ConnectionRecord): Promise<Connection> {
  return publicConnection(record, await vault.leasedUntil(connectionKey(record.id), clock.now()));
}

/** @throws Refusal connection.not_found, for a connection of somebody else as well */
export async function loadConnection({ vault }: ReadDeps, { userId }: Actor, id: string): Promise<ConnectionRecord> {
  const record = await vault.connection(userId, id);
  if (record === null) throw new Refusal('connection.not_found');
  return record;
}
