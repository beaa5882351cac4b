import { constants, createPrivateKey, createPublicKey, generateKeyPairSync, privateDecrypt } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { ByteWriter } from '../../tl/index.ts';
import { igeDecrypt } from './aes-ige.ts';
import { sha1, sha256 } from './hash.ts';

/** The key with which a data centre proves itself. */
export interface RsaKey {
  /** PKCS#8. Secret. */
  privatePem: string;
  /** `-----BEGIN RSA PUBLIC KEY-----`, as clients are configured with it. */
  publicPkcs1Pem: string;
  /** Signed 64 bits, as in `resPQ`. */
  fingerprint: bigint;
}

function fingerprintOf(publicKey: KeyObject): bigint {
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
  const writer = new ByteWriter();
  writer.bytes(Buffer.from(n, 'base64url'));
  writer.bytes(Buffer.from(e, 'base64url'));
  return sha1(writer.result()).readBigInt64LE(12);
}

/** @throws on anything that is no 2048-bit RSA private key in PEM */
export function rsaKeyFromPem(privatePem: string): RsaKey {
  const publicKey = createPublicKey(createPrivateKey(privatePem));
  if (publicKey.asymmetricKeyType !== 'rsa' || publicKey.asymmetricKeyDetails?.modulusLength !== 2048) {
    throw new Error('The key of a data centre is RSA with 2048 bits');
  }
  return {
    privatePem,
    publicPkcs1Pem: publicKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
    fingerprint: fingerprintOf(publicKey),
  };
}

function anyRsaKey(): RsaKey {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return rsaKeyFromPem(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
}

/**
 * A fresh key. mtcute compares fingerprints as hex that lacks its leading zeros, never finds such a key (1 in 16) and
 * tries for ever: those are left out.
 */
export function generateRsaKey(next: () => RsaKey = anyRsaKey): RsaKey {
  let key = next();
  while (BigInt.asUintN(64, key.fingerprint) >> 60n === 0n) key = next();
  return key;
}

/**
 * Undoes RSA_PAD: what the client padded to 192 bytes and encrypted, or null where the hash inside is wrong.
 * The padding is still there.
 */
export function openRsaPad(privatePem: string, encrypted: Buffer): Buffer | null {
  let opened: Buffer;
  try {
    opened = privateDecrypt({ key: privatePem, padding: constants.RSA_NO_PADDING }, encrypted);
  } catch {
    return null;
  }
  const sealed = opened.subarray(32);
  const mask = sha256(sealed);
  const key = Buffer.from(opened.subarray(0, 32).map((byte, index) => byte ^ (mask[index] ?? 0)));
  const content = igeDecrypt(key, Buffer.alloc(32), sealed);
  const padded = Buffer.from(content.subarray(0, 192)).reverse();
  return sha256(key, padded).equals(content.subarray(192)) ? padded : null;
}
