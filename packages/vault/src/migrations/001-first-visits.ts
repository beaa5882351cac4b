import type { Db } from '../schema.ts';

/** Everything that passes: leases, limits, browser sessions; and what the database knows about its keys. */
export async function createVisitTables(db: Db): Promise<void> {
  await db.schema
    .createTable('leases')
    .addColumn('resource', 'text', (c) => c.primaryKey().notNull())
    .addColumn('fence', 'bigint', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('counters')
    .addColumn('name', 'text', (c) => c.primaryKey().notNull())
    .addColumn('value', 'bigint', (c) => c.notNull())
    .execute();
  await db.insertInto('counters').values({ name: 'fence', value: 0 }).execute();
  await db.schema
    .createTable('limit_uses')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('bucket', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('forget_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('limit_uses_bucket').on('limit_uses').columns(['bucket', 'at']).execute();
  await db.schema.createIndex('limit_uses_forget').on('limit_uses').column('forget_at').execute();
  await db.schema
    .createTable('limit_blocks')
    .addColumn('bucket', 'text', (c) => c.primaryKey().notNull())
    .addColumn('until', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('browser_sessions')
    .addColumn('fingerprint', 'text', (c) => c.primaryKey().notNull())
    .addColumn('user_id', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('label', 'text', (c) => c.notNull())
    .addColumn('connection_id', 'text')
    .addColumn('return_url', 'text')
    .addColumn('locale', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('browser_sessions_expiry').on('browser_sessions').column('expires_at').execute();
  await db.schema
    .createTable('key_checks')
    .addColumn('key_id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('check_value', 'text', (c) => c.notNull())
    .execute();
}
