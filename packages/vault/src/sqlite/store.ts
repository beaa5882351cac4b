import type BetterSqlite3 from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import type { Db, Schema } from '../schema.ts';
import { ImmediateSqliteDialect } from './immediate-driver.ts';
import { withStorageFailures } from './storage-failure.ts';

/** Reads and transactions on one database, with its failures as StorageError. */
export class Store {
  readonly #db: Kysely<Schema>;

  #logOwed = false;

  constructor(raw: BetterSqlite3.Database, patienceMs: number) {
    this.#db = new Kysely<Schema>({ dialect: new ImmediateSqliteDialect(raw, patienceMs) });
  }

  read<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return withStorageFailures(() => work(this.#db));
  }

  /** All of `work` happens, or nothing of it. Inside, use only the `db` that is passed: this one would wait forever. */
  async write<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const result = await withStorageFailures(() => this.#db.transaction().execute(work));
    if (this.#logOwed) await this.emptyLog();
    return result;
  }

  /** Several reads of one and the same state. */
  snapshot<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return this.write(work);
  }

  /**
   * Writes the log into the database and empties it, so that nothing erased stays behind in it. What was
   * committed stays committed if this fails or somebody still reads; the next write tries again.
   */
  async emptyLog(): Promise<void> {
    this.#logOwed = true;
    try {
      const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(this.#db);
      this.#logOwed = rows[0]?.busy !== 0;
    } catch {
      return;
    }
  }

  async close(): Promise<void> {
    await this.emptyLog();
    await this.#db.destroy();
  }
}
