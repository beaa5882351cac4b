import type { Millis } from './vault.ts';

/** At most `max` uses of a bucket within `windowSeconds`. Bucket names hold fingerprints, never a number in clear. */
export interface LimitRule {
  bucket: string;
  max: number;
  windowSeconds: number;
}

/** Counters that survive a restart. */
export interface Limits {
  /** Counts one use in every bucket, or in none: then the rule that refuses, and when it will allow again. */
  take(rules: LimitRule[], now: Millis): Promise<{ ok: true } | { ok: false; rule: LimitRule; retryAt: Millis }>;
  /** Takes one use back in every bucket: what was counted did not happen (Telegram was out of reach, or refused). */
  giveBack?(rules: LimitRule[], now: Millis): Promise<void>;
  /** Closes a bucket until a moment (a number that Telegram has cooled down for a day). */
  block(bucket: string, until: Millis): Promise<void>;
  blockedUntil(bucket: string, now: Millis): Promise<Millis | null>;
}

/** How much is allowed. Codes and tries are counted for a day, what an address does for an hour. */
export const defaultLimits = {
  codesPerNumber: 3,
  codesPerUser: 5,
  triesPerNumber: 10,
  startsPerAddress: 600,
  signInsPerAddress: 1_200,
};
export type LimitValues = typeof defaultLimits;
