import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { EnvelopeError } from '../errors.ts';
import { openEnvelope, sealEnvelope, type EnvelopeContext } from './envelope.ts';
import { openJson, sealJson } from './sealed-json.ts';
import { Keyring } from './keyring.ts';
import { randomKeyring } from './random-keyring.ts';

const context: EnvelopeContext = { purpose: 'connection', userId: 'u1', recordId: 'con_1', generation: [3] };
const keyring = randomKeyring('k1');
const plain = Buffer.from('the session of somebody');

const freshKey = () => createSecretKey(randomBytes(32));
const keyringOf = (activeId: string, keys: Record<string, ReturnType<typeof freshKey>>) =>
  new Keyring({ activeId, wrapping: new Map(Object.entries(keys)), mac: freshKey() });

function reasonOf(envelope: Buffer, as = context, ring = keyring): string {
  try {
    openEnvelope(ring, as, envelope);
    return 'opened';
  } catch (error) {
    if (error instanceof EnvelopeError) return error.reason;
    throw error;
  }
}

describe('an envelope', () => {
  test('gives back what was put in', () => {
    expect(openEnvelope(keyring, context, sealEnvelope(keyring, context, plain)).equals(plain)).toBe(true);
    const value = { session: 'ñ', list: [1, null] };
    expect(openJson(keyring, context, sealJson(keyring, context, value))).toEqual(value);
  });

  test('may be empty inside', () => {
    expect(openEnvelope(keyring, context, sealEnvelope(keyring, context, Buffer.alloc(0)))).toHaveLength(0);
  });

  test('is another each time, and shows nothing of its content', () => {
    const [first, second] = [sealEnvelope(keyring, context, plain), sealEnvelope(keyring, context, plain)];
    const afterKeyId = 4;
    for (let at = afterKeyId; at + 8 <= first.length; at += 1) {
      expect(second.includes(first.subarray(at, at + 8))).toBe(false);
    }
    expect(first.includes(plain.subarray(0, 6))).toBe(false);
  });

  test('with any bit flipped does not open', () => {
    const envelope = sealEnvelope(keyring, context, plain);
    for (let bit = 0; bit < envelope.length * 8; bit += 1) {
      const flipped = Buffer.from(envelope);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(reasonOf(flipped), `bit ${bit}`).not.toBe('opened');
    }
  });

  test('cut anywhere, or longer, does not open', () => {
    const envelope = sealEnvelope(keyring, context, plain);
    for (let length = 0; length < envelope.length; length += 1) {
      expect(reasonOf(envelope.subarray(0, length)), `length ${length}`).not.toBe('opened');
    }
    expect(reasonOf(Buffer.concat([envelope, Buffer.alloc(1)]))).toBe('not_authentic');
  });

  test.each([4, 8, 12, 15])('with a tag of only %i bytes does not open', (length) => {
    const envelope = sealEnvelope(keyring, context, plain);
    expect(reasonOf(envelope.subarray(0, envelope.length - 16 + length))).toBe('not_authentic');
    expect(reasonOf(sealEnvelope(keyring, context, Buffer.alloc(0)).subarray(0, -16 + length))).toBe('malformed');
  });

  test.each<[string, Partial<EnvelopeContext>]>([
    ['purpose', { purpose: 'retired-key' }],
    ['user', { userId: 'u2' }],
    ['record', { recordId: 'con_2' }],
    ['generation', { generation: [2] }],
    ['more generations', { generation: [3, 0] }],
    ['no generation', { generation: [] }],
    ['user and record run together', { userId: 'u1con', recordId: '_1' }],
  ])('does not open for another %s', (_, over) => {
    expect(reasonOf(sealEnvelope(keyring, context, plain), { ...context, ...over })).toBe('not_authentic');
  });

  test('cannot be put together from two of the same record', () => {
    const [first, second] = [sealEnvelope(keyring, context, plain), sealEnvelope(keyring, context, plain)];
    const endOfKey = 2 + 2 + 60;
    expect(reasonOf(Buffer.concat([first.subarray(0, endOfKey), second.subarray(endOfKey)]))).toBe('not_authentic');
  });

  test('of an unknown version is refused as such', () => {
    const envelope = sealEnvelope(keyring, context, plain);
    envelope[0] = 2;
    expect(reasonOf(envelope)).toBe('unknown_version');
    expect(reasonOf(Buffer.alloc(0))).toBe('unknown_version');
    expect(reasonOf(Buffer.from(JSON.stringify({ session: 'in clear' })))).toBe('unknown_version');
  });

  test('needs the key that sealed it, under its own name', () => {
    const [one, two] = [freshKey(), freshKey()];
    const envelope = sealEnvelope(keyringOf('k1', { k1: one }), context, plain);
    expect(reasonOf(envelope, context, keyringOf('k2', { k1: one, k2: two }))).toBe('opened');
    expect(reasonOf(envelope, context, keyringOf('k2', { k2: two }))).toBe('unknown_key');
    expect(reasonOf(envelope, context, keyringOf('k1', { k1: two }))).toBe('not_authentic');
    const renamed = Buffer.from(envelope);
    renamed.write('k2', 2);
    expect(reasonOf(renamed, context, keyringOf('k1', { k1: one, k2: one }))).toBe('not_authentic');
  });
});

test.each<[string, (envelope: Buffer) => Buffer, string]>([
  ['changed', (one) => Buffer.concat([one, Buffer.alloc(1)]), 'a stored secret was changed or does not belong here'],
  [
    'newer',
    (one) => Buffer.concat([Buffer.from([2]), one]),
    'a stored secret has a format that this program does not know',
  ],
  ['cut', (one) => one.subarray(0, 40), 'a stored secret is cut short'],
  [
    'without the name of a key',
    () => Buffer.concat([Buffer.from([1, 0]), Buffer.alloc(200)]),
    'a stored secret is cut short',
  ],
])('of one that is %s the operator learns that much, and no more', (_, change, says) => {
  const envelope = change(sealEnvelope(keyring, context, plain));
  expect(() => openEnvelope(keyring, context, envelope)).toThrow(says);
});

test('of one whose key is gone the operator learns that much, and no more', () => {
  const envelope = sealEnvelope(keyring, context, plain);
  expect(() => openEnvelope(randomKeyring('k9'), context, envelope)).toThrow(
    new EnvelopeError('unknown_key', 'a stored secret needs a key that is not there'),
  );
});
