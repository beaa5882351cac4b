import { StaleRevision } from '@botize/login';
import { describe, expect, test } from 'vitest';
import { aConnection, aRetiredKey, aSecret } from '../vault-records.ts';
import { freshVault, type OpenForTest } from './harness.ts';

export function connectionTests(open: OpenForTest): void {
  describe('connections', () => {
    test('are given back as they were put in, the secret apart', async () => {
      const { vault } = await freshVault(open);
      const record = aConnection({ lastCheck: { at: 7, outcome: 'ok' } });
      const secret = aSecret();
      await vault.commit(null, [{ type: 'connection.put', record, secret }]);
      expect(await vault.connection('u1', record.id)).toEqual(record);
      expect(await vault.connections('u1')).toEqual([record]);
      expect(await vault.connectionOfAccount('u1', record.account.id)).toEqual(record);
      expect(await vault.connectionSecret('u1', record.id)).toEqual(secret);
    });

    test('of another user are as if they did not exist', async () => {
      const { vault } = await freshVault(open);
      const record = aConnection();
      await vault.commit(null, [{ type: 'connection.put', record, secret: aSecret() }]);
      expect(await vault.connection('u2', record.id)).toBeNull();
      expect(await vault.connections('u2')).toEqual([]);
      expect(await vault.connectionOfAccount('u2', record.account.id)).toBeNull();
      expect(await vault.connectionSecret('u2', record.id)).toBeNull();
      await vault.commit(null, [{ type: 'connection.erase', userId: 'u2', id: record.id }]);
      expect(await vault.connection('u1', record.id)).toEqual(record);
    });

    test('cannot be taken over by another user', async () => {
      const { vault } = await freshVault(open);
      const record = aConnection();
      const secret = aSecret();
      await vault.commit(null, [{ type: 'connection.put', record, secret }]);
      const taken = { ...record, userId: 'u2', generation: 2 };
      const theft = vault.commit(null, [{ type: 'connection.put', record: taken, secret: aSecret() }]);
      await expect(theft).rejects.toBeInstanceOf(StaleRevision);
      expect(await vault.connectionSecret('u1', record.id)).toEqual(secret);
    });

    test('keep their secret when only the rest is put', async () => {
      const { vault } = await freshVault(open);
      const record = aConnection();
      const secret = aSecret();
      await vault.commit(null, [{ type: 'connection.put', record, secret }]);
      const dead = { ...record, status: 'needs_reconnect' as const, reason: 'revoked' as const };
      await vault.commit(null, [{ type: 'connection.put', record: dead, secret: null }]);
      expect(await vault.connection('u1', record.id)).toEqual(dead);
      expect(await vault.connectionSecret('u1', record.id)).toEqual(secret);
    });

    test('never go back to an earlier generation', async () => {
      const { vault } = await freshVault(open);
      const record = aConnection();
      await vault.commit(null, [{ type: 'connection.put', record, secret: aSecret() }]);
      const again = { ...record, generation: 2 };
      const secret = aSecret();
      await vault.commit(null, [{ type: 'connection.put', record: again, secret }]);
      for (const stale of [null, aSecret()]) {
        const late = vault.commit(null, [{ type: 'connection.put', record, secret: stale }]);
        await expect(late).rejects.toBeInstanceOf(StaleRevision);
      }
      expect(await vault.connection('u1', record.id)).toEqual(again);
      expect(await vault.connectionSecret('u1', record.id)).toEqual(secret);
    });

    test('that were erased do not come back by a late status', async () => {
      const { vault } = await freshVault(open);
      const record = aConnection();
      await vault.commit(null, [{ type: 'connection.put', record, secret: aSecret() }]);
      await vault.commit(null, [{ type: 'connection.erase', userId: 'u1', id: record.id }]);
      const late = vault.commit(null, [{ type: 'connection.put', record, secret: null }]);
      await expect(late).rejects.toBeInstanceOf(StaleRevision);
      expect(await vault.connections('u1')).toEqual([]);
      expect(await vault.connectionSecret('u1', record.id)).toBeNull();
    });

    test('of one account with others are noticed', async () => {
      const { vault } = await freshVault(open);
      const record = aConnection();
      await vault.commit(null, [{ type: 'connection.put', record, secret: aSecret() }]);
      expect(await vault.connectedByOthers('u1', record.account.id)).toBe(false);
      expect(await vault.connectedByOthers('u2', record.account.id)).toBe(true);
      expect(await vault.connectedByOthers('u2', '1')).toBe(false);
    });

    test('are to be checked, the longest unchecked first', async () => {
      const { vault } = await freshVault(open);
      const account = (id: string) => ({ id, name: 'A', username: null, phone: null });
      const recent = aConnection({ account: account('1'), lastCheck: { at: 300, outcome: 'ok' } });
      const old = aConnection({ account: account('2'), lastCheck: { at: 100, outcome: 'unreachable' } });
      const never = aConnection({ account: account('3'), connectedAt: 200, userId: 'u2' });
      for (const record of [recent, old, never]) {
        await vault.commit(null, [{ type: 'connection.put', record, secret: aSecret() }]);
      }
      const due = { checkedBefore: 301, unreachableBefore: 0, now: 400, limit: 10 };
      expect(await vault.connectionsToCheck({ ...due, checkedBefore: 300 })).toEqual([old, never]);
      expect(await vault.connectionsToCheck(due)).toEqual([old, never, recent]);
      expect(await vault.connectionsToCheck({ ...due, limit: 1 })).toEqual([old]);
      expect(await vault.connectionsToCheck({ ...due, checkedBefore: 0, unreachableBefore: 101 })).toEqual([old]);
      expect(await vault.connectionsToCheck({ ...due, checkedBefore: 0, unreachableBefore: 100 })).toEqual([]);
      await vault.lease(`connection:${old.id}`, 400, 500);
      expect(await vault.connectionsToCheck(due)).toEqual([never, recent]);
      expect(await vault.connectionsToCheck({ ...due, now: 500 })).toEqual([old, never, recent]);
    });
  });

  describe('retired keys', () => {
    test('are due from their moment on, can be put off, and end', async () => {
      const { vault, clock } = await freshVault(open);
      const now = clock.now();
      const first = aRetiredKey({ notBefore: now + 10 });
      const second = aRetiredKey({ notBefore: now + 20, userId: 'u2', reason: 'qr_left' });
      await vault.commit(
        null,
        [second, first].map((key) => ({ type: 'key.retire', key })),
      );
      expect(await vault.retiredKeysDue(now + 9, 10)).toEqual([]);
      expect(await vault.retiredKeysDue(now + 20, 10)).toEqual([first, second]);
      expect(await vault.retiredKeysDue(now + 20, 1)).toEqual([first]);
      await vault.commit(null, [{ type: 'key.update', id: first.id, attempts: 1, notBefore: now + 30 }]);
      expect(await vault.retiredKeysDue(now + 20, 10)).toEqual([second]);
      expect(await vault.retiredKeysDue(now + 30, 10)).toEqual([
        second,
        { ...first, attempts: 1, notBefore: now + 30 },
      ]);
      await vault.commit(null, [{ type: 'key.shred', id: first.id }]);
      await vault.commit(null, [{ type: 'key.shred', id: first.id }]);
      expect(await vault.retiredKeysDue(now + 1e9, 10)).toEqual([second]);
    });
  });
}
