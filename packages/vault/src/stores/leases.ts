import { LeaseLost, type Lease, type Millis, type Vault } from '@botize/login';
import type { Db } from '../schema.ts';
import type { Parts } from './parts.ts';

const dayMs = 86_400_000;

/** One counter for all resources, so that fences grow even where a lease's row is long gone. */
async function nextFence(db: Db): Promise<number> {
  const counter = await db
    .updateTable('counters')
    .set((update) => ({ value: update('value', '+', 1) }))
    .where('name', '=', 'fence')
    .returning('value')
    .executeTakeFirstOrThrow();
  return counter.value;
}

/** A lease that has run out is still its holder's until somebody else takes it. @throws LeaseLost */
export async function mustHold(db: Db, { resource, fence }: Lease): Promise<void> {
  const held = db.selectFrom('leases').select('fence').where('resource', '=', resource).where('fence', '=', fence);
  if (!(await held.executeTakeFirst())) throw new LeaseLost(resource);
}

/** Whoever took these died long ago. */
export async function forgetLapsedLeases(db: Db, now: Millis): Promise<void> {
  await db
    .deleteFrom('leases')
    .where('expires_at', '<', now - dayMs)
    .execute();
}

async function take(db: Db, resource: string, now: Millis, until: Millis): Promise<Lease | null> {
  const held = db.selectFrom('leases').select('fence').where('resource', '=', resource).where('expires_at', '>', now);
  if (await held.executeTakeFirst()) return null;
  const fence = await nextFence(db);
  const row = { resource, fence, expires_at: until };
  await db
    .insertInto('leases')
    .values(row)
    .onConflict((conflict) => conflict.column('resource').doUpdateSet({ fence, expires_at: until }))
    .execute();
  return { resource, fence, expiresAt: until };
}

export function leaseStore({ store }: Parts): Pick<Vault, 'lease' | 'renew' | 'release' | 'leasedUntil'> {
  return {
    lease: (resource, now, until) => store.write((db) => take(db, resource, now, until)),
    async renew({ resource, fence }, until) {
      const renewed = await store.write((db) =>
        db
          .updateTable('leases')
          .set({ expires_at: until })
          .where('resource', '=', resource)
          .where('fence', '=', fence)
          .executeTakeFirst(),
      );
      if (!renewed.numUpdatedRows) throw new LeaseLost(resource);
      return { resource, fence, expiresAt: until };
    },
    async release({ resource, fence }) {
      await store.write((db) =>
        db.deleteFrom('leases').where('resource', '=', resource).where('fence', '=', fence).execute(),
      );
    },
    async leasedUntil(resource, now) {
      const lease = await store.read((db) =>
        db
          .selectFrom('leases')
          .select('expires_at')
          .where('resource', '=', resource)
          .where('expires_at', '>', now)
          .executeTakeFirst(),
      );
      return lease?.expires_at ?? null;
    },
  };
}
