import { expect, test } from 'vitest';
import type { DeliveryResult, HostStore, OutboxEvent, Sent } from '../../ports/host.ts';
import { deliverWebhooks } from './deliver-webhooks.ts';

const now = 1_000_000;
const log = { info: () => undefined, warn: () => undefined };

/** One event that is due, tried so often already; answers what was noted of the next try. */
const tried = async (attempts: number, sent: Sent): Promise<DeliveryResult | undefined> => {
  const noted: DeliveryResult[] = [];
  const event: OutboxEvent = { id: 'evt_1', type: 'attempt.failed', body: '{}', attempts, createdAt: 0 };
  const host: Pick<HostStore, 'claimEvents' | 'noteDelivery'> = {
    claimEvents: async () => [event],
    noteDelivery: async (_id, result) => void noted.push(result),
  };
  const arrived = await deliverWebhooks(
    { host: host as HostStore, clock: { now: () => now }, log, send: async () => sent },
    10,
  );
  expect(arrived).toBe(noted.filter(({ next }) => next === 'done').length);
  return noted[0];
};

test.each([200, 202, 204, 299])('%d is an arrival', async (status) => {
  expect(await tried(0, { status, error: null })).toEqual({ at: now, status, error: null, next: 'done' });
});

test.each([null, 199, 301, 400, 410, 429, 500])('%s is tried again', async (status) => {
  expect(await tried(0, { status, error: 'no' })).toMatchObject({ status, error: 'no', next: 'again' });
});

test('the pauses grow, and all tries together take about a day', async () => {
  const pauses: number[] = [];
  for (let attempts = 0; ; attempts += 1) {
    const result = await tried(attempts, { status: 500, error: 'status 500' });
    if (result?.next !== 'again') {
      expect(result).toEqual({ at: now, status: 500, error: 'status 500', next: 'give_up' });
      break;
    }
    pauses.push((result.notBefore - now) / 1000);
  }
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
  expect(pauses[0]).toBeLessThan(10);
  const hours = pauses.reduce((sum, seconds) => sum + seconds, 0) / 3600;
  expect(hours).toBeGreaterThan(20);
  expect(hours).toBeLessThan(27);
});
