import type { Millis } from '@botize/login';
import { partsOfVault, type SqliteVault } from './open-vault.ts';
import type { Db } from './schema.ts';

const stamp = 'dialling_stopped_at';

/** Since when nobody may dial from this database (it was restored), or null. */
export async function diallingStopped(vault: SqliteVault): Promise<Millis | null> {
  const { store } = partsOfVault(vault);
  const row = await store.read((db) =>
    db.selectFrom('counters').select('value').where('name', '=', stamp).executeTakeFirst(),
  );
  return row?.value ?? null;
}

/** Written into a restored copy before it takes its place. */
export async function stopDialling(db: Db, now: Millis): Promise<void> {
  const row = { name: stamp, value: now };
  await db
    .insertInto('counters')
    .values(row)
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute();
}

/** An operator has made sure that the original is gone. Servers notice when they start. */
export async function allowDialling(vault: SqliteVault): Promise<void> {
  const { store } = partsOfVault(vault);
  await store.write((db) => db.deleteFrom('counters').where('name', '=', stamp).execute());
}
