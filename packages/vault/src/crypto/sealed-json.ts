import { openEnvelope, sealEnvelope, type EnvelopeContext } from './envelope.ts';
import type { Keyring } from './keyring.ts';

export function sealJson(keyring: Keyring, context: EnvelopeContext, value: unknown): Buffer {
  const plain = Buffer.from(JSON.stringify(value), 'utf8');
  try {
    return sealEnvelope(keyring, context, plain);
  } finally {
    plain.fill(0);
  }
}

/** The shape is what was sealed: the envelope is authentic or it doesn't open. @throws EnvelopeError */
export function openJson<T>(keyring: Keyring, context: EnvelopeContext, envelope: Buffer): T {
  const plain = openEnvelope(keyring, context, envelope);
  try {
    return JSON.parse(plain.toString('utf8')) as T;
  } finally {
    plain.fill(0);
  }
}
