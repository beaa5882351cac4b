import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { EnvelopeError } from '../errors.ts';
import { encodeFields } from './fields.ts';
import type { Keyring } from './keyring.ts';

/**
 * What an envelope belongs to. It opens for exactly this and nothing else.
 * `generation`: the numbers that change when the secret does, so that an older envelope can't be put back.
 */
export interface EnvelopeContext {
  purpose: 'attempt' | 'connection' | 'retired-key';
  userId: string;
  recordId: string;
  generation: readonly number[];
}

const formatVersion = 1;
const nonceBytes = 12;
const tagBytes = 16;
const keyBytes = 32;
const sealedKeyBytes = nonceBytes + keyBytes + tagBytes;

type Layer = 'data-key' | 'content';

function boundTo(layer: Layer, context: EnvelopeContext, keyId: string): Buffer {
  const { purpose, userId, recordId, generation } = context;
  return encodeFields(['botize-envelope', formatVersion, layer, purpose, userId, recordId, keyId, ...generation]);
}

function encrypt(key: KeyObject, bound: Buffer, plain: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(bound);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: KeyObject, bound: Buffer, sealed: Buffer): Buffer {
  const nonce = sealed.subarray(0, nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(bound);
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  const plain = decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes));
  try {
    decipher.final();
    return plain;
  } catch {
    plain.fill(0);
    throw new EnvelopeError('not_authentic', 'a stored secret was changed or does not belong here');
  }
}

/**
 * Encrypts under a fresh data key, which is wrapped by the keyring's active key.
 * Layout: version (1) · length of key id (1) · key id · wrapped data key (60) · nonce (12) · ciphertext · tag (16).
 */
export function sealEnvelope(keyring: Keyring, context: EnvelopeContext, plain: Uint8Array): Buffer {
  const keyId = keyring.activeId;
  const raw = randomBytes(keyBytes);
  try {
    const wrapped = encrypt(keyring.wrappingKey(keyId), boundTo('data-key', context, keyId), raw);
    const content = encrypt(createSecretKey(raw), boundTo('content', context, keyId), plain);
    const id = Buffer.from(keyId, 'ascii');
    return Buffer.concat([Buffer.from([formatVersion, id.length]), id, wrapped, content]);
  } finally {
    raw.fill(0);
  }
}

/** Which key of the keyring an envelope needs. @throws EnvelopeError */
export function envelopeKeyId(envelope: Buffer): string {
  if (envelope[0] !== formatVersion) {
    throw new EnvelopeError('unknown_version', 'a stored secret has a format that this program does not know');
  }
  const length = envelope[1] ?? 0;
  if (length === 0 || envelope.length < 2 + length + sealedKeyBytes + nonceBytes + tagBytes) {
    throw new EnvelopeError('malformed', 'a stored secret is cut short');
  }
  return envelope.toString('latin1', 2, 2 + length);
}

/** The plaintext, which the caller zeroes after use. @throws EnvelopeError if anything at all differs. */
export function openEnvelope(keyring: Keyring, context: EnvelopeContext, envelope: Buffer): Buffer {
  const keyId = envelopeKeyId(envelope);
  if (!keyring.has(keyId)) throw new EnvelopeError('unknown_key', 'a stored secret needs a key that is not there');
  const start = 2 + keyId.length;
  const wrapped = envelope.subarray(start, start + sealedKeyBytes);
  const raw = decrypt(keyring.wrappingKey(keyId), boundTo('data-key', context, keyId), wrapped);
  try {
    return decrypt(createSecretKey(raw), boundTo('content', context, keyId), envelope.subarray(start + sealedKeyBytes));
  } finally {
    raw.fill(0);
  }
}
