import { createCipheriv, createDecipheriv } from 'node:crypto';

const block = 16;

function xorInto(target: Buffer, other: Uint8Array): void {
  for (let i = 0; i < other.length; i += 1) target[i] = (target[i] ?? 0) ^ (other[i] ?? 0);
}

function checkLengths(key: Buffer, iv: Buffer, data: Buffer): void {
  if (key.length !== 32 || iv.length !== 32 || data.length % block !== 0) {
    throw new RangeError('AES-256-IGE takes a 32-byte key, a 32-byte iv and whole blocks');
  }
}

/**
 * AES-256 in IGE mode. OpenSSL has the mode, Node doesn't offer it; encryption is CBC over the plaintext xored with
 * itself two blocks later, and the result xored with the plaintext one block later.
 */
export function igeEncrypt(key: Buffer, iv: Buffer, data: Buffer): Buffer {
  checkLengths(key, iv, data);
  const shifted = Buffer.concat([iv.subarray(block), data]);
  const input = Buffer.from(data);
  xorInto(input.subarray(block), shifted.subarray(0, Math.max(0, data.length - block)));
  const cipher = createCipheriv('aes-256-cbc', key, iv.subarray(0, block)).setAutoPadding(false);
  const output = cipher.update(input);
  xorInto(output, shifted.subarray(0, data.length));
  return output;
}

/** The inverse of {@link igeEncrypt}; every block depends on the one before, so it goes block by block. */
export function igeDecrypt(key: Buffer, iv: Buffer, data: Buffer): Buffer {
  checkLengths(key, iv, data);
  const cipher = createDecipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  const output = Buffer.alloc(data.length);
  let previousIn = iv.subarray(0, block);
  let previousOut = iv.subarray(block);
  for (let at = 0; at < data.length; at += block) {
    const input = data.subarray(at, at + block);
    const mixed = Buffer.from(input);
    xorInto(mixed, previousOut);
    const plain = cipher.update(mixed);
    xorInto(plain, previousIn);
    plain.copy(output, at);
    previousIn = input;
    previousOut = output.subarray(at, at + block);
  }
  return output;
}
