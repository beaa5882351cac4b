import { LeaseLost, type HostLeaseRecord, type HostStore } from '@botize/login';
import type { Db } from '../../schema.ts';
import type { HostLeaseRow } from '../../schema-host.ts';
import { appendAudit } from '../audit.ts';
import type { Parts } from '../parts.ts';

const toLease = (row: HostLeaseRow): HostLeaseRecord => ({
  id: row.id,
  connectionId: row.connection_id,
  userId: row.user_id,
  keyId: row.host_key_id,
  holder: row.holder,
  fence: row.fence,
  generation: row.generation,
  seconds: row.seconds,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
});

/** Whoever gets one has just taken the lease on the connection, so any before it has ended. */
export async function putHostLease(db: Db, lease: HostLeaseRecord): Promise<void> {
  await revokeLeases(db, lease.connectionId, lease.createdAt);
  const row: HostLeaseRow = {
    id: lease.id,
    connection_id: lease.connectionId,
    user_id: lease.userId,
    host_key_id: lease.keyId,
    holder: lease.holder,
    fence: lease.fence,
    generation: lease.generation,
    seconds: lease.seconds,
    created_at: lease.createdAt,
    expires_at: lease.expiresAt,
    ended_at: null,
  };
  await db.insertInto('host_leases').values(row).execute();
}

export async function revokeLeases(db: Db, connectionId: string, at: number): Promise<void> {
  await db
    .updateTable('host_leases')
    .set({ ended_at: at })
    .where('connection_id', '=', connectionId)
    .where('ended_at', 'is', null)
    .execute();
}

async function renew(
  db: Db,
  { id, connectionId, fence }: HostLeaseRecord,
  until: { expiresAt: number; gapEndsAt: number },
): Promise<void> {
  const resource = `connection:${connectionId}`;
  const held = db.updateTable('leases').set({ expires_at: until.gapEndsAt }).where('resource', '=', resource);
  const extended = await held.where('fence', '=', fence).executeTakeFirst();
  const own = db.updateTable('host_leases').set({ expires_at: until.expiresAt }).where('id', '=', id);
  const renewed = await own.where('ended_at', 'is', null).executeTakeFirst();
  if (!extended.numUpdatedRows || !renewed.numUpdatedRows) throw new LeaseLost(resource);
}

type LeaseStore = Pick<HostStore, 'lease' | 'leaseOn' | 'renewLease' | 'endLease'>;

export function hostLeaseStore({ store, keyring, clock }: Parts): LeaseStore {
  const open = (db: Db) => db.selectFrom('host_leases').selectAll().where('ended_at', 'is', null);
  return {
    async lease(id) {
      const row = await store.read((db) => open(db).where('id', '=', id).executeTakeFirst());
      return row ? toLease(row) : null;
    },
    async leaseOn(connectionId) {
      const row = await store.read((db) => open(db).where('connection_id', '=', connectionId).executeTakeFirst());
      return row ? toLease(row) : null;
    },
    renewLease: (record, until) => store.write((db) => renew(db, record, until)),
    endLease: (record, { resource, fence }, audit) =>
      store.write(async (db) => {
        const ended = { ended_at: clock.now() };
        const own = db.updateTable('host_leases').set(ended).where('id', '=', record.id).where('ended_at', 'is', null);
        if (!(await own.executeTakeFirst()).numUpdatedRows) return;
        await db.deleteFrom('leases').where('resource', '=', resource).where('fence', '=', fence).execute();
        await appendAudit(keyring, db, audit);
      }),
  };
}
