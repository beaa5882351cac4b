import { expect, test, vi } from 'vitest';
import { join } from 'node:path';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { openEnvelope, sealEnvelope } from './envelope.ts';
import { addKey, createKeyring, loadKeyring } from './keyring-file.ts';

/** The very memory of each raw key that was turned into a key object. */
const raws = vi.hoisted((): Uint8Array[] => []);

vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>();
  const createSecretKey = (raw: Uint8Array) => {
    if (raw.every((byte) => byte === 0)) throw new Error('a key was zeroed before it was used');
    raws.push(raw);
    return crypto.createSecretKey(raw);
  };
  return { ...crypto, createSecretKey };
});

test('raw keys are gone from memory once they have been used', () => {
  const path = join(temporaryFolder(), 'keys', 'keyring.json');
  createKeyring(path);
  addKey(path);
  const keyring = loadKeyring(path);
  const context = { purpose: 'attempt', userId: 'u1', recordId: 'att_1', generation: [1] } as const;
  const envelope = sealEnvelope(keyring, context, Buffer.from('secret'));
  openEnvelope(keyring, context, envelope);
  keyring.macKey('audit');
  expect(raws.length).toBeGreaterThan(6);
  for (const raw of raws) expect(Buffer.from(raw)).toEqual(Buffer.alloc(32));
});
