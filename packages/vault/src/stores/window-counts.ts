import type { WindowCounts } from '@botize/login';
import type { Parts } from './parts.ts';

export function windowCountStore({ store }: Parts): WindowCounts {
  return {
    windowCounts: (now) =>
      store.read((db) =>
        db
          .selectFrom('window_counts')
          .select(['bucket', 'uses', 'ends_at as endsAt'])
          .where('ends_at', '>', now)
          .execute(),
      ),
    keepWindowCounts: (counts, now) =>
      store.write(async (db) => {
        await db.deleteFrom('window_counts').where('ends_at', '<=', now).execute();
        for (const { bucket, uses, endsAt } of counts) {
          const row = { uses, ends_at: endsAt };
          await db
            .insertInto('window_counts')
            .values({ bucket, ...row })
            .onConflict((conflict) => conflict.column('bucket').doUpdateSet(row))
            .execute();
        }
      }),
  };
}
