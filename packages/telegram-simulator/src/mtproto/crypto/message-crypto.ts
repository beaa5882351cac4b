import { randomBytes, randomInt } from 'node:crypto';
import { igeDecrypt, igeEncrypt } from './aes-ige.ts';
import { sha1, sha256 } from './hash.ts';

/** Who wrote the message: the two directions use different parts of the auth key. */
export type Sender = 'client' | 'server';

const offsets: Record<Sender, number> = { client: 0, server: 8 };

/** 16 hex digits. */
export function authKeyIdOf(key: Buffer): string {
  return sha1(key).subarray(12, 20).toString('hex');
}

function messageKey(key: Buffer, padded: Buffer, sender: Sender): Buffer {
  const from = 88 + offsets[sender];
  return sha256(key.subarray(from, from + 32), padded).subarray(8, 24);
}

function aesOf(key: Buffer, msgKey: Buffer, sender: Sender): { key: Buffer; iv: Buffer } {
  const x = offsets[sender];
  const a = sha256(msgKey, key.subarray(x, x + 36));
  const b = sha256(key.subarray(x + 40, x + 76), msgKey);
  return {
    key: Buffer.concat([a.subarray(0, 8), b.subarray(8, 24), a.subarray(24, 32)]),
    iv: Buffer.concat([b.subarray(0, 8), a.subarray(8, 24), b.subarray(24, 32)]),
  };
}

/** `plain` is salt, session id, message id, seqno, length and body; the result is what goes into a frame. */
export function sealMessage(key: Buffer, plain: Buffer, sender: Sender): Buffer {
  const toBlock = (16 - ((plain.length + 12) % 16)) % 16;
  const padded = Buffer.concat([plain, randomBytes(12 + toBlock + 16 * randomInt(4))]);
  const msgKey = messageKey(key, padded, sender);
  const aes = aesOf(key, msgKey, sender);
  return Buffer.concat([sha1(key).subarray(12, 20), msgKey, igeEncrypt(aes.key, aes.iv, padded)]);
}

/**
 * Opens a frame's payload; up to 15 bytes after the last whole block are the transport's padding.
 * Null where the message key doesn't match: forged, damaged, or not of this auth key.
 */
export function openMessage(key: Buffer, payload: Buffer, sender: Sender): Buffer | null {
  const msgKey = payload.subarray(8, 24);
  const length = payload.length - 24;
  const sealed = payload.subarray(24, 24 + length - (length % 16));
  if (sealed.length < 48) return null;
  const aes = aesOf(key, msgKey, sender);
  const padded = igeDecrypt(aes.key, aes.iv, sealed);
  return messageKey(key, padded, sender).equals(msgKey) ? padded : null;
}
