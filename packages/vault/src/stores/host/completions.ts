import type { CompletionRecord, HostStore } from '@botize/login';
import { fingerprint } from '../../crypto/fingerprint.ts';
import type { Db } from '../../schema.ts';
import { appendAudit } from '../audit.ts';
import type { Parts } from '../parts.ts';

/** The code's row, used up; nothing for one that is unknown, used or too old. */
const useUp = (db: Db, hash: string, now: number) =>
  db
    .updateTable('completions')
    .set({ redeemed_at: now })
    .where('fingerprint', '=', hash)
    .where('redeemed_at', 'is', null)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst();

export function completionStore({ store, keyring }: Parts): Pick<HostStore, 'addCompletion' | 'redeem' | 'isRedeemed'> {
  const hashed = (code: string) => fingerprint(keyring, 'completion', code);
  return {
    async addCompletion({ userId, connectionId, outcome, createdAt, expiresAt }, code) {
      const row = {
        fingerprint: hashed(code),
        user_id: userId,
        connection_id: connectionId,
        outcome,
        created_at: createdAt,
        expires_at: expiresAt,
        redeemed_at: null,
      };
      await store.write((db) => db.insertInto('completions').values(row).execute());
    },
    redeem: (code, { userId: expected, now, actor }) =>
      store.write(async (db): Promise<CompletionRecord | null> => {
        const row = await useUp(db, hashed(code), now);
        if (!row || (expected !== null && expected !== row.user_id)) return null;
        const { user_id: userId, connection_id: connectionId, outcome, created_at: createdAt } = row;
        const own = db.updateTable('connections').set({ redeemed_at: now }).where('id', '=', connectionId);
        if (!(await own.where('user_id', '=', userId).executeTakeFirst()).numUpdatedRows) return null;
        const entry = { userId, at: now, actor, action: 'connection.redeemed' as const, connectionId };
        await appendAudit(keyring, db, entry);
        return { userId, connectionId, outcome, createdAt, expiresAt: row.expires_at };
      }),
    async isRedeemed(connectionId) {
      const row = await store.read((db) =>
        db.selectFrom('connections').select('redeemed_at').where('id', '=', connectionId).executeTakeFirst(),
      );
      return (row?.redeemed_at ?? null) !== null;
    },
  };
}
