import { generatePrimeSync, randomBytes } from 'node:crypto';
import type { TlObject } from '../rpc.ts';
import { TlReadError, decodeObject, encodeObject, mtprotoSchema } from '../tl/index.ts';
import { igeDecrypt, igeEncrypt } from './crypto/aes-ige.ts';
import { createDhSecret, dhGenerator, dhPrime, isSafePublic, sharedKey } from './crypto/diffie-hellman.ts';
import type { DhSecret } from './crypto/diffie-hellman.ts';
import { sha1 } from './crypto/hash.ts';
import { openRsaPad } from './crypto/rsa-key.ts';
import type { RsaKey } from './crypto/rsa-key.ts';

/** The client broke the protocol; `code` is the transport error Telegram answers with. */
export class HandshakeError extends Error {
  override name = 'HandshakeError';
  readonly code: number;

  constructor(message: string, code = -404) {
    super(message);
    this.code = code;
  }
}

export interface HandshakeStep {
  answer: TlObject;
  /** At the end: the key and the first salt that both sides have computed. Secret. */
  established: { key: Buffer; salt: bigint } | null;
}

interface Offer {
  nonce: Buffer;
  serverNonce: Buffer;
  p: Buffer;
  q: Buffer;
  pq: Buffer;
}

interface Exchange {
  newNonce: Buffer;
  aes: { key: Buffer; iv: Buffer };
  secret: DhSecret;
}

function smallBytes(value: bigint): Buffer {
  const hex = value.toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
}

function createOffer(nonce: Buffer): Offer {
  const a = generatePrimeSync(31, { bigint: true });
  const b = generatePrimeSync(31, { bigint: true });
  if (a === b) return createOffer(nonce);
  const [p, q] = a < b ? [a, b] : [b, a];
  return { nonce, serverNonce: randomBytes(16), p: smallBytes(p), q: smallBytes(q), pq: smallBytes(p * q) };
}

function temporaryAes(newNonce: Buffer, serverNonce: Buffer): { key: Buffer; iv: Buffer } {
  const tail = sha1(serverNonce, newNonce);
  return {
    key: Buffer.concat([sha1(newNonce, serverNonce), tail.subarray(0, 12)]),
    iv: Buffer.concat([tail.subarray(12), sha1(newNonce, newNonce), newNonce.subarray(0, 4)]),
  };
}

function sealWithHash(aes: { key: Buffer; iv: Buffer }, object: TlObject): Buffer {
  const body = encodeObject(mtprotoSchema, object);
  const hashed = Buffer.concat([sha1(body), body]);
  return igeEncrypt(aes.key, aes.iv, Buffer.concat([hashed, randomBytes((16 - (hashed.length % 16)) % 16)]));
}

function bytesOf(object: TlObject, field: string): Buffer {
  const value = object[field];
  if (!Buffer.isBuffer(value)) throw new HandshakeError(`${object._} has no ${field}`);
  return value;
}

function sameBytes(object: TlObject, field: string, expected: Buffer): void {
  if (!bytesOf(object, field).equals(expected)) throw new HandshakeError(`${object._}: wrong ${field}`);
}

function decodeInner(bytes: Buffer, names: string[]): { object: TlObject; length: number } {
  try {
    const decoded = decodeObject(mtprotoSchema, bytes);
    if (names.includes(decoded.object._)) return decoded;
  } catch (error) {
    if (!(error instanceof TlReadError)) throw error;
  }
  throw new HandshakeError(`No ${names[0]} inside the encrypted part`);
}

/** The making of one auth key; a client may begin again at any time. */
export class Handshake {
  private readonly dcId: number;
  private readonly rsa: RsaKey;
  private readonly serverTime: () => number;
  private offer: Offer | null = null;
  private exchange: Exchange | null = null;

  /** `serverTime` in seconds. */
  constructor(options: { dcId: number; rsa: RsaKey; serverTime: () => number }) {
    this.dcId = options.dcId;
    this.rsa = options.rsa;
    this.serverTime = options.serverTime;
  }

  /** @throws HandshakeError */
  step(request: TlObject): HandshakeStep {
    switch (request._) {
      case 'req_pq':
      case 'req_pq_multi':
        return { answer: this.begin(bytesOf(request, 'nonce')), established: null };
      case 'req_DH_params':
        return { answer: this.exchangeParams(request), established: null };
      case 'set_client_DH_params':
        return this.finish(request);
      default:
        throw new HandshakeError(`${request._} came without an auth key`);
    }
  }

