import { createSecretKey } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { KeyringError } from '../errors.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { openEnvelope, sealEnvelope } from './envelope.ts';
import { addKey, createKeyring, dropKey, loadKeyring } from './keyring-file.ts';
import { keyCheck } from './keyring.ts';

const context = { purpose: 'connection', userId: 'u1', recordId: 'con_1', generation: [1] } as const;
const plain = Buffer.from('secret');

interface FileContent {
  version: number;
  active: string;
  keys: { id: string; key: string; check: string }[];
  mac: { id: string; key: string; check: string };
}
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as FileContent;

function freshKeyring() {
  const path = join(temporaryFolder(), 'keys', 'keyring.json');
  return { path, keyring: createKeyring(path) };
}

/** A keyring's file, changed by hand. */
function edited(change: (file: FileContent) => unknown): string {
  const { path } = freshKeyring();
  const file = read(path);
  writeFileSync(path, JSON.stringify(change(file) ?? file));
  return path;
}

/** A key as the file holds it, made by hand. */
function entry(id: string, fill: number) {
  const raw = Buffer.alloc(32, fill);
  return { id, key: raw.toString('base64'), check: keyCheck(id, createSecretKey(raw)) };
}

describe('a keyring', () => {
  test('is made for its owner alone, and can be read again', () => {
    const { path, keyring } = freshKeyring();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(path, '..'))).toEqual(['keyring.json']);
    const envelope = sealEnvelope(keyring, context, plain);
    expect(openEnvelope(loadKeyring(path), context, envelope)).toEqual(plain);
  });

  test('is never replaced by a new one', () => {
    const { path } = freshKeyring();
    const before = readFileSync(path);
    expect(() => createKeyring(path)).toThrow(/^cannot create the keyring: EEXIST/);
    expect(readFileSync(path)).toEqual(before);
    expect(readdirSync(join(path, '..'))).toEqual(['keyring.json']);
  });

  test('is different each time', () => {
    expect(read(freshKeyring().path).keys[0]?.key).not.toBe(read(freshKeyring().path).keys[0]?.key);
  });

  test('that is not there is refused', () => {
    expect(() => loadKeyring(join(temporaryFolder(), 'none.json'))).toThrow(/cannot read the keyring: ENOENT/);
  });

  test('that others may read is refused', () => {
    const { path } = freshKeyring();
    for (const mode of [0o640, 0o604, 0o660]) {
      chmodSync(path, mode);
      expect(() => loadKeyring(path)).toThrow(/chmod 600/);
    }
  });

  test('in a folder that others may enter is refused', () => {
    const { path } = freshKeyring();
    chmodSync(join(path, '..'), 0o755);
    expect(() => loadKeyring(path)).toThrow(/chmod 700/);
    const open = join(temporaryFolder(), 'open');
    mkdirSync(open);
    chmodSync(open, 0o755);
    expect(() => createKeyring(join(open, 'keyring.json'))).toThrow(/chmod 700/);
    expect(readdirSync(open)).toEqual([]);
  });

  test.each<[string, (file: FileContent) => unknown, RegExp]>([
    ['of a later version', (file) => ({ ...file, version: 2 }), /version/],
    ['with one key that is none', (file) => ({ ...file, keys: [...file.keys, { id: 'k2', key: 'AAAA' }] }), /lacks/],
    ['with a MAC key that is no text', (file) => ({ ...file, mac: { ...file.mac, check: 7 } }), /lacks/],
    ['that does not name its active key', (file) => ({ ...file, active: 7 }), /lacks/],
    ['with a name of 33 letters', (file) => ({ ...file, keys: [entry('k'.repeat(33), 1)] }), /cannot be the id/],
    ['with a name that ends in a sign', (file) => ({ ...file, keys: [entry('k1!', 1)] }), /cannot be the id/],
    ['without keys', (file) => ({ ...file, keys: undefined }), /lacks/],
    ['without the MAC key', (file) => ({ ...file, mac: null }), /lacks/],
    ['whose active key is missing', (file) => ({ ...file, active: 'k9' }), /no key "k9"/],
    ['with a key twice', (file) => ({ ...file, keys: [...file.keys, ...file.keys] }), /"k1"/],
    ["with a key under the MAC key's name", (file) => ({ ...file, keys: [{ ...file.mac }] }), /"mac"/],
    ['with a name that is none', (file) => ({ ...file, keys: [{ ...file.keys[0], id: '../k' }] }), /cannot be the id/],
    ['of words', () => 'null', /version/],
  ])('%s is refused', (_, change, why) => {
    const path = edited(change);
    expect(() => loadKeyring(path)).toThrow(KeyringError);
    expect(() => loadKeyring(path)).toThrow(why);
  });

  test('with one letter of a key mistyped is refused, and the message does not show it', () => {
    for (const which of ['wrapping', 'mac'] as const) {
      let key = '';
      const path = edited((file) => {
        const entry = which === 'mac' ? file.mac : file.keys[0]!;
        entry.key = (entry.key.startsWith('A') ? 'B' : 'A') + entry.key.slice(1);
        key = entry.key;
      });
      const load = () => loadKeyring(path);
      expect(load).toThrow(/does not match its check value/);
      expect(load).not.toThrow(key);
    }
  });

  test('of nothing is refused', () => {
    const { path } = freshKeyring();
    writeFileSync(path, 'null');
    expect(() => loadKeyring(path)).toThrow(
      new KeyringError('the keyring has a version that this program does not know'),
    );
  });

  test('takes names of up to 32 letters, digits and hyphens', () => {
    const id = `2026-${'k'.repeat(27)}`;
    const path = edited((file) => ({ ...file, active: id, keys: [entry(id, 1), entry('a', 2)] }));
    expect(loadKeyring(path).ids).toEqual([id, 'a']);
  });

  test('with a short key is refused', () => {
    expect(() => loadKeyring(edited((file) => void (file.keys[0]!.key = 'AAAA')))).toThrow(/not 32 bytes/);
  });

  test('that is not JSON is refused without quoting it', () => {
    const { path } = freshKeyring();
    const { key } = read(path).keys[0]!;
    writeFileSync(path, key);
    expect(() => loadKeyring(path)).toThrow('cannot read the keyring: it is not JSON');
  });

  test('shows no key to a log', () => {
    const { path, keyring } = freshKeyring();
    const { keys, mac } = read(path);
    for (const text of [inspect(keyring, { depth: 9, showHidden: true }), JSON.stringify(keyring)]) {
      for (const { key } of [...keys, mac]) {
        expect(text).not.toContain(key);
        expect(text).not.toContain(Buffer.from(key, 'base64').toString('hex'));
      }
    }
  });

  test('can get a new active key and lose the old one', () => {
    const { path, keyring } = freshKeyring();
    const envelope = sealEnvelope(keyring, context, plain);
    const grown = addKey(path);
    expect(grown.activeId).toBe('k2');
    expect(openEnvelope(grown, context, envelope)).toEqual(plain);
    expect(() => dropKey(path, 'k2')).toThrow(/active/);
    expect(() => dropKey(path, 'k9')).toThrow(/no key "k9"/);
    const shrunk = dropKey(path, 'k1');
    expect(shrunk.has('k1')).toBe(false);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(addKey(path).activeId).toBe('k3');
    expect(readdirSync(join(path, '..'))).toEqual(['keyring.json']);
  });

  test('numbers a new key after the highest there is', () => {
    const ids = ['k2', 'k10', 'backup-k70', 'k80-old', 'spare'];
    const keys = ids.map((id, index) => entry(id, index + 1));
    expect(addKey(edited((file) => ({ ...file, active: 'k2', keys }))).activeId).toBe('k11');
    expect(addKey(edited((file) => ({ ...file, active: 'spare', keys: keys.slice(4) }))).activeId).toBe('k1');
  });

  test('that is in use follows what is done to its file', () => {
    const { path, keyring } = freshKeyring();
    const envelope = sealEnvelope(addKey(path), context, plain);
    expect(keyring.ids).toEqual(['k1']);
    expect(openEnvelope(keyring, context, envelope)).toEqual(plain);
    expect(keyring.activeId).toBe('k2');
  });
});
