import BetterSqlite3 from 'better-sqlite3';
import { closeSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { mustBePrivateFile, privateFolder } from '../crypto/private-path.ts';
import { StorageError } from '../errors.ts';
import { storageFailure } from './storage-failure.ts';

/** SQLite gives `-wal` and `-shm` the mode of the database, so it is enough that this one is private. */
function privateDatabaseFile(path: string): void {
  privateFolder(dirname(path));
  try {
    closeSync(openSync(path, 'a', 0o600));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const kind = code === 'EROFS' || code === 'EACCES' ? 'read_only' : code === 'ENOSPC' ? 'full' : 'unavailable';
    throw new StorageError(kind, `the database cannot be opened: ${message}`, { cause: error });
  }
  mustBePrivateFile(path);
}

function mustBeSound(raw: BetterSqlite3.Database): void {
  const verdict = String(raw.pragma('quick_check(1)', { simple: true }));
  if (verdict !== 'ok') throw new StorageError('damaged', `the database is damaged: ${verdict}`);
}

function prepare(raw: BetterSqlite3.Database): void {
  const mode = raw.pragma('journal_mode = wal', { simple: true });
  if (mode !== 'wal') throw new StorageError('unavailable', 'the database does not support write-ahead logging here');
  raw.pragma('synchronous = full');
  raw.pragma('foreign_keys = on');
  raw.pragma('secure_delete = on');
  raw.pragma('temp_store = memory');
  raw.pragma('trusted_schema = off');
  mustBeSound(raw);
}

const openingTimeoutMs = 2_000;
/** Short, since the process stands still meanwhile; transactions wait by themselves. */
const busyTimeoutMs = 10;

/** Opens (and makes, readable by the owner only) the database file, and checks that it is sound. @throws StorageError */
export function openDatabase(path: string): BetterSqlite3.Database {
  privateDatabaseFile(path);
  let raw: BetterSqlite3.Database | undefined;
  try {
    raw = new BetterSqlite3(path, { timeout: openingTimeoutMs });
    prepare(raw);
    raw.pragma(`busy_timeout = ${busyTimeoutMs}`);
    return raw;
  } catch (error) {
    raw?.close();
    throw storageFailure(error);
  }
}
