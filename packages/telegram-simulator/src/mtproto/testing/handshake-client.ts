import { createPublicKey, publicEncrypt, constants, randomBytes } from 'node:crypto';
import type { TlObject } from '../../rpc.ts';
import { decodeObject, encodeObject, mtprotoSchema } from '../../tl/index.ts';
import { igeDecrypt, igeEncrypt } from '../crypto/aes-ige.ts';
import { sha1, sha256 } from '../crypto/hash.ts';
import type { RsaKey } from '../crypto/rsa-key.ts';

function toBytes(value: bigint): Buffer {
  const hex = value.toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
}

function factorize(pq: bigint): { p: Buffer; q: Buffer } {
  // Pollard's rho: about 2^16 steps for two factors of 31 bits.
  const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
  for (let c = 1n; ; c += 1n) {
    let [x, y, d] = [2n, 2n, 1n];
    while (d === 1n) {
      x = (x * x + c) % pq;
      y = (y * y + c) % pq;
      y = (y * y + c) % pq;
      d = gcd(x > y ? x - y : y - x, pq);
    }
    if (d === pq) continue;
    const [p, q] = d < pq / d ? [d, pq / d] : [pq / d, d];
    return { p: toBytes(p), q: toBytes(q) };
  }
}

/** Plain RSA under the public key; null where the number is not below the modulus. */
function rsa(key: RsaKey, block: Buffer): Buffer | null {
  try {
    return publicEncrypt({ key: createPublicKey(key.publicPkcs1Pem), padding: constants.RSA_NO_PADDING }, block);
  } catch {
    return null;
  }
}

export function rsaPad(key: RsaKey, data: Buffer): Buffer {
  for (;;) {
    const padded = Buffer.concat([data, randomBytes(192 - data.length)]);
    const aesKey = randomBytes(32);
    const hashed = Buffer.concat([Buffer.from(padded).reverse(), sha256(aesKey, padded)]);
    const sealed = igeEncrypt(aesKey, Buffer.alloc(32), hashed);
    const mask = sha256(sealed);
    const encrypted = rsa(key, Buffer.concat([aesKey.map((byte, i) => byte ^ (mask[i] ?? 0)), sealed]));
    if (encrypted) return encrypted;
  }
}

/** The client's half of the handshake, step by step; every field can be spoilt before it is sent. */
export class HandshakeClient {
  readonly nonce = randomBytes(16);
  readonly newNonce = randomBytes(32);
  serverNonce = Buffer.alloc(16);
  private readonly key: RsaKey;
  private aes = { key: Buffer.alloc(32), iv: Buffer.alloc(32) };

  constructor(key: RsaKey) {
    this.key = key;
  }

  paramsRequest(resPq: TlObject, inner: Partial<Record<string, unknown>> = {}): TlObject {
    const pq = resPq['pq'] as Buffer;
    this.serverNonce = Buffer.from(resPq['server_nonce'] as Buffer);
    const { p, q } = factorize(BigInt(`0x${pq.toString('hex')}`));
    const nonces = { nonce: this.nonce, server_nonce: this.serverNonce };
    const data = { _: 'p_q_inner_data_dc', pq, p, q, ...nonces, new_nonce: this.newNonce, dc: 2, ...inner };
    const encrypted_data = rsaPad(this.key, encodeObject(mtprotoSchema, data));
    return { _: 'req_DH_params', ...nonces, p, q, public_key_fingerprint: this.key.fingerprint, encrypted_data };
  }

  openParams(answer: TlObject): TlObject {
    const tail = sha1(this.serverNonce, this.newNonce);
    this.aes = {
      key: Buffer.concat([sha1(this.newNonce, this.serverNonce), tail.subarray(0, 12)]),
      iv: Buffer.concat([tail.subarray(12), sha1(this.newNonce, this.newNonce), this.newNonce.subarray(0, 4)]),
    };
    const plain = igeDecrypt(this.aes.key, this.aes.iv, answer['encrypted_answer'] as Buffer);
    const { object, length } = decodeObject(mtprotoSchema, plain.subarray(20));
    if (!sha1(plain.subarray(20, 20 + length)).equals(plain.subarray(0, 20))) throw new Error('Wrong hash');
    return object;
  }

  finalRequest(gB: Buffer, spoil: { inner?: TlObject; hash?: Buffer } = {}): TlObject {
    const nonces = { nonce: this.nonce, server_nonce: this.serverNonce };
    const body = encodeObject(mtprotoSchema, {
      _: 'client_DH_inner_data',
      ...nonces,
      retry_id: 0n,
      g_b: gB,
      ...spoil.inner,
    });
    const hashed = Buffer.concat([spoil.hash ?? sha1(body), body]);
    const padded = Buffer.concat([hashed, randomBytes((16 - (hashed.length % 16)) % 16)]);
    return { _: 'set_client_DH_params', ...nonces, encrypted_data: igeEncrypt(this.aes.key, this.aes.iv, padded) };
  }
}
