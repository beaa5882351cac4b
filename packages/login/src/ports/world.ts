import type { LoginAttempt, MessageCode } from '@botize/contract';
import type { Millis } from './vault.ts';

/** Wall clock, replaceable in tests. */
export interface Clock {
  now(): Millis;
}

/** Fresh opaque ids with at least 128 random bits, and human references. */
export interface Ids {
  attempt(): string;
  connection(): string;
  retiredKey(): string;
  reference(): string;
}

/** Tells whoever listens to an attempt that it has changed. In one process; a listener also polls the store. */
export interface AttemptFeed {
  publish(attemptId: string): void;
  /** `server`: somebody of ours waits, which does not count as a page that listens. */
  subscribe(attemptId: string, listener: () => void, who?: 'page' | 'server'): () => void;
  /** True while a page listens: a QR token is refreshed only then. */
  hasListeners(attemptId: string): boolean;
}

/** Structured lines for operators; fields by allow-list, never a secret. */
export interface EventLog {
  info(event: string, fields: LogFields): void;
  warn(event: string, fields: LogFields): void;
}
export interface LogFields {
  reference?: string;
  attemptId?: string;
  connectionId?: string;
  step?: string;
  command?: string;
  method?: string;
  /** What came of a request to Telegram: `answer`, `refused`, `migrated`, `unreachable`, `unknown`. */
  outcome?: string;
  error?: string;
  code?: MessageCode;
  ms?: number;
  count?: number;
}

/**
 * Who acts, on whose things: `userId` is always their owner. `address`: for limits, as the server sees it.
 * `staffId`: the member of staff (or host key) acting for the owner; the audit names them.
 */
export interface Actor {
  kind: 'user' | 'support' | 'host' | 'system';
  userId: string;
  staffId?: string;
  /** The connect link that brought whoever acts here. */
  linkId?: string | null;
  /** Of the request that asks: what its page shows where there is no reference. */
  requestId?: string;
  address: string | null;
}

/** The request failed (as against an issue in the state); the HTTP layer turns it into a problem. */
export class Refusal extends Error {
  readonly code: MessageCode;
  readonly retryAt: Millis | null;
  readonly attempt: LoginAttempt | null;
  constructor(code: MessageCode, more: { retryAt?: Millis | null; attempt?: LoginAttempt | null } = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.retryAt = more.retryAt ?? null;
    this.attempt = more.attempt ?? null;
  }
}
