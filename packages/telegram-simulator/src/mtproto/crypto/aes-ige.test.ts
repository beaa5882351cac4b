import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { igeDecrypt, igeEncrypt } from './aes-ige.ts';

describe('AES-256-IGE', () => {
  // IGE by its definition, on blocks, with the cipher's one-block form taken from ECB.
  it('is c[i] = E(p[i] ^ c[i-1]) ^ p[i-1]', () => {
    const key = randomBytes(32);
    const iv = randomBytes(32);
    const zero = Buffer.alloc(32);
    const xor = (a: Buffer, b: Buffer): Buffer => Buffer.from(a.map((byte, i) => byte ^ (b[i] ?? 0)));
    const oneBlock = (block: Buffer): Buffer => igeEncrypt(key, zero, block);
    const plain = randomBytes(16 * 5);
    let c: Buffer = iv.subarray(0, 16);
    let p: Buffer = iv.subarray(16);
    const expected = Array.from({ length: 5 }, (_, i) => {
      const block = plain.subarray(i * 16, i * 16 + 16);
      c = xor(oneBlock(xor(block, c)), p);
      p = block;
      return c;
    });
    expect(igeEncrypt(key, iv, plain)).toEqual(Buffer.concat(expected));
  });

  it.each([0, 16, 32, 48, 4096])('decrypts %i bytes that it encrypted', (length) => {
    const [key, iv, plain] = [randomBytes(32), randomBytes(32), randomBytes(length)];
    const sealed = igeEncrypt(key, iv, plain);
    expect(igeDecrypt(key, iv, sealed)).toEqual(plain);
    if (length > 0) expect(sealed).not.toEqual(plain);
  });

  it('refuses keys, ivs and data of a wrong length', () => {
    const good = Buffer.alloc(32);
    expect(() => igeEncrypt(Buffer.alloc(16), good, good)).toThrow(RangeError);
    expect(() => igeDecrypt(good, Buffer.alloc(16), good)).toThrow(RangeError);
    expect(() => igeDecrypt(good, good, Buffer.alloc(17))).toThrow(RangeError);
  });
});
