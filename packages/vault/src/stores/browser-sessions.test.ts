import { expect, test } from 'vitest';
import { TemporaryVault } from '../testing/temporary-vault.ts';

const session = {
  user: { id: 'u1', label: 'Ana', role: 'user' as const },
  connectionId: 'con_1',
  returnUrl: 'https://botize.com/back',
  locale: 'es' as const,
  createdAt: 1_000,
  expiresAt: 2_000,
};

test('a browser session is found by its id until it runs out', async () => {
  const { browserSessions } = await new TemporaryVault().open();
  await browserSessions.create('cookie', session);
  expect(await browserSessions.find('cookie', 1_999)).toEqual(session);
  expect(await browserSessions.find('cookie', 2_000)).toBeNull();
  expect(await browserSessions.find('another', 1_999)).toBeNull();
});

test('a deleted one is gone, those of others stay', async () => {
  const { browserSessions } = await new TemporaryVault().open();
  await browserSessions.create('one', session);
  await browserSessions.create('two', session);
  await browserSessions.delete('one');
  await browserSessions.delete('one');
  expect(await browserSessions.find('one', 1_500)).toBeNull();
  expect(await browserSessions.find('two', 1_500)).toEqual(session);
});

test('those that have run out are cleared away', async () => {
  const { browserSessions } = await new TemporaryVault().open();
  await browserSessions.create('one', session);
  await browserSessions.create('two', { ...session, expiresAt: 3_000 });
  expect(await browserSessions.deleteExpired(2_000)).toBe(1);
  expect(await browserSessions.deleteExpired(2_000)).toBe(0);
  expect(await browserSessions.find('two', 2_500)).not.toBeNull();
});

test('the id itself is not stored', async () => {
  const place = new TemporaryVault();
  const { browserSessions } = await place.open();
  await browserSessions.create('cookie', session);
  place.tamper((db) => {
    const stored = JSON.stringify(db.prepare('select * from browser_sessions').all());
    expect(stored).toContain('Ana');
    expect(stored).not.toContain('cookie');
  });
});