  private begin(nonce: Buffer): TlObject {
    this.exchange = null;
    this.offer = createOffer(nonce);
    const { serverNonce, pq } = this.offer;
    const fingerprints = [this.rsa.fingerprint];
    return { _: 'resPQ', nonce, server_nonce: serverNonce, pq, server_public_key_fingerprints: fingerprints };
  }

  private exchangeParams(request: TlObject): TlObject {
    const offer = this.checkedOffer(request);
    sameBytes(request, 'p', offer.p);
    sameBytes(request, 'q', offer.q);
    if (request['public_key_fingerprint'] !== this.rsa.fingerprint) throw new HandshakeError('Unknown RSA key');
    const newNonce = this.openInnerData(offer, bytesOf(request, 'encrypted_data'));
    const aes = temporaryAes(newNonce, offer.serverNonce);
    const secret = createDhSecret();
    this.exchange = { newNonce, aes, secret };
    const nonces = { nonce: offer.nonce, server_nonce: offer.serverNonce };
    const inner = {
      _: 'server_DH_inner_data',
      ...nonces,
      g: dhGenerator,
      dh_prime: dhPrime,
      g_a: secret.public,
      server_time: this.serverTime(),
    };
    return { _: 'server_DH_params_ok', ...nonces, encrypted_answer: sealWithHash(aes, inner) };
  }

  private openInnerData(offer: Offer, encrypted: Buffer): Buffer {
    const padded = openRsaPad(this.rsa.privatePem, encrypted);
    if (!padded) throw new HandshakeError('RSA_PAD: wrong hash');
    const inner = decodeInner(padded, ['p_q_inner_data', 'p_q_inner_data_dc']).object;
    sameBytes(inner, 'nonce', offer.nonce);
    sameBytes(inner, 'server_nonce', offer.serverNonce);
    for (const field of ['pq', 'p', 'q'] as const) sameBytes(inner, field, offer[field]);
    const dc = inner['dc'];
    // Test networks add 10,000; media-only data centres are negative.
    if (typeof dc === 'number' && Math.abs(dc) % 10_000 !== this.dcId) {
      throw new HandshakeError(`Meant for data centre ${dc}`, -444);
    }
    return bytesOf(inner, 'new_nonce');
  }

  private finish(request: TlObject): HandshakeStep {
    const { nonce, serverNonce } = this.checkedOffer(request);
    const exchange = this.exchange;
    if (!exchange) throw new HandshakeError('set_client_DH_params came too early');
    const { newNonce, aes, secret } = exchange;
    const encrypted = bytesOf(request, 'encrypted_data');
    if (encrypted.length % 16 !== 0) throw new HandshakeError('No whole blocks');
    const plain = igeDecrypt(aes.key, aes.iv, encrypted);
    const inner = decodeInner(plain.subarray(20), ['client_DH_inner_data']);
    if (!sha1(plain.subarray(20, 20 + inner.length)).equals(plain.subarray(0, 20))) {
      throw new HandshakeError('client_DH_inner_data: wrong hash');
    }
    sameBytes(inner.object, 'nonce', nonce);
    sameBytes(inner.object, 'server_nonce', serverNonce);
    const gB = bytesOf(inner.object, 'g_b');
    if (!isSafePublic(gB)) throw new HandshakeError('g_b is out of range');
    const key = sharedKey(secret, gB);
    this.offer = null;
    this.exchange = null;
    const hash = sha1(newNonce, Uint8Array.of(1), sha1(key).subarray(0, 8)).subarray(4);
    return {
      answer: { _: 'dh_gen_ok', nonce, server_nonce: serverNonce, new_nonce_hash1: hash },
      established: { key, salt: newNonce.readBigInt64LE(0) ^ serverNonce.readBigInt64LE(0) },
    };
  }

  private checkedOffer(request: TlObject): Offer {
    if (!this.offer) throw new HandshakeError(`${request._} came before req_pq_multi`);
    sameBytes(request, 'nonce', this.offer.nonce);
    sameBytes(request, 'server_nonce', this.offer.serverNonce);
    return this.offer;
  }
}
