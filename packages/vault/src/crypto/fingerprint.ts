import { createHmac } from 'node:crypto';
import type { Vault } from '@botize/login';
import type { Keyring } from './keyring.ts';

type Purpose = Parameters<Vault['fingerprint']>[0];

/** HMAC-SHA256 (hex) under a key of its own for each purpose: for look-ups, useless without the keyring. */
export function fingerprint(keyring: Keyring, purpose: Purpose, value: string): string {
  return createHmac('sha256', keyring.macKey(`fingerprint ${purpose}`))
    .update(value, 'utf8')
    .digest('hex');
}
