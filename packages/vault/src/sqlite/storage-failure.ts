import BetterSqlite3 from 'better-sqlite3';
import { StorageError, type StorageFailure } from '../errors.ts';

const kinds: readonly [prefix: string, kind: StorageFailure, says: string][] = [
  ['SQLITE_FULL', 'full', 'the disk is full'],
  ['SQLITE_BUSY', 'busy', 'the database is busy'],
  ['SQLITE_LOCKED', 'busy', 'the database is busy'],
  ['SQLITE_IOERR', 'io', 'the disk reports an error'],
  ['SQLITE_READONLY', 'read_only', 'the database cannot be written to'],
  ['SQLITE_CORRUPT', 'damaged', 'the database is damaged'],
  ['SQLITE_NOTADB', 'damaged', 'the database is damaged'],
  ['SQLITE_CONSTRAINT', 'conflict', 'the change contradicts what is stored'],
  ['SQLITE_CANTOPEN', 'unavailable', 'the database cannot be opened'],
];

/** What SQLite says becomes a StorageError; every other error stays what it is. */
export function storageFailure(error: unknown): unknown {
  if (!(error instanceof BetterSqlite3.SqliteError)) return error;
  const [, kind, says] = kinds.find(([prefix]) => error.code.startsWith(prefix)) ?? [
    '',
    'other',
    'the database failed',
  ];
  return new StorageError(kind as StorageFailure, `${says}: ${error.message} (${error.code})`, { cause: error });
}

export async function withStorageFailures<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storageFailure(error);
  }
}
