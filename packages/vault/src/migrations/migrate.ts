import { SchemaTooNew } from '../errors.ts';
import type { Db } from '../schema.ts';
import type { Store } from '../sqlite/store.ts';
import { migrations } from './index.ts';

async function versionOf(db: Db): Promise<number> {
  await db.schema
    .createTable('schema_versions')
    .ifNotExists()
    .addColumn('version', 'integer', (c) => c.primaryKey().notNull())
    .addColumn('applied_at', 'bigint', (c) => c.notNull())
    .execute();
  const row = await db
    .selectFrom('schema_versions')
    .select(({ fn }) => fn.max('version').as('version'))
    .executeTakeFirst();
  return row?.version ?? 0;
}

/** Brings the schema up to date, all of it or nothing; several processes may start at once. @throws SchemaTooNew */
export async function migrate(store: Store, now: number): Promise<void> {
  await store.write(async (db) => {
    const found = await versionOf(db);
    if (found > migrations.length) throw new SchemaTooNew(found, migrations.length);
    for (const [index, apply] of migrations.entries()) {
      const version = index + 1;
      if (version <= found) continue;
      await apply(db);
      await db.insertInto('schema_versions').values({ version, applied_at: now }).execute();
    }
  });
}
