import { expect, test } from 'vitest';
import { TemporaryVault } from '../../testing/temporary-vault.ts';

const links = { id: 'key_1', name: 'links', scopes: ['links'] as const, createdAt: 1 };
const all = { id: 'key_2', name: 'all', scopes: ['links', 'sessions'] as const, createdAt: 2 };

test('a key is known by what it is, with its name and its scopes, until it is revoked', async () => {
  const place = new TemporaryVault();
  const { host } = await place.open();
  await host.addKey({ ...all, scopes: [...all.scopes] }, 'secret-2');
  await host.addKey({ ...links, scopes: [...links.scopes] }, 'secret-1');
  expect(await host.keyOf('secret-1')).toEqual({ id: 'key_1', name: 'links', scopes: ['links'] });
  expect(await host.keyOf('secret-2')).toEqual({ id: 'key_2', name: 'all', scopes: ['links', 'sessions'] });
  for (const unknown of ['', 'key_1', 'links', 'secret-3']) expect(await host.keyOf(unknown)).toBeNull();

  expect(await host.revokeKey('key_1', 7)).toBe(true);
  expect(await host.keyOf('secret-1')).toBeNull();
  expect(await host.keyOf('secret-2')).toMatchObject({ id: 'key_2' });
  expect(await host.revokeKey('key_1', 9), 'once').toBe(false);
  expect(await host.revokeKey('key_9', 9)).toBe(false);
  expect(await host.keys()).toEqual([
    { ...links, revokedAt: 7 },
    { ...all, revokedAt: null },
  ]);
});

test('what is stored of a key does not open anything', async () => {
  const place = new TemporaryVault();
  const { host } = await place.open();
  await host.addKey({ ...links, scopes: [...links.scopes] }, 'secret-1');
  place.tamper((db) => {
    const [row] = db.prepare('select * from host_keys').all() as { fingerprint: string }[];
    expect(JSON.stringify(row)).not.toContain('secret-1');
    expect(row?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });
});
