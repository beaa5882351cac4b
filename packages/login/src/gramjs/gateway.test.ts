import { expect, it, vi } from 'vitest';
import { WorkerGateway } from './gateway.ts';
import type { WorkerSlot } from './worker-slot.ts';

const never = new Promise<never>(() => undefined);
/** A worker that is there and doesn't come to answer: it starts, or the processor is taken. */
const busySlot = { running: true, ask: () => ({ result: never, cancel: () => undefined }) } as unknown as WorkerSlot;

it('does not let a busy worker keep whoever releases a key waiting', async () => {
  const gateway = new WorkerGateway([busySlot], 500);
  const startedAt = performance.now();
  await gateway.release('attempt:one');
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});

it('answers a request at its deadline, whatever the worker does', async () => {
  vi.useFakeTimers();
  try {
    const on = { key: 'attempt:one', credentials: { apiId: 1, apiHash: 'x' }, session: '1x' };
    const answer = new WorkerGateway([busySlot], 500).call(on, 'getSelf', {});
    await vi.advanceTimersByTimeAsync(500);
    expect(await answer).toEqual({ kind: 'unreachable' });
  } finally {
    vi.useRealTimers();
  }
});
