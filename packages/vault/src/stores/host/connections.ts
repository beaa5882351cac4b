import type { ConnectionRecord, HostStore } from '@botize/login';
import type { Db } from '../../schema.ts';
import { connectionRecord, type PublicConnectionRow } from '../connection-rows.ts';
import { publicColumns } from '../connections.ts';
import type { Parts } from '../parts.ts';

const withRedeemed = (
  row: PublicConnectionRow & { redeemed_at: number | null },
): ConnectionRecord & { redeemed: boolean } => ({ ...connectionRecord(row), redeemed: row.redeemed_at !== null });

export function connectionsOfAllStore({ store }: Parts): Pick<HostStore, 'connectionsOfAll' | 'connectionOfAnybody'> {
  const all = (db: Db) => db.selectFrom('connections').select([...publicColumns, 'redeemed_at']);
  return {
    async connectionsOfAll({ userId, status, after, limit }) {
      const rows = await store.read((db) =>
        all(db)
          .$if(userId !== undefined, (query) => query.where('user_id', '=', userId ?? ''))
          .$if(status !== undefined, (query) => query.where('status', '=', status ?? 'connected'))
          .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
          .orderBy('id')
          .limit(limit)
          .execute(),
      );
      return rows.map(withRedeemed);
    },
    async connectionOfAnybody(id) {
      const row = await store.read((db) => all(db).where('id', '=', id).executeTakeFirst());
      return row ? withRedeemed(row) : null;
    },
  };
}
