import type { Clock, Limits, Vault } from '@botize/login';
import { onTestFinished } from 'vitest';
import { ManualClock } from '../vault-records.ts';

export type OpenForTest = (clock: Clock) => Promise<Vault & Limits & { close?(): Promise<void> }>;

/** A fresh vault for one test, and the clock that it reads. */
export async function freshVault(open: OpenForTest) {
  const clock = new ManualClock();
  const vault = await open(clock);
  onTestFinished(() => vault.close?.());
  return { vault, clock };
}
