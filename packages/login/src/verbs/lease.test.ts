import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createInMemoryVault } from '../testing/in-memory-vault.ts';
import { awaitShortLease, takeLease } from './lease.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const setUp = () => {
  const clock = { now: () => Date.now() };
  const warnings: string[] = [];
  const log = { info: () => undefined, warn: (event: string) => void warnings.push(event) };
  return { deps: { vault: createInMemoryVault({ clock }), clock, log }, warnings };
};

test('a lease lasts for as long as its holder lives', async () => {
  const { deps } = setUp();
  const held = await takeLease(deps, 'attempt:a');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await takeLease(deps, 'attempt:a')).toBeNull();
  await held?.release();
  expect(await takeLease(deps, 'attempt:a')).not.toBeNull();
});

test('a lease that was given back is not renewed', async () => {
  const { deps, warnings } = setUp();
  const held = await takeLease(deps, 'attempt:a');
  await held?.release();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(warnings).toEqual([]);
});

test('nobody waits for a holder who will be long', async () => {
  const { deps } = setUp();
  await deps.vault.lease('connection:c', Date.now(), Date.now() + 600_000);
  const before = Date.now();
  expect(await awaitShortLease(deps, 'connection:c', 3_000)).toBeNull();
  expect(Date.now()).toBe(before);
});

test('a holder like us is waited for', async () => {
  const { deps } = setUp();
  const held = await takeLease(deps, 'connection:c');
  const waiting = awaitShortLease(deps, 'connection:c', 3_000);
  await held?.release();
  await vi.advanceTimersByTimeAsync(100);
  expect(await waiting).not.toBeNull();
});

test('nobody waits longer than the request may take', async () => {
  const { deps } = setUp();
  await takeLease(deps, 'connection:c');
  const over = new AbortController();
  const waiting = awaitShortLease(deps, 'connection:c', 3_000, over.signal);
  await vi.advanceTimersByTimeAsync(500);
  over.abort();
  const before = Date.now();
  await vi.advanceTimersByTimeAsync(50);
  expect(await waiting).toBeNull();
  expect(Date.now() - before).toBe(50);
});
