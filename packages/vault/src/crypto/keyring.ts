import { createHmac, createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { KeyringError } from '../errors.ts';

export const keyBytes = 32;
const checkBytes = 16;

/** Tells two keys apart without saying anything about them. Base64, 16 bytes. */
export function keyCheck(id: string, key: KeyObject): string {
  const digest = createHmac('sha256', key).update(`botize keyring check 1 ${id}`).digest();
  return digest.subarray(0, checkBytes).toString('base64');
}

/** Everything to do with MACs hangs off this one; it has no place among the wrapping keys. */
export const macKeyId = 'mac';

interface KeyringParts {
  activeId: string;
  wrapping: ReadonlyMap<string, KeyObject>;
  mac: KeyObject;
}

/**
 * The keys that everything at rest hangs on. SECRET. Held as key objects, which neither logs nor JSON can show.
 */
export class Keyring {
  readonly activeId: string;
  readonly #wrapping: ReadonlyMap<string, KeyObject>;
  readonly #mac: KeyObject;
  readonly #derived = new Map<string, KeyObject>();

  constructor(parts: KeyringParts) {
    if (!parts.wrapping.has(parts.activeId)) throw new KeyringError(`the keyring has no key "${parts.activeId}"`);
    this.activeId = parts.activeId;
    this.#wrapping = parts.wrapping;
    this.#mac = parts.mac;
  }

  has(id: string): boolean {
    return this.#wrapping.has(id);
  }

  wrappingKey(id: string): KeyObject {
    const key = this.#wrapping.get(id);
    if (!key) throw new KeyringError(`the keyring has no key "${id}"`);
    return key;
  }

  /** An independent MAC key for each purpose. */
  macKey(purpose: string): KeyObject {
    let key = this.#derived.get(purpose);
    if (!key) {
      key = createSecretKey(Buffer.from(hkdfSync('sha256', this.#mac, '', `botize mac ${purpose}`, keyBytes)));
      this.#derived.set(purpose, key);
    }
    return key;
  }

  /** The check value of a key, or null if the keyring doesn't have it. */
  check(id: string): string | null {
    const key = id === macKeyId ? this.#mac : this.#wrapping.get(id);
    return key ? keyCheck(id, key) : null;
  }
}

/** A keyring that lives in memory only: for tests. */
export function randomKeyring(activeId = 'test'): Keyring {
  const wrapping = new Map([[activeId, createSecretKey(randomBytes(keyBytes))]]);
  return new Keyring({ activeId, wrapping, mac: createSecretKey(randomBytes(keyBytes)) });
}
