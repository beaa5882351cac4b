import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { generateRsaKey, openRsaPad, rsaKeyFromPem } from './rsa-key.ts';

describe('the RSA key', () => {
  const key = generateRsaKey();

  it('is the same again when read from its PEM', () => {
    expect(rsaKeyFromPem(key.privatePem)).toEqual(key);
    expect(key.publicPkcs1Pem).toMatch(/^-----BEGIN RSA PUBLIC KEY-----/);
  });

  it('has to be RSA with 2048 bits', () => {
    const small = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
    const other = generateKeyPairSync('ed25519').privateKey;
    for (const wrong of [small, other]) {
      const pem = wrong.export({ type: 'pkcs8', format: 'pem' }).toString();
      expect(() => rsaKeyFromPem(pem)).toThrow('RSA with 2048 bits');
    }
    expect(() => rsaKeyFromPem('nothing')).toThrow();
  });

  it('has a fingerprint that every client finds: sixteen hexadecimal digits without leading zeros', () => {
    const found = [0x0fff_ffff_ffff_ffffn, 0n, 0x1000_0000_0000_0000n].map((fingerprint) => ({ ...key, fingerprint }));
    expect(generateRsaKey(() => found.shift() ?? key).fingerprint).toBe(0x1000_0000_0000_0000n);
    expect(generateRsaKey(() => ({ ...key, fingerprint: -1n })).fingerprint).toBe(-1n);
  });

  it.each([0, 100, 255, 256, 300])('does not open %i bytes of anything', (length) => {
    expect(openRsaPad(key.privatePem, Buffer.alloc(length, 1))).toBeNull();
  });
});
