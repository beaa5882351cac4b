import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { KeyringError } from '../errors.ts';
import { keyBytes, keyCheck, Keyring, macKeyId } from './keyring.ts';
import { mustBePrivateFile, privateFolder } from './private-path.ts';

interface KeyEntry {
  id: string;
  key: string;
  check: string;
}
interface KeyringFile {
  version: number;
  active: string;
  keys: KeyEntry[];
  mac: KeyEntry;
}

const fileVersion = 1;
const idPattern = /^[a-z0-9][a-z0-9-]{0,31}$/;

function freshEntry(id: string): KeyEntry {
  const raw = randomBytes(keyBytes);
  const entry = { id, key: raw.toString('base64'), check: keyCheck(id, createSecretKey(raw)) };
  raw.fill(0);
  return entry;
}

function keyOf(entry: KeyEntry): KeyObject {
  const raw = Buffer.from(String(entry.key), 'base64');
  try {
    if (raw.length !== keyBytes)
      throw new KeyringError(`key "${entry.id}" of the keyring is not ${keyBytes} bytes long`);
    const key = createSecretKey(raw);
    if (keyCheck(entry.id, key) !== entry.check) {
      throw new KeyringError(`key "${entry.id}" of the keyring does not match its check value`);
    }
    return key;
  } finally {
    raw.fill(0);
  }
}

function isEntry(value: unknown): value is KeyEntry {
  const entry = value as Partial<KeyEntry> | null;
  return [entry?.id, entry?.key, entry?.check].every((member) => typeof member === 'string');
}

function fromFile(path: string, content: unknown): Keyring {
  const file = content as Partial<KeyringFile> | null;
  if (file?.version !== fileVersion)
    throw new KeyringError('the keyring has a version that this program does not know');
  if (!Array.isArray(file.keys) || !file.keys.every(isEntry) || !isEntry(file.mac) || typeof file.active !== 'string') {
    throw new KeyringError('the keyring lacks "active", "keys" or "mac"');
  }
  const wrapping = new Map<string, KeyObject>();
  for (const entry of file.keys) {
    if (!idPattern.test(entry.id) || entry.id === macKeyId || wrapping.has(entry.id)) {
      throw new KeyringError(`"${entry.id}" cannot be the id of a key, or is there twice`);
    }
    wrapping.set(entry.id, keyOf(entry));
  }
  return new Keyring({ activeId: file.active, wrapping, mac: keyOf(file.mac) }, () => loadKeyring(path));
}

function readKeyringFile(path: string): unknown {
  try {
    privateFolder(dirname(path));
    mustBePrivateFile(path);
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    // A parser's message may quote what it read.
    const why = error instanceof SyntaxError ? 'it is not JSON' : (error as Error).message;
    throw new KeyringError(`cannot read the keyring: ${why}`);
  }
}

/**
 * Reads the keyring: JSON `{ version, active, keys: [{ id, key, check }], mac: { id, key, check } }`, keys in base64.
 * The file must be 0600 in a folder of 0700. @throws KeyringError naming what is wrong, never a key
 */
export function loadKeyring(path: string): Keyring {
  return fromFile(path, readKeyringFile(path));
}

/** Written aside and made to last, so that a crash leaves the old file or the new one. */
function writeAside(path: string, file: KeyringFile): string {
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  const handle = openSync(aside, 'wx', 0o600);
  try {
    writeFileSync(handle, `${JSON.stringify(file, null, 2)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return aside;
}

/** Makes a keyring with one fresh key. Never replaces a file. For development: in production the operator brings it. */
export function createKeyring(path: string): Keyring {
  privateFolder(dirname(path));
  const file = { version: fileVersion, active: 'k1', keys: [freshEntry('k1')], mac: freshEntry(macKeyId) };
  const aside = writeAside(path, file);
  try {
    linkSync(aside, path);
  } catch (error) {
    throw new KeyringError(`cannot create the keyring: ${(error as Error).message}`);
  } finally {
    rmSync(aside);
  }
  return loadKeyring(path);
}

function rewrite(path: string, change: (file: KeyringFile) => KeyringFile): Keyring {
  const content = readKeyringFile(path);
  fromFile(path, content);
  renameSync(writeAside(path, change(content as KeyringFile)), path);
  return loadKeyring(path);
}

/** Adds a fresh key and makes it the active one; the others still open what they have sealed. */
export function addKey(path: string): Keyring {
  return rewrite(path, (file) => {
    const numbers = file.keys.map(({ id }) => Number(/^k(\d+)$/.exec(id)?.[1] ?? 0));
    const id = `k${Math.max(...numbers) + 1}`;
    return { ...file, active: id, keys: [...file.keys, freshEntry(id)] };
  });
}

/** For good: what this key has sealed opens no more. @throws KeyringError for the active key and for one not there */
export function dropKey(path: string, id: string): Keyring {
  return rewrite(path, (file) => {
    if (id === file.active) throw new KeyringError(`key "${id}" is the active one`);
    if (!file.keys.some((entry) => entry.id === id)) throw new KeyringError(`the keyring has no key "${id}"`);
    return { ...file, keys: file.keys.filter((entry) => entry.id !== id) };
  });
}
