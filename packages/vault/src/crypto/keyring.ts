import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
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
 * One that came from a file reads it again when a key is missing, so that a running server follows a rotation.
 */
export class Keyring {
  #parts: KeyringParts;
  readonly #reread: (() => Keyring) | null;
  readonly #derived = new Map<string, KeyObject>();

  constructor(parts: KeyringParts, reread: (() => Keyring) | null = null) {
    if (!parts.wrapping.has(parts.activeId)) throw new KeyringError(`the keyring has no key "${parts.activeId}"`);
    this.#parts = parts;
    this.#reread = reread;
  }

  get activeId(): string {
    return this.#parts.activeId;
  }

  get ids(): string[] {
    return [...this.#parts.wrapping.keys()];
  }

  /** Takes over what the file says by now. A file that can't be read, or has another MAC key, changes nothing. */
  refresh(): void {
    try {
      const now = this.#reread?.();
      if (now !== undefined && now.check(macKeyId) === this.check(macKeyId)) this.#parts = now.#parts;
    } catch (error) {
      if (!(error instanceof KeyringError)) throw error;
    }
  }

  has(id: string): boolean {
    if (!this.#parts.wrapping.has(id)) this.refresh();
    return this.#parts.wrapping.has(id);
  }

  wrappingKey(id: string): KeyObject {
    const key = this.#parts.wrapping.get(id);
    if (!key) throw new KeyringError(`the keyring has no key "${id}"`);
    return key;
  }

  /** An independent MAC key for each purpose. */
  macKey(purpose: string): KeyObject {
    let key = this.#derived.get(purpose);
    if (!key) {
      const raw = Buffer.from(hkdfSync('sha256', this.#parts.mac, '', `botize mac ${purpose}`, keyBytes));
      key = createSecretKey(raw);
      raw.fill(0);
      this.#derived.set(purpose, key);
    }
    return key;
  }

  /** The check value of a key, or null if the keyring doesn't have it. */
  check(id: string): string | null {
    const key = id === macKeyId ? this.#parts.mac : this.#parts.wrapping.get(id);
    return key ? keyCheck(id, key) : null;
  }
}
