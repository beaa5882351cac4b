import { createPublicKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { gramjsModules } from './gramjs-modules.ts';
import { readTrustedKey, trustOnly } from './trusted-keys.ts';

const serverKeys = gramjsModules.rsa._serverKeys;

/** A key of GramJS's own list, as PEM: its fingerprint there is the measure. */
function pemOf(fingerprint: string): string {
  const { n, e } = serverKeys.get(fingerprint) ?? expect.unreachable('GramJS has no such key');
  const bytes = (hex: string) =>
    Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex').toString('base64url');
  const jwk = { kty: 'RSA', n: bytes(n.toString(16)), e: bytes(e.toString(16)) };
  return createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'pkcs1', format: 'pem' }).toString();
}

describe('trusted keys', () => {
  it.each(['-3414540481677951611', '-5595554452916591101'])('computes the fingerprint %s', (fingerprint) => {
    const known = serverKeys.get(fingerprint);
    const key = readTrustedKey(pemOf(fingerprint));
    expect([key.fingerprint, key.n.toString(), key.e]).toEqual([fingerprint, known?.n.toString(), known?.e]);
  });

  it('keeps the keys that come with GramJS when none are given, and none of them otherwise', () => {
    const one = '-5595554452916591101';
    const pem = pemOf(one);
    trustOnly([]);
    expect(serverKeys.size).toBe(2);
    trustOnly([pem]);
    expect([...serverKeys.keys()]).toEqual([one]);
  });
});
