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
  /** How often the bucket was used within the window, and until when the rule refuses (null: it doesn't). Counts nothing. */
  look(rule: LimitRule, now: Millis): Promise<{ used: number; closedUntil: Millis | null }>;
  /** Forgets the uses and the blocks of these buckets. */
  clear(buckets: string[]): Promise<void>;
}

/** How often a bucket was used since its window began. For limits that are too quick to be written use by use. */
export interface WindowCount {
  bucket: string;
  uses: number;
  endsAt: Millis;
}

/** Where such counts outlast a restart: the latest ones are written together, from time to time. */
export interface WindowCounts {
  /** Those whose window is still open. */
  windowCounts(now: Millis): Promise<WindowCount[]>;
  /** Replaces the counts of these buckets, and forgets all whose window is over. */
  keepWindowCounts(counts: readonly WindowCount[], now: Millis): Promise<void>;
}

/** How much is allowed of what reaches a phone or guesses at an account: a day, and a gap in seconds. */
export const defaultLimits = { codesPerNumber: 3, codesPerUser: 5, secondsBetweenCodes: 60, triesPerNumber: 10 };
export type LimitValues = typeof defaultLimits;
