import type { LimitRule } from '@botize/login';
import { createInMemoryLimits } from '@botize/login/testing';
import { expect, it } from 'vitest';
import { defaultLimits } from '../config/limits.ts';
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

it('whole hours of one IPv6 customer are one hour', async () => {
  const values = { ...defaultLimits, signInsPerAddress: 1 };
  const clock = { now: () => 7_000 };
  const { take } = createAddressLimits({ limits: createInMemoryLimits(), values, clock, hash: (address) => address });
  expect(await take('sign_in', '2001:db8:1:2::1')).toBeNull();
  expect(await take('sign_in', '2001:db8:1:2:ffff::9')).toBe(3_600);
  expect(await take('sign_in', '2001:db8:1:3::1')).toBeNull();
});

it('a wait is never told as nothing', async () => {
  const limits = {
    ...createInMemoryLimits(),
    take: async ([rule]: LimitRule[], now: number) => ({ ok: false as const, rule: rule!, retryAt: now }),
  };
  const { take } = createAddressLimits({ limits, values: defaultLimits, clock: { now: () => 5 }, hash: String });
  expect(await take('start', '192.0.2.1')).toBe(1);
});
