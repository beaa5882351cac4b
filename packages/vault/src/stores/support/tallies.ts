import type { Millis, Tally, TallyKind } from '@botize/login';
import type { Db } from '../../schema.ts';

const hourMs = 3_600_000;

/** One more of these in this hour, in the transaction of what happened. */
export async function tally(db: Db, at: Millis, kind: TallyKind, name = ''): Promise<void> {
  const row = { hour: Math.floor(at / hourMs), kind, name, n: 1 };
  await db
    .insertInto('tallies')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['hour', 'kind', 'name']).doUpdateSet(({ ref, eb }) => ({ n: eb(ref('tallies.n'), '+', 1) })),
    )
    .execute();
}

export const talliesFrom = (db: Db, hour: number): Promise<Tally[]> =>
  db.selectFrom('tallies').selectAll().where('hour', '>=', hour).execute();

export async function forgetTallies(db: Db, before: Millis): Promise<void> {
  await db
    .deleteFrom('tallies')
    .where('hour', '<', Math.floor(before / hourMs))
    .execute();
}
