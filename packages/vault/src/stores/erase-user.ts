import type { Vault } from '@botize/login';
import type { Db } from '../schema.ts';
import { appendAudit } from './audit.ts';
import type { Parts } from './parts.ts';
import { aboutUser } from './support/people.ts';

/** Whoever is connected, or about to be, is still here. */
async function isHere(db: Db, userId: string): Promise<boolean> {
  const connection = db.selectFrom('connections').select('id').where('user_id', '=', userId).limit(1);
  if (await connection.executeTakeFirst()) return true;
  const open = db.selectFrom('attempts').select('id').where('user_id', '=', userId).where('ended_at', 'is', null);
  return (await open.executeTakeFirst()) !== undefined;
}

/** What the host was told stays until it was told. */
async function eraseLeftovers(db: Db, userId: string): Promise<void> {
  await db.deleteFrom('looks').where('about', '=', aboutUser(userId)).execute();
  for (const table of [
    'people',
    'attempts',
    'browser_sessions',
    'connect_links',
    'completions',
    'host_leases',
  ] as const) {
    await db.deleteFrom(table).where('user_id', '=', userId).execute();
  }
  await db.deleteFrom('outbox').where('user_id', '=', userId).where('status', '!=', 'pending').execute();
}

/** Users without anything that the audit could be about; their keys at Telegram are things, too. */
const departed = (db: Db, newestBefore: number) =>
  db
    .selectFrom('audit')
    .select('user_id')
    .groupBy('user_id')
    .having(({ fn }) => fn.max('at'), '<', newestBefore)
    .where('user_id', 'not in', db.selectFrom('connections').select('user_id'))
    .where('user_id', 'not in', db.selectFrom('attempts').select('user_id'))
    .where('user_id', 'not in', db.selectFrom('retired_keys').select('user_id'));

export function erasures({ store, keyring }: Parts): Pick<Vault, 'eraseUser' | 'eraseAuditBefore' | 'logoutsPending'> {
  return {
    async eraseUser(entry) {
      const { userId } = entry;
      const erased = await store.write(async (db) => {
        if (await isHere(db, userId)) return false;
        await eraseLeftovers(db, userId);
        await appendAudit(keyring, db, entry);
        return true;
      });
      if (erased) await store.emptyLog();
      return erased;
    },
    /** A chain goes as a whole, its end with it: what remains of others still verifies. */
    async eraseAuditBefore(newestBefore) {
      const erased = await store.write(async (db) => {
        const users = (await departed(db, newestBefore).execute()).map((row) => row.user_id);
        for (const userId of users) {
          await db.deleteFrom('audit').where('user_id', '=', userId).execute();
          await db.deleteFrom('audit_heads').where('user_id', '=', userId).execute();
        }
        return users.length;
      });
      if (erased > 0) await store.emptyLog();
      return erased;
    },
    async logoutsPending(userId) {
      const pending = await store.read((db) =>
        db
          .selectFrom('retired_keys')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .where('user_id', '=', userId)
          .where('reason', '=', 'disconnected')
          .executeTakeFirstOrThrow(),
      );
      return pending.count;
    },
  };
}
