import BetterSqlite3 from 'better-sqlite3';
import { chmodSync, closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { mustBePrivateFile } from './crypto/private-path.ts';
import type { Keyring } from './crypto/keyring.ts';
import { stopDialling } from './dialling.ts';
import { StorageError } from './errors.ts';
import { openVault, partsOfVault } from './open-vault.ts';
import { storageFailure } from './sqlite/storage-failure.ts';

const owned = 0o600;
/** Everything in one step, so that writers can't make it begin again and again. */
const allPages = 0x7fff_ffff;

const flushed = (path: string): void => {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
};

/**
 * Copies the database as it is at one moment, while a server may be writing. `file` must not exist; only its owner can
 * read it. What is sealed stays sealed: without the keyring, which is not in it, it opens nothing. @throws StorageError
 */
export async function backUp(databaseFile: string, file: string): Promise<void> {
  if (!existsSync(databaseFile)) throw new StorageError('unavailable', `there is no database at ${databaseFile}`);
  const unfinished = `${file}.unfinished`;
  closeSync(openSync(file, 'wx', owned));
  const source = new BetterSqlite3(databaseFile, { readonly: true, timeout: 5_000 });
  try {
    closeSync(openSync(unfinished, 'w', owned));
    await source.backup(unfinished, { progress: () => allPages });
    chmodSync(unfinished, owned);
    flushed(unfinished);
    renameSync(unfinished, file);
  } catch (error) {
    for (const path of [file, unfinished]) rmSync(path, { force: true });
    throw storageFailure(error);
  } finally {
    source.close();
  }
}

/** Writes the log into the database and proves that nobody else has it open. @throws StorageError busy */
function mustBeAlone(databaseFile: string): void {
  const raw = new BetterSqlite3(databaseFile, { timeout: 0 });
  try {
    raw.pragma('journal_mode = delete');
  } catch (error) {
    throw storageFailure(error);
  } finally {
    raw.close();
  }
}

export interface Restore {
  file: string;
  databaseFile: string;
  keyring: Keyring;
  /** Epoch milliseconds. */
  now: number;
}

/**
 * Puts a backup in the database's place. It is checked and stamped first: no server dials from it until told to. What
 * was there before is kept beside it; answers where, or null. @throws StorageError (`busy`: a server runs), KeyringError
 */
export async function restore({ file, databaseFile, keyring, now }: Restore): Promise<string | null> {
  if (!existsSync(file)) throw new StorageError('unavailable', `there is no backup at ${file}`);
  mustBePrivateFile(file);
  const fresh = `${databaseFile}.restoring`;
  rmSync(fresh, { force: true });
  copyFileSync(file, fresh);
  chmodSync(fresh, owned);
  try {
    const vault = await openVault({ databaseFile: fresh, keyring });
    await partsOfVault(vault).store.write((db) => stopDialling(db, now));
    await vault.close();
    mustBeAlone(fresh);
    flushed(fresh);
    if (existsSync(databaseFile)) mustBeAlone(databaseFile);
  } catch (error) {
    for (const end of ['', '-wal', '-shm']) rmSync(fresh + end, { force: true });
    throw error;
  }
  return putInPlace(fresh, databaseFile, now);
}

function putInPlace(fresh: string, databaseFile: string, now: number): string | null {
  const previous = existsSync(databaseFile) ? `${databaseFile}.before-${now}` : null;
  if (previous !== null) renameSync(databaseFile, previous);
  for (const end of ['-wal', '-shm']) rmSync(databaseFile + end, { force: true });
  renameSync(fresh, databaseFile);
  return previous;
}
