import BetterSqlite3 from 'better-sqlite3';
import { CompiledQuery, SqliteDialect, SqliteDriver, type DatabaseConnection, type Driver } from 'kysely';
import { setTimeout as pause } from 'node:timers/promises';

const keptStatements = 200;

/** Kysely prepares a statement for each query; ours come back, so the prepared ones are kept. */
function withKeptStatements(raw: BetterSqlite3.Database) {
  const kept = new Map<string, BetterSqlite3.Statement>();
  return {
    close: () => raw.close(),
    prepare(text: string): BetterSqlite3.Statement {
      const known = kept.get(text);
      if (known) return known;
      if (kept.size >= keptStatements) kept.clear();
      const statement = raw.prepare(text);
      kept.set(text, statement);
      return statement;
    },
  };
}

const isBusy = (error: unknown) => error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_BUSY');
const pauseMs = 5;

/**
 * Takes the write lock at the beginning: a deferred transaction that turns into a writer can't wait, only fail.
 * Waits for another process's lock between tries, since SQLite's own waiting stops the whole process.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #raw: BetterSqlite3.Database;
  readonly #patienceMs: number;

  constructor(raw: BetterSqlite3.Database, patienceMs: number) {
    super({ database: withKeptStatements(raw) });
    this.#raw = raw;
    this.#patienceMs = patienceMs;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const end = performance.now() + this.#patienceMs;
    for (;;) {
      try {
        await connection.executeQuery(CompiledQuery.raw('begin immediate'));
        return;
      } catch (error) {
        if (!isBusy(error) || performance.now() >= end) throw error;
        await pause(pauseMs);
      }
    }
  }

  /** After some failures SQLite has rolled back already; rolling back again would hide the failure. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#raw.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }
}

export class ImmediateSqliteDialect extends SqliteDialect {
  readonly #raw: BetterSqlite3.Database;
  readonly #patienceMs: number;

  /** `patienceMs`: how long another process's lock is waited for. */
  constructor(raw: BetterSqlite3.Database, patienceMs: number) {
    super({ database: raw });
    this.#raw = raw;
    this.#patienceMs = patienceMs;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#raw, this.#patienceMs);
  }
}
