import type { Clock, WindowCount, WindowCounts } from '@botize/login';
import { createInMemoryLimits } from '@botize/login/testing';
import { defaultLimits, type LimitValues } from '../config/limits.ts';
import { createAddressLimits } from '../http/address-limits.ts';
import { openFloodCounts } from '../http/flood-counts.ts';
import type { AppLimits } from '../http/rate-limits.ts';

/** Where counts outlast a server, without a database. `writes`: what was written down, each time. */
export const windowCountsInMemory = () => {
  const kept = new Map<string, WindowCount>();
  const writes: WindowCount[][] = [];
  const store: WindowCounts = {
    windowCounts: async (now) => [...kept.values()].filter(({ endsAt }) => endsAt > now).map((one) => ({ ...one })),
    keepWindowCounts: async (counts) => {
      writes.push(counts.map((one) => ({ ...one })));
      for (const one of counts) kept.set(one.bucket, { ...one });
    },
  };
  return { ...store, writes };
};

export const limitsInMemory = async (
  some: Partial<LimitValues>,
  clock: Clock,
  store: WindowCounts = windowCountsInMemory(),
): Promise<AppLimits> => {
  const values = { ...defaultLimits, ...some };
  const hash = (text: string) => `hash of ${text}`;
  const addresses = createAddressLimits({ limits: createInMemoryLimits(), values, clock, hash });
  return { values, counts: await openFloodCounts({ store, clock }), addresses, hash };
};
