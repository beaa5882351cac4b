import { sql } from 'kysely';
import type { Db } from '../schema.ts';

/** Each list is read along one of these, newest first: a page costs the same however long the table is. */
const lists = {
  attempts: [['standing'], ['standing', 'step'], ['user_id', 'standing'], ['phone_fingerprint', 'standing']],
  connections: [['status'], ['status', 'reason'], ['user_id'], ['username_key'], ['phone_fingerprint']],
} as const;

const since = { attempts: 'state_since', connections: 'status_since' } as const;

export async function indexForSearches(db: Db): Promise<void> {
  for (const table of ['attempts', 'connections'] as const) {
    for (const columns of lists[table]) {
      const name = `${table}_list_${columns.join('_')}`;
      await db.schema
        .createIndex(name)
        .on(table)
        .columns([...columns, since[table], 'id'])
        .execute();
    }
  }
  // The list by number begins with the same column.
  await db.schema.dropIndex('connections_phone').execute();
  const isRefused = sql<boolean>`refused_code is not null`;
  await db.schema
    .createIndex('people_refused')
    .on('people')
    .columns(['refused_at', 'user_id'])
    .where(isRefused)
    .execute();
  await db.schema.createIndex('people_request').on('people').column('refused_request_id').where(isRefused).execute();
  await db.schema.createIndex('people_label').on('people').columns(['label_key', 'user_id']).execute();
}
