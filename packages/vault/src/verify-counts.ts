import { sql } from 'kysely';
import { partsOfVault, type SqliteVault } from './open-vault.ts';
import type { Db } from './schema.ts';
import type { CountRow } from './schema-support.ts';

const keyOf = ({ kind, name }: CountRow) => `${kind} ${name}`;

/** What the triggers should have noted, counted the slow way. */
async function countedNow(db: Db): Promise<CountRow[]> {
  const { rows } = await sql<CountRow>`
    select 'status' as kind, status as name, count(*) as n from connections group by status
    union all select 'reason', reason, count(*) from connections where reason is not null group by reason
    union all select 'standing', standing, count(*) from attempts where standing is not null group by standing
    union all select 'step', step, count(*) from attempts where ended_at is null group by step
    union all select 'refused', 'all', count(*) from people where refused_code is not null having count(*) > 0
  `.execute(db);
  return rows;
}

/** One line for each count that is not what it should be; none if all are right. */
export function countsHold(vault: SqliteVault): Promise<string[]> {
  const { store } = partsOfVault(vault);
  return store.snapshot(async (db) => {
    const noted = await db.selectFrom('counts').selectAll().execute();
    const found = new Map((await countedNow(db)).map((row) => [keyOf(row), row.n]));
    const keys = new Set([...noted.map(keyOf), ...found.keys()]);
    const kept = new Map(noted.map((row) => [keyOf(row), row.n]));
    return [...keys]
      .filter((key) => (kept.get(key) ?? 0) !== (found.get(key) ?? 0))
      .map((key) => `${key}: ${kept.get(key) ?? 0} noted, ${found.get(key) ?? 0} counted`);
  });
}
