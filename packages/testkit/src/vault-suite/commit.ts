import { LeaseLost, StaleRevision, type Change } from '@botize/login';
import { describe, expect, test } from 'vitest';
import { aConnection, anAttempt, anEntry, aRetiredKey, aSecret, moved } from '../vault-records.ts';
import { freshVault, type OpenForTest } from './harness.ts';

export function commitTests(open: OpenForTest): void {
  describe('a commit', () => {
    test('happens as a whole', async () => {
      const { vault, clock } = await freshVault(open);
      const attempt = anAttempt();
      await vault.insertAttempt(attempt, [anEntry()]);
      const lease = await vault.lease(`attempt:${attempt.id}`, clock.now(), clock.now() + 100);
      const connection = aConnection();
      const key = aRetiredKey();
      await vault.commit(lease, [
        { type: 'attempt.update', record: moved(attempt), expectedRevision: 1 },
        { type: 'connection.put', record: connection, secret: aSecret() },
        { type: 'key.retire', key },
        { type: 'audit', entry: anEntry({ action: 'connection.connected' }) },
      ]);
      expect(await vault.attempt('u1', attempt.id)).toEqual(moved(attempt));
      expect(await vault.connections('u1')).toEqual([connection]);
      expect(await vault.retiredKeysDue(key.notBefore, 10)).toEqual([key]);
      expect((await vault.activity('u1', null, 10)).map((entry) => entry.action)).toEqual([
        'connection.connected',
        'attempt.started',
      ]);
    });

    test.each(['first', 'last'] as const)('with a stale attempt %s writes nothing at all', async (place) => {
      const { vault } = await freshVault(open);
      const attempt = anAttempt();
      await vault.insertAttempt(attempt, []);
      const stale: Change = { type: 'attempt.update', record: moved(attempt), expectedRevision: 0 };
      const others: Change[] = [
        { type: 'connection.put', record: aConnection(), secret: aSecret() },
        { type: 'key.retire', key: aRetiredKey() },
        { type: 'audit', entry: anEntry() },
      ];
      const changes = place === 'first' ? [stale, ...others] : [...others, stale];
      await expect(vault.commit(null, changes)).rejects.toBeInstanceOf(StaleRevision);
      expect(await vault.attempt('u1', attempt.id)).toEqual(attempt);
      expect(await vault.connections('u1')).toEqual([]);
      expect(await vault.retiredKeysDue(Number.MAX_SAFE_INTEGER, 10)).toEqual([]);
      expect(await vault.activity('u1', null, 10)).toEqual([]);
    });

    test('needs the lease that it names', async () => {
      const { vault, clock } = await freshVault(open);
      const now = clock.now();
      const lease = await vault.lease('attempt:a', now, now + 100);
      const successor = await vault.lease('attempt:a', now + 100, now + 200);
      const changes: Change[] = [{ type: 'audit', entry: anEntry() }];
      await expect(vault.commit(lease, changes)).rejects.toBeInstanceOf(LeaseLost);
      expect(await vault.activity('u1', null, 10)).toEqual([]);
      await vault.commit(successor, changes);
      expect(await vault.activity('u1', null, 10)).toHaveLength(1);
    });

    test('may come late, as long as nobody else has the lease', async () => {
      const { vault, clock } = await freshVault(open);
      const lease = await vault.lease('attempt:a', clock.now(), clock.now() + 100);
      clock.advance(200);
      await vault.commit(lease, [{ type: 'audit', entry: anEntry() }]);
      expect(await vault.activity('u1', null, 10)).toHaveLength(1);
    });

    test('with a lease that was given back is refused', async () => {
      const { vault, clock } = await freshVault(open);
      const lease = await vault.lease('attempt:a', clock.now(), clock.now() + 100);
      if (lease) await vault.release(lease);
      await expect(vault.commit(lease, [{ type: 'audit', entry: anEntry() }])).rejects.toBeInstanceOf(LeaseLost);
      expect(lease).not.toBeNull();
    });

    test('keeps what it was given, whatever happens to the object afterwards', async () => {
      const { vault } = await freshVault(open);
      const record = anAttempt();
      await vault.insertAttempt(record, []);
      const before = structuredClone(record);
      record.signIn.session = 'changed';
      record.consent = { ...record.consent, version: 'changed' };
      expect(await vault.attempt('u1', record.id)).toEqual(before);
    });
  });
}
