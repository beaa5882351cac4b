import type { ChecksDue, Vault } from '@botize/login';
import { sql } from 'kysely';
import type { Db } from '../schema.ts';
import { connectionRecord, connectionSecret } from './connection-rows.ts';
import { opened } from './open-record.ts';
import type { Parts } from './parts.ts';

type ConnectionStore = Pick<
  Vault,
  'connections' | 'connection' | 'connectionOfAccount' | 'connectedByOthers' | 'connectionSecret' | 'connectionsToCheck'
>;

export const publicColumns = [
  'id',
  'user_id',
  'reference',
  'status',
  'reason',
  'account_id',
  'account_name',
  'account_username',
  'phone_masked',
  'connected_at',
  'last_check_at',
  'last_check_outcome',
  'device_name',
  'generation',
  'consent_version',
  'consent_locale',
  'consent_at',
] as const;

const ofUser = (db: Db, userId: string) =>
  db.selectFrom('connections').select(publicColumns).where('user_id', '=', userId);

function ofOthers(db: Db, userId: string, accountId: string) {
  const others = db.selectFrom('connections').select('id').where('account_id', '=', accountId);
  return others.where('user_id', '!=', userId).limit(1).executeTakeFirst();
}

/** One that was never checked counts from the moment it was connected. */
function toCheck(db: Db, { checkedBefore, unreachableBefore, now, limit }: ChecksDue) {
  const held = db
    .selectFrom('leases')
    .select('resource')
    .where('expires_at', '>', now)
    .where('resource', '=', sql<string>`'connection:' || connections.id`);
  return db
    .selectFrom('connections')
    .select(publicColumns)
    .where(({ eb, fn, or, and }) =>
      or([
        eb(fn.coalesce('last_check_at', 'connected_at'), '<', checkedBefore),
        and([eb('last_check_outcome', '=', 'unreachable'), eb('last_check_at', '<', unreachableBefore)]),
      ]),
    )
    .where(({ not, exists }) => not(exists(held)))
    .orderBy(({ fn }) => fn.coalesce('last_check_at', 'connected_at'))
    .orderBy('id')
    .limit(limit)
    .execute();
}

export function connectionStore(parts: Parts): ConnectionStore {
  const { store, keyring } = parts;
  return {
    async connections(userId) {
      const rows = await store.read((db) => ofUser(db, userId).orderBy('connected_at').orderBy('id').execute());
      return rows.map(connectionRecord);
    },
    async connection(userId, id) {
      const row = await store.read((db) => ofUser(db, userId).where('id', '=', id).executeTakeFirst());
      return row ? connectionRecord(row) : null;
    },
    async connectionOfAccount(userId, accountId) {
      const row = await store.read((db) => ofUser(db, userId).where('account_id', '=', accountId).executeTakeFirst());
      return row ? connectionRecord(row) : null;
    },
    async connectedByOthers(userId, accountId) {
      return (await store.read((db) => ofOthers(db, userId, accountId))) !== undefined;
    },
    async connectionSecret(userId, id) {
      const own = (db: Db) =>
        db.selectFrom('connections').selectAll().where('user_id', '=', userId).where('id', '=', id);
      const row = await store.read((db) => own(db).executeTakeFirst());
      return row ? opened(parts, 'connections', row, (sealed) => connectionSecret(keyring, sealed)) : null;
    },
    async connectionsToCheck(due) {
      const rows = await store.read((db) => toCheck(db, due));
      return rows.map(connectionRecord);
    },
  };
}
