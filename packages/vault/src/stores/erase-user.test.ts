import { aConnection, anAttempt, anEntry, aSecret, cancelled } from '@botize/testkit/vault-records';
import { expect, test } from 'vitest';
import type { SqliteVault } from '../open-vault.ts';
import { TemporaryVault } from '../testing/temporary-vault.ts';
import { contentOf } from '../testing/traces.ts';

const userId = 'canary-user-4711';
const label = 'canary.label@example.com';
const name = 'Canary McName';

/** A user who has connected, come by a link, and left by disconnecting; somebody else who stays. */
async function disconnected(vault: SqliteVault, now: number): Promise<void> {
  const attempt = anAttempt({ userId });
  const connection = aConnection({ userId, account: { id: '1', name, username: 'canary_name', phone: null } });
  await vault.insertAttempt(attempt, [anEntry({ userId, at: now })]);
  await vault.commit(null, [
    { type: 'attempt.update', record: cancelled(attempt), expectedRevision: 1 },
    { type: 'connection.put', record: connection, secret: aSecret() },
  ]);
  const visit = { connectionId: null, returnUrl: null, locale: null, createdAt: now, expiresAt: now + 1e9 };
  await vault.browserSessions.create('cookie', { ...visit, user: { id: userId, label, role: 'user' } });
  const link = { id: 'lnk_1', userId, userLabel: label, role: 'user' as const, staff: null, ...visit };
  await vault.host.addLink(link, 'token');
  await vault.commit(null, [{ type: 'connection.erase', userId, id: connection.id }]);
  const stays = aConnection({ userId: 'u2', account: { id: '2', name: 'Stays', username: null, phone: null } });
  await vault.commit(null, [
    { type: 'connection.put', record: stays, secret: aSecret() },
    { type: 'audit', entry: anEntry({ userId: 'u2', at: now }) },
  ]);
}

test('an erased user leaves the bare facts of the audit and nothing else, and later not even those', async () => {
  const place = new TemporaryVault();
  const vault = await place.open();
  const now = place.clock.now();
  await disconnected(vault, now);
  const holds = (text: string) => contentOf(place.folder).includes(Buffer.from(text));
  for (const text of [userId, label]) expect(holds(text), text).toBe(true);

  expect(await vault.eraseUser(anEntry({ userId, at: now, action: 'user.erased' }))).toBe(true);
  for (const text of [label, name, 'canary_name']) expect(holds(text), text).toBe(false);
  expect(await vault.browserSessions.find('cookie', now)).toBeNull();
  expect(await vault.host.openLink('token', { now, nonce: null, againMs: 0 })).toEqual({ kind: 'expired' });
  expect((await vault.activity(userId, null, 10)).map(({ action }) => action)).toContain('user.erased');
  expect(await vault.verifyAudit()).toMatchObject({ users: 2, broken: [] });

  expect(await vault.eraseAuditBefore(now + 1)).toBe(1);
  expect(holds(userId)).toBe(false);
  expect(holds('Stays')).toBe(true);
  expect(await vault.verifyAudit()).toMatchObject({ users: 1, broken: [] });
});
