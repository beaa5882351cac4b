import { aConnection, aSecret } from '@botize/testkit/vault-records';
import { chmodSync, statSync, truncateSync, writeFileSync, openSync, writeSync, closeSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { randomKeyring } from './crypto/random-keyring.ts';
import { addKey, createKeyring, dropKey } from './crypto/keyring-file.ts';
import { KeyringError, SchemaTooNew, StorageError } from './errors.ts';
import { TemporaryVault } from './testing/temporary-vault.ts';

const modeOf = (path: string) => statSync(path).mode & 0o777;
const putOne = () => [{ type: 'connection.put' as const, record: aConnection(), secret: aSecret() }];

describe('the files', () => {
  test('are for their owner alone', async () => {
    const place = new TemporaryVault();
    const vault = await place.open();
    await vault.commit(null, putOne());
    for (const end of ['', '-wal', '-shm']) expect(modeOf(place.databaseFile + end), end).toBe(0o600);
    expect(modeOf(place.folder)).toBe(0o700);
  });

  test('open to others are refused', async () => {
    const place = new TemporaryVault();
    await (await place.open()).close();
    chmodSync(place.databaseFile, 0o644);
    await expect(place.open()).rejects.toThrow(/chmod 600/);
    chmodSync(place.databaseFile, 0o600);
    chmodSync(place.folder, 0o755);
    await expect(place.open()).rejects.toThrow(/chmod 700/);
    chmodSync(place.folder, 0o700);
    await place.open();
  });
});

describe('a damaged database', () => {
  test('is refused in words, also where only a part that nobody has asked for is damaged', async () => {
    const place = new TemporaryVault();
    const vault = await place.open();
    for (let n = 0; n < 100; n += 1) {
      const account = { id: String(n), name: 'A', username: null, phone: null };
      await vault.commit(null, [{ type: 'connection.put', record: aConnection({ account }), secret: aSecret() }]);
    }
    await vault.close();
    let page = 0;
    place.tamper((db) => {
      page = Number(db.prepare(`select max(pageno) from dbstat where name = 'connections'`).pluck().get());
    });
    const file = openSync(place.databaseFile, 'r+');
    writeSync(file, Buffer.alloc(4096, 0xa5), 0, undefined, (page - 1) * 4096);
    closeSync(file);
    const opened = place.open();
    await expect(opened).rejects.toThrow(/^the database is damaged: /);
    await expect(opened).rejects.toMatchObject({ name: 'StorageError', kind: 'damaged' });
  });

  test('that is no database at all is refused in words', async () => {
    const place = new TemporaryVault();
    writeFileSync(place.databaseFile, 'this is a letter, and a long one: '.repeat(200), { mode: 0o600 });
    await expect(place.open()).rejects.toThrow(/^the database is damaged: /);
  });

  test('cut short is refused', async () => {
    const place = new TemporaryVault();
    const vault = await place.open();
    await vault.commit(null, putOne());
    await vault.close();
    truncateSync(place.databaseFile, 8 * 4096);
    await expect(place.open()).rejects.toBeInstanceOf(StorageError);
  });
});

describe('the schema', () => {
  test('newer than the program is refused', async () => {
    const place = new TemporaryVault();
    await (await place.open()).close();
    place.tamper((db) => db.exec('insert into schema_versions (version, applied_at) values (1000, 0)'));
    await expect(place.open()).rejects.toBeInstanceOf(SchemaTooNew);
    await expect(place.open()).rejects.toThrow(/schema version 1000/);
  });

  test('is made once, though several open at the same time', async () => {
    const place = new TemporaryVault();
    const vaults = await Promise.all([place.open(), place.open(), place.open()]);
    const record = aConnection();
    await vaults[0].commit(null, [{ type: 'connection.put', record, secret: aSecret() }]);
    for (const vault of vaults) expect(await vault.connection('u1', record.id)).toEqual(record);
  });
});

describe('the keyring', () => {
  test('that is not the one of the database is refused, naming the key', async () => {
    const place = new TemporaryVault();
    place.keyring = randomKeyring('k1');
    await (await place.open()).close();
    place.keyring = randomKeyring('k1');
    await expect(place.open()).rejects.toThrow(/^key "(k1|mac)" of the keyring is not the one/);
    place.keyring = randomKeyring('k2');
    await expect(place.open()).rejects.toBeInstanceOf(KeyringError);
  });

  test('without a key that the database needs is refused, naming it', async () => {
    const place = new TemporaryVault();
    const file = `${place.folder}/keyring.json`;
    place.keyring = createKeyring(file);
    await (await place.open()).close();
    addKey(file);
    place.keyring = dropKey(file, 'k1');
    await expect(place.open()).rejects.toThrow('the database needs key "k1", which the keyring does not have');
  });
});
