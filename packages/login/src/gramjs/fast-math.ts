import crypto, { createDiffieHellman, type DiffieHellman } from 'node:crypto';
import { promisify } from 'node:util';
import { returnBigInt } from 'telegram/Helpers.js';
import { gramjsModules } from './gramjs-modules.ts';

/** The number type of the library that GramJS computes with. */
type BigInteger = ReturnType<typeof returnBigInt>;

const toNative = (value: BigInteger): bigint => BigInt(value.toString());
const fromNative = (value: bigint): BigInteger => returnBigInt(value);
const toBytes = (value: bigint): Buffer => {
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
};

/** The one 2048-bit prime that Telegram uses, and OpenSSL's arithmetic for it: making one costs a primality test. */
let cached: { prime: bigint; group: DiffieHellman } | null = null;

function groupOf(prime: bigint): DiffieHellman {
  if (cached?.prime !== prime) cached = { prime, group: createDiffieHellman(toBytes(prime), 2) };
  return cached.group;
}

function nativeModExp(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

const longExponentBits = 64;
/** OpenSSL answers nothing for a short modulus, so only one as long as Telegram's goes there. */
const groupBits = 2_048;
const bitsOf = (value: bigint): number => value.toString(2).length;

/**
 * `base ^ exponent mod modulus`. With a modulus as long as Telegram's a long exponent only ever comes with a prime one
 * (DH and SRP).
 */
export function modExp(base: BigInteger, exponent: BigInteger, modulus: BigInteger): BigInteger {
  const [b, n, whole] = [toNative(base) % toNative(modulus), toNative(modulus), toNative(exponent)];
  if (bitsOf(n) < groupBits || bitsOf(whole) <= longExponentBits) return fromNative(nativeModExp(b, whole, n));
  const e = whole % (n - 1n);
  const trivial = b <= 1n || b === n - 1n || bitsOf(e) <= longExponentBits;
  if (trivial) return fromNative(nativeModExp(b, e, n));
  const group = groupOf(n);
  group.setPrivateKey(toBytes(e));
  return fromNative(BigInt(`0x${group.computeSecret(toBytes(b)).toString('hex')}`));
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
const distance = (a: bigint, b: bigint): bigint => (a > b ? a - b : b - a);

/** Far above what two 32-bit primes need: a number that can't be split must not hold the thread for ever. */
const mostSteps = 500_000;
const batch = 128;

/** Brent's variant of Pollard's rho; null if this start finds nothing. */
function findFactor(n: bigint, start: bigint, increment: bigint): bigint | null {
  const next = (x: bigint): bigint => (x * x + increment) % n;
  let [y, x, ys, product] = [start, start, start, 1n];
  for (let round = 1, steps = 0; steps < mostSteps; round *= 2) {
    x = y;
    for (let i = 0; i < round; i++) y = next(y);
    for (let done = 0; done < round; done += batch) {
      ys = y;
      for (let i = 0; i < Math.min(batch, round - done); i++, steps++) {
        y = next(y);
        product = (product * distance(x, y)) % n;
      }
      const common = gcd(product, n);
      if (common > 1n) return common < n ? common : stepwise(n, x, ys, next);
    }
  }
  return null;
}

function stepwise(n: bigint, x: bigint, from: bigint, next: (x: bigint) => bigint): bigint | null {
  let y = from;
  for (let i = 0; i <= batch; i++) {
    y = next(y);
    const common = gcd(distance(x, y), n);
    if (common > 1n) return common < n ? common : null;
  }
  return null;
}

/** Splits the product of two primes; the smaller one first. Throws if it can't. */
export function factorize(pq: BigInteger): { p: BigInteger; q: BigInteger } {
  const n = toNative(pq);
  const factor = n % 2n === 0n ? 2n : [1n, 3n, 5n].reduce<bigint | null>((f, c) => f ?? findFactor(n, 2n, c), null);
  if (factor === null) throw new Error('pq has no two prime factors');
  const other = n / factor;
  const [p, q] = factor < other ? [factor, other] : [other, factor];
  return { p: fromNative(p), q: fromNative(q) };
}

const pbkdf2 = promisify(crypto.pbkdf2);

/** Replaces, in this thread, the three functions that GramJS spends most of its time in. Same results. */
export function useFastMath(): void {
  const { cryptoFile, factorizator, helpers } = gramjsModules;
  Object.assign(helpers, { modExp });
  Object.assign(factorizator.Factorizator, { factorize });
  cryptoFile.default = Object.assign(Object.create(crypto), { pbkdf2Sync: pbkdf2 });
}
