import { expect, test } from 'vitest';
import { TemporaryVault } from '../testing/temporary-vault.ts';

const all = 0;

test('counts are there after a restart, with the latest number', async () => {
  const place = new TemporaryVault();
  const before = await place.open();
  await before.keepWindowCounts([{ bucket: 'a', uses: 5, endsAt: 9_000 }], 1_000);
  await before.keepWindowCounts(
    [
      { bucket: 'a', uses: 7, endsAt: 9_500 },
      { bucket: 'b', uses: 1, endsAt: 8_000 },
    ],
    2_000,
  );
  await before.close();
  const after = await place.open();
  const found = await after.windowCounts(2_000);
  expect(found.toSorted((one, other) => one.bucket.localeCompare(other.bucket))).toEqual([
    { bucket: 'a', uses: 7, endsAt: 9_500 },
    { bucket: 'b', uses: 1, endsAt: 8_000 },
  ]);
  expect(await after.windowCounts(7_999)).toHaveLength(2);
  expect(await after.windowCounts(8_000)).toEqual([{ bucket: 'a', uses: 7, endsAt: 9_500 }]);
});

test('what is over is forgotten with the next write', async () => {
  const vault = await new TemporaryVault().open();
  await vault.keepWindowCounts([{ bucket: 'a', uses: 5, endsAt: 9_000 }], 1_000);
  await vault.keepWindowCounts([{ bucket: 'b', uses: 5, endsAt: 20_000 }], 8_999);
  expect(await vault.windowCounts(all)).toHaveLength(2);
  await vault.keepWindowCounts([], 9_000);
  expect(await vault.windowCounts(all)).toEqual([{ bucket: 'b', uses: 5, endsAt: 20_000 }]);
});
