import type { TelegramMethod } from '@botize/login';
import type { StorageFailure } from '@botize/vault';

/** When a server dies, in the course of one request to Telegram. `before_commit`: where Telegram isn't asked. */
export type Moment = 'before' | 'answered' | 'committed' | 'before_commit';

export interface KillOrder {
  type: 'kill';
  /** Tells whose request it is: every user of the battery has a pair of credentials of their own. */
  apiId: number;
  userId: string;
  /** Null: the first commit counts. */
  method: TelegramMethod | null;
  moment: Moment;
}

export interface StoreOrder {
  type: 'store';
  userId: string;
  failure: StorageFailure;
  /** How many of the user's commits succeed first, then how many fail. */
  after: number;
  times: number;
}

/** `heard`: that all orders before it are in force. */
export type Question = 'inventory' | 'measure' | 'audit' | 'heard';

/** What the battery tells a server, and what it asks; each question is answered with its `id`. */
export type Order = KillOrder | StoreOrder | { type: 'clear' } | { type: 'ask'; id: number; what: Question };

export interface Holding {
  kind: 'connection' | 'attempt' | 'retired';
  userId: string;
  authKeyId: string;
}

export interface Measure {
  heapBytes: number;
  /** Kinds of handles that keep the process busy, with their number. */
  handles: Record<string, number>;
  /** Store failures injected so far. */
  failed: number;
}

export interface AuditResult {
  broken: number;
  entries: number;
}

export type Answer =
  | { type: 'listening' }
  | { type: 'answer'; id: number; value: Holding[] | Measure | AuditResult | null };
