import { aConnection, anAttempt, anEntry, aSecret, moved } from '@botize/testkit/vault-records';
import type { Change } from '@botize/login';
import BetterSqlite3 from 'better-sqlite3';
import { sql } from 'kysely';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { StorageError } from '../errors.ts';
import { partsOfVault, type SqliteVault } from '../open-vault.ts';
import { TemporaryVault } from '../testing/temporary-vault.ts';
import { storageFailure } from './storage-failure.ts';

const pragma = (vault: SqliteVault, setting: string) =>
  partsOfVault(vault).store.read((db) => sql.raw(`pragma ${setting}`).execute(db));

/** An attempt, and changes to it that need room. */
async function prepared(place: TemporaryVault, vault: SqliteVault) {
  const attempt = anAttempt();
  await vault.insertAttempt(attempt, []);
  const lease = await vault.lease(`attempt:${attempt.id}`, place.clock.now(), place.clock.now() + 100);
  const large = { text: 'x'.repeat(200_000) };
  const changes: Change[] = [
    { type: 'attempt.update', record: moved(attempt), expectedRevision: 1 },
    { type: 'connection.put', record: aConnection(), secret: aSecret() },
    { type: 'audit', entry: anEntry({ detail: large }) },
  ];
  const expectNothing = async () => {
    expect(await vault.attempt('u1', attempt.id)).toEqual(attempt);
    expect(await vault.connections('u1')).toEqual([]);
    expect((await vault.verifyAudit()).entries).toBe(0);
  };
  return { lease, changes, expectNothing };
}

describe('nothing is half-written, and it works again afterwards,', () => {
  test('when the disk is full', async () => {
    const place = new TemporaryVault();
    const vault = await place.open();
    const { lease, changes, expectNothing } = await prepared(place, vault);
    await pragma(vault, 'max_page_count = 1');
    const failed = vault.commit(lease, changes);
    await expect(failed).rejects.toMatchObject({ name: 'StorageError', kind: 'full' });
    await expectNothing();
    await pragma(vault, 'max_page_count = 1000000');
    await vault.commit(lease, changes);
    expect(await vault.connections('u1')).toHaveLength(1);
  });

  test('when the database cannot be written to', async () => {
    const place = new TemporaryVault();
    const vault = await place.open();
    const { lease, changes, expectNothing } = await prepared(place, vault);
    await pragma(vault, 'query_only = on');
    await expect(vault.commit(lease, changes)).rejects.toMatchObject({ kind: 'read_only' });
    await pragma(vault, 'query_only = off');
    await expectNothing();
    await vault.commit(lease, changes);
    expect(await vault.connections('u1')).toHaveLength(1);
  });

  test('when another process keeps the database', async () => {
    const place = new TemporaryVault();
    const vault = await place.open({ busyTimeoutMs: 20 });
    const { lease, changes, expectNothing } = await prepared(place, vault);
    const other = new BetterSqlite3(place.databaseFile);
    other.exec('begin immediate');
    await expect(vault.commit(lease, changes)).rejects.toMatchObject({ kind: 'busy' });
    await expectNothing().catch((error: unknown) => expect(error).toMatchObject({ kind: 'busy' }));
    other.exec('rollback');
    other.close();
    await expectNothing();
    await vault.commit(lease, changes);
    expect(await vault.connections('u1')).toHaveLength(1);
  });

  test('when another process is done with it in time, without standing still meanwhile', async () => {
    const place = new TemporaryVault();
    const vault = await place.open({ busyTimeoutMs: 10_000 });
    const other = new BetterSqlite3(place.databaseFile);
    other.exec('begin immediate');
    const waiting = vault.commit(null, [{ type: 'audit', entry: anEntry() }]);
    const isFree = new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));
    await isFree.then(() => other.exec('rollback'));
    other.close();
    await waiting;
    expect(await vault.activity('u1', null, 10)).toHaveLength(1);
  });

  test('when the disk returns other bytes than were written', async () => {
    const place = new TemporaryVault();
    const vault = await place.open();
    const { lease, changes } = await prepared(place, vault);
    await partsOfVault(vault).store.emptyLog();
    const before = readFileSync(place.databaseFile);
    writeFileSync(place.databaseFile, Buffer.from(before).fill(0x5a, 4_096));
    await pragma(vault, 'shrink_memory');
    await expect(vault.commit(lease, changes)).rejects.toMatchObject({ name: 'StorageError', kind: 'damaged' });
    writeFileSync(place.databaseFile, before);
    await pragma(vault, 'shrink_memory');
    await vault.commit(lease, changes);
    expect(await vault.connections('u1')).toHaveLength(1);
  });

  test('when it contradicts what is stored', async () => {
    const vault = await new TemporaryVault().open();
    await vault.commit(null, [{ type: 'connection.put', record: aConnection(), secret: aSecret() }]);
    const twice = vault.commit(null, [
      { type: 'audit', entry: anEntry() },
      { type: 'connection.put', record: aConnection(), secret: aSecret() },
    ]);
    await expect(twice).rejects.toMatchObject({ kind: 'conflict' });
    expect(await vault.connections('u1')).toHaveLength(1);
    expect(await vault.activity('u1', null, 10)).toEqual([]);
  });
});

test.each([
  ['SQLITE_FULL', 'full'],
  ['SQLITE_BUSY_SNAPSHOT', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_IOERR_FSYNC', 'io'],
  ['SQLITE_READONLY_DIRECTORY', 'read_only'],
  ['SQLITE_CORRUPT_INDEX', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_CONSTRAINT_UNIQUE', 'conflict'],
  ['SQLITE_CANTOPEN', 'unavailable'],
  ['SQLITE_MISUSE', 'other'],
])('%s is told as %s', (code, kind) => {
  expect(storageFailure(new BetterSqlite3.SqliteError('no', code))).toMatchObject({ kind });
});

test('an error that is not of the database stays what it is', () => {
  const error = new TypeError('no');
  expect(storageFailure(error)).toBe(error);
  expect(storageFailure(error)).not.toBeInstanceOf(StorageError);
});
