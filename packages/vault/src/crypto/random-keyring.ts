import { createSecretKey, randomBytes } from 'node:crypto';
import { keyBytes, Keyring } from './keyring.ts';

/** A keyring that lives in memory only: for tests. */
export function randomKeyring(activeId = 'test'): Keyring {
  const wrapping = new Map([[activeId, createSecretKey(randomBytes(keyBytes))]]);
  return new Keyring({ activeId, wrapping, mac: createSecretKey(randomBytes(keyBytes)) });
}
