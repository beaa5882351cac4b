import { expect, test } from 'vitest';
import { raceLeases } from './lease-races/race-leases.ts';

test('of four processes that race for a session, never do two hold it', async () => {
  const outcome = await raceLeases({ races: 200, processes: 4, lanes: 8 });
  expect(outcome.wrong).toEqual([]);
  expect(outcome.races).toBe(200);
  expect(outcome.stillHeld).toBeGreaterThan(10);
  expect(outcome.winners).toEqual({ 0: outcome.stillHeld, 1: 200 - outcome.stillHeld });
});
