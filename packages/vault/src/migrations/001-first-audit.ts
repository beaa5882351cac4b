import type { Db } from '../schema.ts';

export async function createAuditTables(db: Db): Promise<void> {
  await db.schema
    .createTable('audit')
    .addColumn('user_id', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('actor_kind', 'text', (c) => c.notNull())
    .addColumn('actor_id', 'text', (c) => c.notNull())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('attempt_id', 'text')
    .addColumn('connection_id', 'text')
    .addColumn('detail', 'text')
    .addColumn('mac', 'blob', (c) => c.notNull())
    .addPrimaryKeyConstraint('audit_position', ['user_id', 'position'])
    .execute();
  await db.schema
    .createTable('audit_heads')
    .addColumn('user_id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('mac', 'blob', (c) => c.notNull())
    .addColumn('seal', 'blob', (c) => c.notNull())
    .execute();
}
