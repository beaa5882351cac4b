import { expect, it } from 'vitest';
import { windowCountsInMemory } from '../testing/limits-in-memory.ts';
import { openFloodCounts } from './flood-counts.ts';

const start = 1_000_000;

const setUp = async () => {
  const clock = { time: start, now: () => clock.time };
  const store = windowCountsInMemory();
  return { clock, store, open: () => openFloodCounts({ store, clock }) };
};

it('counts a minute from the first use, each bucket for itself', async () => {
  const { clock, open } = await setUp();
  const counts = await open();
  expect(counts.count('a', 100)).toEqual({ uses: 1, leftMs: 60_000 });
  clock.time += 59_999;
  expect(counts.count('a', 100)).toEqual({ uses: 2, leftMs: 1 });
  expect(counts.count('b', 100)).toEqual({ uses: 1, leftMs: 60_000 });
  clock.time += 1;
  expect(counts.count('a', 100)).toEqual({ uses: 1, leftMs: 60_000 });
});

it('goes on after a restart where it was', async () => {
  const { clock, open } = await setUp();
  const before = await open();
  for (let n = 0; n < 5; n += 1) before.count('a', 5);
  await before.save();
  clock.time += 20_000;
  const after = await open();
  expect(after.count('a', 5)).toEqual({ uses: 6, leftMs: 40_000 });
  clock.time += 40_000;
  expect((await open()).count('a', 5)).toEqual({ uses: 1, leftMs: 60_000 });
});

it('writes only what has changed, and only near its limit', async () => {
  const { store, open } = await setUp();
  const counts = await open();
  counts.count('far', 1_000);
  await counts.save();
  expect(store.writes).toEqual([]);
  for (let n = 0; n < 10; n += 1) counts.count('near', 100);
  await counts.save();
  expect(store.writes).toEqual([[{ bucket: 'near', uses: 10, endsAt: start + 60_000 }]]);
  await counts.save();
  expect(store.writes).toHaveLength(1);
  counts.count('near', 100);
  await counts.save();
  expect(store.writes.at(-1)).toEqual([{ bucket: 'near', uses: 11, endsAt: start + 60_000 }]);
});

it('is not kept writing by a flood that is over its limit already', async () => {
  const { store, open } = await setUp();
  const counts = await open();
  for (let n = 0; n < 3; n += 1) counts.count('a', 2);
  await counts.save();
  for (let n = 0; n < 9; n += 1) expect(counts.count('a', 2).uses).toBe(3);
  await counts.save();
  expect(store.writes).toEqual([[{ bucket: 'a', uses: 3, endsAt: start + 60_000 }]]);
});

it('forgets what is over', async () => {
  const { clock, store, open } = await setUp();
  const counts = await open();
  counts.count('a', 1);
  clock.time += 60_000;
  await counts.save();
  expect(store.writes).toEqual([]);
});

it('tries again to write what could not be written', async () => {
  const { store, clock } = await setUp();
  let full = true;
  const keepWindowCounts: typeof store.keepWindowCounts = async (...args) => {
    if (full) throw new Error('the disk is full');
    return store.keepWindowCounts(...args);
  };
  const counts = await openFloodCounts({ store: { ...store, keepWindowCounts }, clock });
  counts.count('a', 1);
  await expect(counts.save()).rejects.toThrow('the disk is full');
  full = false;
  await counts.save();
  expect(store.writes).toEqual([[{ bucket: 'a', uses: 1, endsAt: start + 60_000 }]]);
});

it('holds nobody back for longer than a minute, even if the clock was ahead', async () => {
  const { clock, open } = await setUp();
  const before = await open();
  before.count('a', 1);
  await before.save();
  clock.time -= 3_600_000;
  expect((await open()).count('a', 1)).toEqual({ uses: 1, leftMs: 60_000 });
  expect(before.count('a', 1)).toEqual({ uses: 1, leftMs: 60_000 });
});
