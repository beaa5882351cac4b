import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createDhSecret, dhGenerator, dhPrime, isSafePublic, sharedKey } from './diffie-hellman.ts';

const prime = BigInt(`0x${dhPrime.toString('hex')}`);

function number(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex')}`);
}

function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, base];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % prime;
    square = (square * square) % prime;
  }
  return result;
}

describe('Diffie-Hellman', () => {
  it('raises the generator to the exponent', () => {
    for (let i = 0; i < 5; i += 1) {
      const secret = createDhSecret();
      expect(secret.public.length).toBe(256);
      expect(number(secret.public)).toBe(power(BigInt(dhGenerator), number(secret.exponent)));
    }
  });

  it('gives both sides the same 256 bytes, whatever their exponents', () => {
    for (let i = 0; i < 50; i += 1) {
      const [a, b] = [createDhSecret(), createDhSecret()];
      expect(sharedKey(a, b.public)).toEqual(sharedKey(b, a.public));
    }
    const secret = createDhSecret();
    const short = randomBytes(250);
    expect(number(sharedKey(secret, short))).toBe(power(number(short), number(secret.exponent)));
  });

  const edge = 1n << (2048n - 64n);
  const bytes = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(512, '0'), 'hex');

  it.each([
    ['nothing', Buffer.alloc(0), false],
    ['the lower edge', bytes(edge), false],
    ['just above the lower edge', bytes(edge + 1n), true],
    ['just below the upper edge', bytes(prime - edge - 1n), true],
    ['the upper edge', bytes(prime - edge), false],
    ['the prime', bytes(prime), false],
    ['too many bytes', Buffer.alloc(257, 1), false],
  ])('takes public values away from the edges only: %s', (_name, value, isSafe) => {
    expect(isSafePublic(value)).toBe(isSafe);
  });
});
