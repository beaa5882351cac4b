import { describe, expect, test } from 'vitest';
import { aConnection, anAttempt, anEntry, aRetiredKey, aSecret, cancelled } from '../vault-records.ts';
import { freshVault, type OpenForTest } from './harness.ts';

export function erasureTests(open: OpenForTest): void {
  const erased = anEntry({ action: 'user.erased' });

  describe('erasing a user', () => {
    test('waits until nothing is open or connected', async () => {
      const { vault } = await freshVault(open);
      const attempt = anAttempt();
      await vault.insertAttempt(attempt, []);
      expect(await vault.eraseUser(erased)).toBe(false);
      await vault.commit(null, [
        { type: 'attempt.update', record: cancelled(attempt), expectedRevision: attempt.revision },
      ]);
      const connection = aConnection();
      await vault.commit(null, [{ type: 'connection.put', record: connection, secret: aSecret() }]);
      expect(await vault.eraseUser(erased)).toBe(false);
      await vault.commit(null, [{ type: 'connection.erase', userId: 'u1', id: connection.id }]);
      expect(await vault.activity('u1', null, 10)).toEqual([]);
      expect(await vault.attempt('u1', attempt.id)).not.toBeNull();

      expect(await vault.eraseUser(erased)).toBe(true);
      expect(await vault.attempt('u1', attempt.id)).toBeNull();
      expect(await vault.activity('u1', null, 10)).toEqual([erased]);
    });

    test('touches nobody else, and keeps keys that have to be logged out', async () => {
      const { vault, clock } = await freshVault(open);
      const theirs = anAttempt({ userId: 'u2' });
      await vault.insertAttempt(theirs, []);
      const key = aRetiredKey({ reason: 'disconnected' });
      await vault.commit(null, [{ type: 'key.retire', key }]);
      expect(await vault.eraseUser(erased)).toBe(true);
      expect(await vault.openAttempt('u2')).toEqual(theirs);
      expect(await vault.retiredKeysDue(clock.now(), 10)).toEqual([key]);
    });
  });

  test('log-outs of former connections are counted until they are done', async () => {
    const { vault } = await freshVault(open);
    const key = aRetiredKey({ reason: 'disconnected' });
    const others = [aRetiredKey({ reason: 'cancelled' }), aRetiredKey({ reason: 'disconnected', userId: 'u2' })];
    await vault.commit(
      null,
      [key, ...others].map((each) => ({ type: 'key.retire', key: each })),
    );
    expect(await vault.logoutsPending('u1')).toBe(1);
    await vault.commit(null, [{ type: 'key.shred', id: key.id }]);
    expect(await vault.logoutsPending('u1')).toBe(0);
  });

  test('the audit goes with those who have nothing else here, once its newest entry is old', async () => {
    const { vault } = await freshVault(open);
    const early = (userId: string) => ({ type: 'audit' as const, entry: anEntry({ userId, at: 100 }) });
    const key = aRetiredKey({ userId: 'u3' });
    await vault.commit(null, [early('u1'), early('u2'), early('u3'), early('u4'), { type: 'key.retire', key }]);
    await vault.commit(null, [{ type: 'connection.put', record: aConnection({ userId: 'u2' }), secret: aSecret() }]);
    await vault.commit(null, [{ type: 'audit', entry: anEntry({ userId: 'u4', at: 200 }) }]);
    expect(await vault.eraseAuditBefore(100)).toBe(0);
    expect(await vault.eraseAuditBefore(101)).toBe(1);
    expect(await vault.activity('u1', null, 10)).toEqual([]);
    for (const userId of ['u2', 'u3', 'u4']) expect(await vault.activity(userId, null, 10)).not.toEqual([]);
  });
}
