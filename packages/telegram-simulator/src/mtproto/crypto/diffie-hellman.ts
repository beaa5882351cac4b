import { constants, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto';

/** The prime that Telegram's servers use; clients know it and skip testing it. */
export const dhPrime = Buffer.from(
  'c71caeb9c6b1c9048e6c522f70f13f73980d40238e3e21c14934d037563d930f48198a0aa7c14058229493d22530f4dbfa336f6e' +
    '0ac925139543aed44cce7c3720fd51f69458705ac68cd4fe6b6b13abdc9746512969328454f18faf8c595f642477fe96bb2a941d' +
    '5bcd1d4ac8cc49880708fa9b378e3c4f3a9060bee67cf9a4a4a695811051907e162753b56b0f6b410dba74d8a84b2a14b3144e0e' +
    'f1284754fd17ed950d5965b4b9dd46582db1178d169c6bc465b0d6ff9ca3928fef5b9ae4e418fc15e83ebea0f87fa9ff5eed7005' +
    '0ded2849f47bf959d956850ce929851f0d8115f635b105ee2e4e15d04b2454bf6f4fadf034b10403119cd8e3b92fcc5b',
  'hex',
);

export const dhGenerator = 3;

const prime = BigInt(`0x${dhPrime.toString('hex')}`);
const margin = 1n << (2048n - 64n);

// RSA without padding is nothing but a power: OpenSSL computes it in milliseconds. Its own Diffie-Hellman would first
// spend most of a second on testing the prime. The base has to be below the prime.
function power(base: Buffer, exponent: Buffer): Buffer {
  const jwk = { kty: 'RSA', n: dhPrime.toString('base64url'), e: exponent.toString('base64url') };
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  const padded = Buffer.alloc(dhPrime.length);
  base.copy(padded, padded.length - base.length);
  return publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, padded);
}

export interface DhSecret {
  /** Secret. */
  exponent: Buffer;
  /** 256 bytes, big-endian. */
  public: Buffer;
}

export function createDhSecret(): DhSecret {
  for (;;) {
    const exponent = randomBytes(256);
    exponent[0] = (exponent[0] ?? 0) & 0x7f;
    const candidate = power(Buffer.from([dhGenerator]), exponent);
    if (isSafePublic(candidate)) return { exponent, public: candidate };
  }
}

/** Whether a public value lies far enough from both ends of the group. */
export function isSafePublic(value: Buffer): boolean {
  if (value.length > dhPrime.length) return false;
  const number = BigInt(`0x0${value.toString('hex')}`);
  return number > margin && number < prime - margin;
}

/** The 256-byte shared key; `theirs` has to have passed {@link isSafePublic}. Secret. */
export function sharedKey(secret: DhSecret, theirs: Buffer): Buffer {
  return power(theirs, secret.exponent);
}
