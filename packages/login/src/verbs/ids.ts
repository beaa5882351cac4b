import { randomBytes } from 'node:crypto';
import type { Clock, Ids } from '../ports/world.ts';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const opaque = (prefix: string) => `${prefix}_${randomBytes(18).toString('base64url')}`;

/** 144 random bits each; a reference has 40, enough to be told apart and short enough to be read out. */
export function createIds(): Ids {
  return {
    attempt: () => opaque('att'),
    connection: () => opaque('con'),
    retiredKey: () => opaque('key'),
    reference: () => {
      const letters = [...randomBytes(8)].map((byte) => crockford.charAt(byte % 32)).join('');
      return `CN-${letters.slice(0, 4)}-${letters.slice(4)}`;
    },
  };
}

export const systemClock: Clock = { now: () => Date.now() };
