import { LeaseLost } from '@botize/login';
import { describe, expect, test } from 'vitest';
import { freshVault, type OpenForTest } from './harness.ts';

export function leaseTests(open: OpenForTest): void {
  describe('a lease', () => {
    test('has one holder, of fifty who want it at once', async () => {
      const { vault, clock } = await freshVault(open);
      const now = clock.now();
      const leases = await Promise.all(Array.from({ length: 50 }, () => vault.lease('connection:c', now, now + 100)));
      expect(leases.filter((lease) => lease !== null)).toHaveLength(1);
    });

    test('of one resource leaves the others alone', async () => {
      const { vault, clock } = await freshVault(open);
      const now = clock.now();
      expect(await vault.lease('connection:c', now, now + 100)).not.toBeNull();
      expect(await vault.lease('connection:d', now, now + 100)).not.toBeNull();
    });

    test('is free again at its end, with a higher fence', async () => {
      const { vault, clock } = await freshVault(open);
      const now = clock.now();
      const first = await vault.lease('connection:c', now, now + 100);
      expect(first).toMatchObject({ resource: 'connection:c', expiresAt: now + 100 });
      expect(await vault.lease('connection:c', now + 99, now + 200)).toBeNull();
      const second = await vault.lease('connection:c', now + 100, now + 200);
      expect(second?.fence).toBeGreaterThan(first?.fence ?? Infinity);
    });

    test('has a fence that grows although it is given back each time', async () => {
      const { vault, clock } = await freshVault(open);
      const now = clock.now();
      const fences: number[] = [];
      for (let round = 0; round < 5; round += 1) {
        const lease = await vault.lease('connection:c', now, now + 100);
        fences.push(lease?.fence ?? 0);
        if (lease) await vault.release(lease);
      }
      expect(fences).toEqual([...new Set(fences)].toSorted((a, b) => a - b));
      expect(await vault.leasedUntil('connection:c', now)).toBeNull();
    });

    test('can be renewed, also late, unless somebody else has it', async () => {
      const { vault, clock } = await freshVault(open);
      const now = clock.now();
      const lease = await vault.lease('connection:c', now, now + 100);
      if (!lease) throw new Error('not leased');
      clock.advance(150);
      expect(await vault.renew(lease, now + 300)).toEqual({ ...lease, expiresAt: now + 300 });
      expect(await vault.leasedUntil('connection:c', now + 299)).toBe(now + 300);
      expect(await vault.leasedUntil('connection:c', now + 300)).toBeNull();
      await vault.lease('connection:c', now + 300, now + 400);
      await expect(vault.renew(lease, now + 500)).rejects.toBeInstanceOf(LeaseLost);
      expect(await vault.leasedUntil('connection:c', now + 300)).toBe(now + 400);
    });

    test('given back by a former holder stays with the present one', async () => {
      const { vault, clock } = await freshVault(open);
      const now = clock.now();
      const former = await vault.lease('connection:c', now, now + 100);
      await vault.lease('connection:c', now + 100, now + 200);
      if (former) await vault.release(former);
      expect(await vault.leasedUntil('connection:c', now + 150)).toBe(now + 200);
      expect(former).not.toBeNull();
    });
  });
}
