import type { Clock, Limits } from '@botize/login';
import type { LimitValues } from '../config/limits.ts';
import type { Budget } from '../routes/route-table.ts';
import { countedAddress } from './counted-address.ts';

/** What an address may do in an hour, counted where a restart doesn't lose it. */
export interface AddressLimits {
  /** Counts one use; null if it is allowed, or the seconds until it is again. */
  take(budget: Budget, address: string): Promise<number | null>;
}

interface AddressLimitDeps {
  limits: Limits;
  values: Pick<LimitValues, 'startsPerAddress' | 'signInsPerAddress'>;
  clock: Clock;
  /** Addresses are stored as keyed hashes. */
  hash: (address: string) => string;
}

const hourSeconds = 3_600;

export const createAddressLimits = ({ limits, values, clock, hash }: AddressLimitDeps): AddressLimits => {
  const most: Record<Budget, number> = { start: values.startsPerAddress, sign_in: values.signInsPerAddress };
  return {
    take: async (budget, address) => {
      const now = clock.now();
      const bucket = `address:${budget}:${hash(countedAddress(address))}`;
      const taken = await limits.take([{ bucket, max: most[budget], windowSeconds: hourSeconds }], now);
      return taken.ok ? null : Math.max(1, Math.ceil((taken.retryAt - now) / 1000));
    },
  };
};
