import { pbkdf2Sync, randomBytes, generatePrimeSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { factorize, modExp, useFastMath } from './fast-math.ts';
import { gramjsModules } from './gramjs-modules.ts';

const { cryptoFile, factorizator, helpers } = gramjsModules;
const original = { modExp: helpers.modExp, factorize: factorizator.Factorizator.factorize };
const big = (value: bigint) => helpers.returnBigInt(value);
const random = (bytes: number): bigint => BigInt(`0x${randomBytes(bytes).toString('hex')}`);

/** The safe prime of RFC 3526, group 14: 2048 bits, as Telegram's is. */
const prime = BigInt(
  '0xFFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B' +
    '302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7EDEE386BFB5A899FA5AE9F24117C4B1FE6' +
    '49286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB9ED529077096966D' +
    '670C354E4ABC9804F1746C08CA18217C32905E462E36CE3BE39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF695581718' +
    '3995497CEA956AE515D2261898FA051015728E5A8AACAA68FFFFFFFFFFFFFFFF',
);

describe('modExp', () => {
  const cases: [string, bigint, bigint, bigint][] = [
    ...Array.from({ length: 8 }, (_, i): [string, bigint, bigint, bigint] => [
      `random ${i}`,
      random(256),
      random(256),
      prime,
    ]),
    ...Array.from({ length: 12 }, (_, i): [string, bigint, bigint, bigint] => [
      `random of ${16 * (i + 1)} bytes`,
      random(16 * (i + 1)),
      random(8 * (i + 1)),
      random(16 * (i + 1)) | 1n,
    ]),
    ['a generator', 3n, random(256), prime],
    ['an exponent above the prime (SRP)', random(256), random(288), prime],
    ['RSA', random(256), 65_537n, random(256) | 1n],
    ['a base of one', 1n, random(256), prime],
    ['a base of p - 1', prime - 1n, random(256), prime],
    ['a base of zero', 0n, random(256), prime],
    ['the exponent p - 1', random(256), prime - 1n, prime],
    ['an exponent of zero', random(256), 0n, prime],
    ['a short result', 2n, 2_000n, prime],
  ];
  it.each(cases)('agrees with the original: %s', (_, base, exponent, modulus) => {
    const expected = original.modExp(big(base), big(exponent), big(modulus));
    expect(modExp(big(base), big(exponent), big(modulus)).toString()).toBe(expected.toString());
  });
});

describe('factorize', () => {
  it('splits products of two 31-bit primes, the smaller first', () => {
    for (let i = 0; i < 50; i++) {
      const [a, b] = [generatePrimeSync(31, { bigint: true }), generatePrimeSync(31, { bigint: true })];
      const { p, q } = factorize(big(a * b));
      expect([p.toString(), q.toString()]).toEqual((a < b ? [a, b] : [b, a]).map(String));
    }
  });

  it('agrees with the original on an even number', () => {
    const { p, q } = original.factorize(big(2n * 1_000_003n));
    expect(factorize(big(2n * 1_000_003n))).toEqual({ p, q });
  });

  it('agrees with the original on random products', () => {
    for (let i = 0; i < 30; i++) {
      const [a, b] = [generatePrimeSync(20, { bigint: true }), generatePrimeSync(20, { bigint: true })];
      const { p, q } = original.factorize(big(a * b));
      expect(factorize(big(a * b)), `${a} × ${b}`).toEqual({ p, q });
    }
  });

  it('gives up on a prime instead of searching for ever', { timeout: 60_000 }, () => {
    expect(() => factorize(big(generatePrimeSync(62, { bigint: true })))).toThrow('no two prime factors');
  });
});

describe('useFastMath', () => {
  it('makes GramJS use these, and its password hash come later but equal', async () => {
    useFastMath();
    expect(helpers.modExp).toBe(modExp);
    expect(factorizator.Factorizator.factorize).toBe(factorize);
    for (let i = 1; i <= 20; i++) {
      const [password, salt] = [randomBytes(i), randomBytes(2 * i)];
      const hash = cryptoFile.default.pbkdf2Sync(password, salt, 10 * i, 64, 'sha512');
      expect(hash).toBeInstanceOf(Promise);
      await expect(hash).resolves.toEqual(pbkdf2Sync(password, salt, 10 * i, 64, 'sha512'));
    }
    expect(cryptoFile.default.randomBytes(4)).toHaveLength(4);
  });
});
