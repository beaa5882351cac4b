import { StaleRevision } from '@botize/login';
import { describe, expect, test } from 'vitest';
import { anAttempt, cancelled, moved } from '../vault-records.ts';
import { freshVault, type OpenForTest } from './harness.ts';

export function attemptTests(open: OpenForTest): void {
  describe('attempts', () => {
    test('are given back as they were put in', async () => {
      const { vault } = await freshVault(open);
      const record = anAttempt({
        connectionId: 'con_x',
        intent: { command: 'submit_phone', at: 1, fingerprint: 'f' },
        replay: {
          revision: 0,
          fingerprint: 'f',
          answer: {
            id: 'att_x',
            reference: 'CN-7K3M-Q2WD',
            revision: 1,
            expiresAt: '',
            connectionId: null,
            state: { step: 'expired' },
          },
        },
      });
      expect(await vault.insertAttempt(record, [])).toBe(true);
      expect(await vault.attempt('u1', record.id)).toEqual(record);
      expect(await vault.openAttempt('u1')).toEqual(record);
    });

    test('of another user are as if they did not exist', async () => {
      const { vault } = await freshVault(open);
      const record = anAttempt();
      await vault.insertAttempt(record, []);
      expect(await vault.attempt('u2', record.id)).toBeNull();
      expect(await vault.openAttempt('u2')).toBeNull();
    });

    test('are open one at a time for each user', async () => {
      const { vault } = await freshVault(open);
      const record = anAttempt();
      const answers = await Promise.all(
        [record, ...Array.from({ length: 9 }, () => anAttempt())].map((one) => vault.insertAttempt(one, [])),
      );
      expect(answers.filter(Boolean)).toHaveLength(1);
      expect(await vault.insertAttempt(anAttempt({ userId: 'u2' }), [])).toBe(true);
      const kept = await vault.openAttempt('u1');
      await vault.commit(null, [{ type: 'attempt.update', record: cancelled(kept ?? record), expectedRevision: 1 }]);
      expect(await vault.openAttempt('u1')).toBeNull();
      expect(await vault.insertAttempt(anAttempt(), [])).toBe(true);
    });

    test('change only from the revision that was expected', async () => {
      const { vault } = await freshVault(open);
      const record = anAttempt();
      await vault.insertAttempt(record, []);
      const next = moved(record, { intent: { command: 'show_qr', at: 5, fingerprint: null } });
      await vault.commit(null, [{ type: 'attempt.update', record: next, expectedRevision: 1 }]);
      expect(await vault.attempt('u1', record.id)).toEqual(next);
      const again = vault.commit(null, [{ type: 'attempt.update', record: moved(next), expectedRevision: 1 }]);
      await expect(again).rejects.toBeInstanceOf(StaleRevision);
      expect(await vault.attempt('u1', record.id)).toEqual(next);
    });

    test('cannot be changed in the name of another user', async () => {
      const { vault } = await freshVault(open);
      const record = anAttempt();
      await vault.insertAttempt(record, []);
      const taken = moved(record, { userId: 'u2' });
      const theft = vault.commit(null, [{ type: 'attempt.update', record: taken, expectedRevision: 1 }]);
      await expect(theft).rejects.toBeInstanceOf(StaleRevision);
      expect(await vault.attempt('u1', record.id)).toEqual(record);
    });

    test('may change without a new revision', async () => {
      const { vault } = await freshVault(open);
      const record = anAttempt();
      await vault.insertAttempt(record, []);
      const shown = { ...record, eventId: 2 };
      await vault.commit(null, [{ type: 'attempt.update', record: shown, expectedRevision: 1 }]);
      expect(await vault.attempt('u1', record.id)).toEqual(shown);
    });

    test('are erased some time after their end, and not before', async () => {
      const { vault, clock } = await freshVault(open);
      const record = anAttempt();
      await vault.insertAttempt(record, []);
      clock.advance(1_000);
      await vault.commit(null, [{ type: 'attempt.update', record: cancelled(record), expectedRevision: 1 }]);
      expect(await vault.eraseAttemptsBefore(clock.now())).toBe(0);
      expect(await vault.attempt('u1', record.id)).toEqual(cancelled(record));
      expect(await vault.eraseAttemptsBefore(clock.now() + 1)).toBe(1);
      expect(await vault.attempt('u1', record.id)).toBeNull();
    });

    test('count from their end, also when they are changed after it', async () => {
      const { vault, clock } = await freshVault(open);
      const record = anAttempt();
      const end = cancelled(record);
      await vault.insertAttempt(record, []);
      await vault.commit(null, [{ type: 'attempt.update', record: end, expectedRevision: 1 }]);
      const ended = clock.now();
      clock.advance(1_000);
      await vault.commit(null, [{ type: 'attempt.update', record: { ...end, eventId: 9 }, expectedRevision: 2 }]);
      expect(await vault.eraseAttemptsBefore(ended + 1)).toBe(1);
    });

    test('that are open are never erased', async () => {
      const { vault, clock } = await freshVault(open);
      const record = anAttempt();
      await vault.insertAttempt(record, []);
      expect(await vault.eraseAttemptsBefore(clock.now() + 1e9)).toBe(0);
      expect(await vault.openAttempt('u1')).toEqual(record);
    });

    test('are due at their end, oldest first', async () => {
      const { vault, clock } = await freshVault(open);
      const now = clock.now();
      const late = anAttempt({ userId: 'u1', createdAt: now + 1, expiresAt: now + 11 });
      const early = anAttempt({ userId: 'u2', createdAt: now, expiresAt: now + 10 });
      const alive = anAttempt({ userId: 'u3', createdAt: now - 1, expiresAt: now + 12 });
      for (const record of [late, early, alive]) await vault.insertAttempt(record, []);
      expect(await vault.attemptsDue(now + 9, 10)).toEqual([]);
      expect(await vault.attemptsDue(now + 10, 10)).toEqual([early]);
      expect(await vault.attemptsDue(now + 11, 10)).toEqual([early, late]);
      expect(await vault.attemptsDue(now + 11, 1)).toEqual([early]);
    });

    test('are due with an intent that nobody works on any more', async () => {
      const { vault, clock } = await freshVault(open);
      const now = clock.now();
      const record = anAttempt({
        expiresAt: now + 1e6,
        intent: { command: 'submit_phone', at: now, fingerprint: null },
      });
      await vault.insertAttempt(record, []);
      await vault.lease(`attempt:${record.id}`, now, now + 100);
      expect(await vault.attemptsDue(now + 99, 10)).toEqual([]);
      expect(await vault.attemptsDue(now + 100, 10)).toEqual([record]);
    });

    test('that have ended are never due', async () => {
      const { vault, clock } = await freshVault(open);
      const record = anAttempt();
      await vault.insertAttempt(record, []);
      await vault.commit(null, [{ type: 'attempt.update', record: cancelled(record), expectedRevision: 1 }]);
      expect(await vault.attemptsDue(clock.now() + 1e9, 10)).toEqual([]);
    });
  });
}
