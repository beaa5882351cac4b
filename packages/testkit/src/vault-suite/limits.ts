import { describe, expect, test } from 'vitest';
import { freshVault, type OpenForTest } from './harness.ts';

const daily = { bucket: 'codes', max: 3, windowSeconds: 86_400 };
const gap = { bucket: 'gap', max: 1, windowSeconds: 60 };

export function limitTests(open: OpenForTest): void {
  describe('a limit', () => {
    test('allows so many uses in its window, and says when the next', async () => {
      const { vault } = await freshVault(open);
      for (const now of [1_000, 2_000, 3_000]) expect(await vault.take([daily], now)).toEqual({ ok: true });
      const free = 1_000 + 86_400_000;
      expect(await vault.take([daily], 4_000)).toEqual({ ok: false, rule: daily, retryAt: free });
      expect(await vault.take([daily], free - 1)).toEqual({ ok: false, rule: daily, retryAt: free });
      expect(await vault.take([daily], free)).toEqual({ ok: true });
      expect(await vault.take([daily], free)).toEqual({ ok: false, rule: daily, retryAt: free + 1_000 });
    });

    test('counts in every bucket or in none', async () => {
      const { vault } = await freshVault(open);
      expect(await vault.take([gap], 1_000)).toEqual({ ok: true });
      for (let round = 0; round < 5; round += 1) {
        expect(await vault.take([daily, gap], 2_000)).toEqual({ ok: false, rule: gap, retryAt: 61_000 });
      }
      for (const now of [61_000, 61_001, 61_002]) expect(await vault.take([daily], now)).toEqual({ ok: true });
    });

    test('holds when fifty come at once', async () => {
      const { vault } = await freshVault(open);
      const answers = await Promise.all(Array.from({ length: 50 }, () => vault.take([daily], 1_000)));
      expect(answers.filter((answer) => answer.ok)).toHaveLength(3);
    });

    test('with two rules on one bucket counts a use once', async () => {
      const { vault } = await freshVault(open);
      const short = { bucket: 'codes', max: 2, windowSeconds: 60 };
      expect(await vault.take([daily, short], 1_000)).toEqual({ ok: true });
      expect(await vault.take([daily, short], 2_000)).toEqual({ ok: true });
      expect(await vault.take([daily, short], 3_000)).toEqual({ ok: false, rule: short, retryAt: 61_000 });
      expect(await vault.take([daily, short], 61_000)).toEqual({ ok: true });
      expect(await vault.take([daily, short], 200_000)).toMatchObject({ ok: false, rule: daily });
    });

    test('gives back one use of each bucket, the latest', async ({ skip }) => {
      const { vault } = await freshVault(open);
      if (!vault.giveBack) return skip();
      for (const now of [1_000, 2_000, 3_000]) await vault.take([daily], now);
      await vault.take([gap], 3_000);
      await vault.giveBack([daily, gap, { ...daily, max: 1 }], 3_000);
      expect(await vault.take([daily, gap], 4_000)).toEqual({ ok: true });
      expect(await vault.take([daily], 4_000)).toEqual({ ok: false, rule: daily, retryAt: 86_401_000 });
      await vault.giveBack([{ ...gap, bucket: 'never used' }], 4_000);
      expect(await vault.take([gap], 5_000)).toEqual({ ok: false, rule: gap, retryAt: 64_000 });
    });

    test('of a closed bucket refuses until the moment comes', async () => {
      const { vault } = await freshVault(open);
      await vault.block('codes', 5_000);
      expect(await vault.blockedUntil('codes', 4_999)).toBe(5_000);
      expect(await vault.take([daily], 4_999)).toEqual({ ok: false, rule: daily, retryAt: 5_000 });
      expect(await vault.blockedUntil('gap', 4_999)).toBeNull();
      expect(await vault.blockedUntil('codes', 5_000)).toBeNull();
      expect(await vault.take([daily], 5_000)).toEqual({ ok: true });
    });

    test('stays closed as long as the longest block says', async () => {
      const { vault } = await freshVault(open);
      await vault.block('codes', 5_000);
      await vault.block('codes', 3_000);
      expect(await vault.blockedUntil('codes', 4_000)).toBe(5_000);
    });

    test('can be looked at without being used', async () => {
      const { vault } = await freshVault(open);
      for (const now of [1_000, 2_000]) await vault.take([daily], now);
      expect(await vault.look(daily, 3_000)).toEqual({ used: 2, closedUntil: null });
      await vault.take([daily], 3_000);
      expect(await vault.look(daily, 4_000)).toEqual({ used: 3, closedUntil: 86_401_000 });
      expect(await vault.look(daily, 86_401_000)).toEqual({ used: 2, closedUntil: null });
    });

    test('can be cleared, and no other with it', async () => {
      const { vault } = await freshVault(open);
      await vault.take([gap], 1_000);
      for (const now of [1_000, 2_000, 3_000]) await vault.take([daily], now);
      await vault.block('codes', 90_000_000);
      await vault.clear([]);
      expect(await vault.take([daily], 4_000)).toMatchObject({ ok: false });
      await vault.clear(['codes', 'never used']);
      expect(await vault.blockedUntil('codes', 4_000)).toBeNull();
      expect(await vault.take([daily], 4_000)).toEqual({ ok: true });
      expect(await vault.take([gap], 4_000)).toMatchObject({ ok: false });
    });
  });
}
