import { describe, expect, test } from 'vitest';
import { anAttempt, anEntry } from '../vault-records.ts';
import { freshVault, type OpenForTest } from './harness.ts';

export function auditTests(open: OpenForTest): void {
  describe('the audit', () => {
    test('gives back what was recorded, newest first, to its user only', async () => {
      const { vault } = await freshVault(open);
      const started = anEntry({ attemptId: 'att_1', detail: { reason: 'retry', tries: 3, qr: true, phone: null } });
      const checked = anEntry({
        action: 'connection.checked',
        actor: { kind: 'support', id: 's1' },
        connectionId: 'con_1',
      });
      await vault.insertAttempt(anAttempt(), [started]);
      await vault.commit(null, [
        { type: 'audit', entry: checked },
        { type: 'audit', entry: anEntry({ userId: 'u2', connectionId: 'con_1' }) },
      ]);
      expect(await vault.activity('u1', null, 10)).toEqual([checked, started]);
      expect(await vault.activity('u1', null, 1)).toEqual([checked]);
      expect(await vault.activity('u1', 'con_1', 10)).toEqual([checked]);
      expect(await vault.activity('u3', null, 10)).toEqual([]);
    });

    test('says nothing of an attempt that was not opened', async () => {
      const { vault } = await freshVault(open);
      await vault.insertAttempt(anAttempt(), []);
      expect(await vault.insertAttempt(anAttempt(), [anEntry()])).toBe(false);
      expect(await vault.activity('u1', null, 10)).toEqual([]);
    });
  });

  describe('a fingerprint', () => {
    test('is the same for the same value, and another for each purpose', async () => {
      const { vault } = await freshVault(open);
      const phone = vault.fingerprint('phone', '+34612345678');
      expect(phone).toMatch(/^[0-9a-f]{64}$/);
      expect(vault.fingerprint('phone', '+34612345678')).toBe(phone);
      expect(vault.fingerprint('phone', '+34612345679')).not.toBe(phone);
      expect(vault.fingerprint('command', '+34612345678')).not.toBe(phone);
    });
  });
}
