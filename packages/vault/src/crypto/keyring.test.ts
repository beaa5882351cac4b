import { createSecretKey } from 'node:crypto';
import { expect, test } from 'vitest';
import { KeyringError } from '../errors.ts';
import { openEnvelope } from './envelope.ts';
import { Keyring, keyCheck } from './keyring.ts';

const key = (fill: number) => createSecretKey(Buffer.alloc(32, fill));

/** `keys`: what each is filled with. */
function keyring(keys: Record<string, number>, more: { mac?: number; activeId?: string; reread?: () => Keyring } = {}) {
  const { mac = 200, activeId = 'k1', reread } = more;
  const wrapping = new Map(Object.entries(keys).map(([id, fill]) => [id, key(fill)]));
  return new Keyring({ activeId, wrapping, mac: key(mac) }, reread);
}

const exported = (ring: Keyring, purpose: string) => ring.macKey(purpose).export().toString('hex');

test('knows what it has', () => {
  const ring = keyring({ k1: 1, k2: 2 }, { activeId: 'k2' });
  expect(ring.activeId).toBe('k2');
  expect(ring.ids).toEqual(['k1', 'k2']);
  expect(ring.has('k1')).toBe(true);
  expect(ring.has('k3')).toBe(false);
  expect(ring.wrappingKey('k2').equals(key(2))).toBe(true);
  expect(() => ring.wrappingKey('k3')).toThrow(new KeyringError('the keyring has no key "k3"'));
});

test('needs the key that is to be used', () => {
  expect(() => keyring({ k1: 1 }, { activeId: 'k2' })).toThrow(new KeyringError('the keyring has no key "k2"'));
});

test('what earlier versions have written stays readable', () => {
  const ring = keyring({ k1: 1 }, { mac: 2 });
  expect(ring.check('k1')).toBe('0siYlTeMKgvXxr/Uw0BXyg==');
  expect(ring.check('mac')).toBe('YWyKIhKoZhRr8eYW1YjUIA==');
  expect(exported(ring, 'audit')).toBe('e46c7fa5bfab223269d5d6b2b8a95d735ef884fb2f1ff70dc26f8097df5b56af');
  const envelope =
    'AQJrMQCj8ott8k6ApBlX54JdJNzPVqDsAr+ig+lIstyRpG8hGRcSPLb7apPF643DqOOHDZXZZBqAx5/6pEuEOgr/7O9a7Oyj7JCYUNfCCKtGg+' +
    'qIMLV6wriMDFJfyAiUUsphw8GaAN1H4pEMP3n15o73YQ==';
  const context = { purpose: 'connection', userId: 'u1', recordId: 'con_1', generation: [3] } as const;
  expect(String(openEnvelope(ring, context, Buffer.from(envelope, 'base64')))).toBe('the session of somebody');
});

test('a check value tells keys, and names of keys, apart', () => {
  const all = [keyCheck('k1', key(1)), keyCheck('k2', key(1)), keyCheck('k1', key(2))];
  expect(new Set(all).size).toBe(3);
  expect(keyring({ k1: 1 }).check('k9')).toBeNull();
});

test('MAC keys are of one purpose each, and of this keyring', () => {
  const ring = keyring({ k1: 1 });
  expect(exported(ring, 'audit')).not.toBe(exported(ring, 'phone'));
  expect(exported(ring, 'audit')).not.toBe(exported(keyring({ k1: 1 }, { mac: 201 }), 'audit'));
  expect(ring.macKey('audit'), 'derived once').toBe(ring.macKey('audit'));
});

test('looks at its file again for a key that it misses, and only then', () => {
  let reads = 0;
  const ring = keyring(
    { k1: 1 },
    {
      reread: () => {
        reads += 1;
        return keyring({ k1: 1, k2: 2 }, { activeId: 'k2' });
      },
    },
  );
  expect(ring.has('k1')).toBe(true);
  expect(reads).toBe(0);
  expect(ring.has('k2')).toBe(true);
  expect(reads).toBe(1);
  expect(ring.activeId).toBe('k2');
  expect(ring.has('k2')).toBe(true);
  expect(reads).toBe(1);
});

test('does not take over a file with another MAC key', () => {
  const ring = keyring({ k1: 1 }, { reread: () => keyring({ k2: 2 }, { activeId: 'k2', mac: 201 }) });
  expect(ring.has('k2')).toBe(false);
  expect(ring.activeId).toBe('k1');
});

test('keeps what it has while its file cannot be read', () => {
  const unreadable = () => {
    throw new KeyringError('no');
  };
  const ring = keyring({ k1: 1 }, { reread: unreadable });
  expect(ring.has('k2')).toBe(false);
  expect(ring.has('k1')).toBe(true);
});

test('does not hide a mistake of our own', () => {
  const ring = keyring(
    { k1: 1 },
    {
      reread: () => {
        throw new TypeError('a bug');
      },
    },
  );
  expect(() => ring.refresh()).toThrow(TypeError);
});
