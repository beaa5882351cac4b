import { createInMemoryLimits } from '@botize/login/testing';
import { defaultLimits } from '@botize/login';
import { expect, it } from 'vitest';
import { createAddressLimits } from './address-limits.ts';

it('an address that has used up its hour waits, and no other one with it', async () => {
  const clock = { time: 0, now: () => clock.time };
  const buckets: string[] = [];
  const counted = createInMemoryLimits();
  const limits = {
    ...counted,
    take: (rules: Parameters<typeof counted.take>[0], now: number) => {
      buckets.push(...rules.map((rule) => rule.bucket));
      return counted.take(rules, now);
    },
  };
  const values = { ...defaultLimits, startsPerAddress: 2 };
  const created = () => createAddressLimits({ limits, values, clock, hash: (address) => `hash of ${address.length}` });
  const address = '192.0.2.1';
  expect(await created().take('start', address)).toBeNull();
  clock.time = 60_000;
  expect(await created().take('start', address)).toBeNull();
  expect(await created().take('start', address)).toBe(3_540);
  expect(await created().take('start', '192.0.2.100')).toBeNull();
  expect(await created().take('sign_in', address)).toBeNull();
  clock.time = 3_600_001;
  expect(await created().take('start', address)).toBeNull();
  expect(buckets.join()).not.toContain(address);
});
