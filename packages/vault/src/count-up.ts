import { partsOfVault, type SqliteVault } from './open-vault.ts';

/** How things stand, for whoever watches. Counts only. */
export interface StoreCounts {
  connections: { status: string; count: number }[];
  openAttempts: number;
  /** Sessions that are no longer wanted and whose log-out Telegram has not confirmed. */
  retiredKeys: number;
  /** Events that the host has not taken yet and that are still tried. */
  webhooksWaiting: number;
}

/** Small enough to be asked for every few seconds. */
export async function countUp(vault: SqliteVault): Promise<StoreCounts> {
  const { store } = partsOfVault(vault);
  return store.read(async (db) => {
    const count = async (table: 'attempts' | 'retired_keys' | 'outbox') => {
      const all = db.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('count'));
      const wanted =
        table === 'attempts'
          ? all.where('ended_at', 'is', null)
          : table === 'outbox'
            ? all.where('status', '=', 'pending')
            : all;
      return (await wanted.executeTakeFirstOrThrow()).count;
    };
    const connections = db.selectFrom('connections').select(({ fn }) => ['status', fn.countAll<number>().as('count')]);
    return {
      connections: await connections.groupBy('status').orderBy('status').execute(),
      openAttempts: await count('attempts'),
      retiredKeys: await count('retired_keys'),
      webhooksWaiting: await count('outbox'),
    };
  });
}
