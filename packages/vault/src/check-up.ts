import type { Millis } from '@botize/login';
import { sql } from 'kysely';
import { partsOfVault, type SqliteVault } from './open-vault.ts';

/** What an operator wants to know before they believe in a database. Counts only. */
export interface CheckUp {
  /** What SQLite's full check says; empty if the database is sound. */
  damage: string[];
  connections: number;
  openAttempts: number;
  /** Requests to Telegram whose outcome nobody has found out yet. */
  openIntents: number;
  retiredKeys: number;
  /** Retired keys that Telegram has not confirmed after several tries. */
  stubbornKeys: number;
  /** When the first of them will be given up, or null. */
  nextGiveUpAt: Millis | null;
}

const stubbornFrom = 5;

export async function checkUp(vault: SqliteVault): Promise<CheckUp> {
  const { store } = partsOfVault(vault);
  return store.snapshot(async (db) => {
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(20)`.execute(db);
    const verdicts = rows.map((row) => row.integrity_check);
    const attempts = await db
      .selectFrom('attempts')
      .where('ended_at', 'is', null)
      .select(({ fn }) => [fn.countAll<number>().as('open'), fn.count<number>('intent_command').as('intents')])
      .executeTakeFirstOrThrow();
    const keys = await db
      .selectFrom('retired_keys')
      .select(({ fn }) => [
        fn.countAll<number>().as('all'),
        fn.min('give_up_at').as('giveUpAt'),
        sql<number>`count(case when attempts >= ${stubbornFrom} then 1 end)`.as('stubborn'),
      ])
      .executeTakeFirstOrThrow();
    const { connections } = await db
      .selectFrom('connections')
      .select(({ fn }) => fn.countAll<number>().as('connections'))
      .executeTakeFirstOrThrow();
    return {
      damage: verdicts.join() === 'ok' ? [] : verdicts,
      connections,
      openAttempts: attempts.open,
      openIntents: attempts.intents,
      retiredKeys: keys.all,
      stubbornKeys: keys.stubborn,
      nextGiveUpAt: keys.giveUpAt ?? null,
    };
  });
}
