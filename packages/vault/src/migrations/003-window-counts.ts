import type { Db } from '../schema.ts';

/** How often an address or a user has asked in the window that is open now. */
export async function windowCounts(db: Db): Promise<void> {
  await db.schema
    .createTable('window_counts')
    .addColumn('bucket', 'text', (c) => c.primaryKey().notNull())
    .addColumn('uses', 'integer', (c) => c.notNull())
    .addColumn('ends_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('window_counts_end').on('window_counts').column('ends_at').execute();
}
