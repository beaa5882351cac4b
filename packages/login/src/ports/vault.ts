import type {
  AuditAction,
  CheckOutcome,
  ConnectionStatus,
  Credentials,
  Locale,
  LoginAttempt,
  StatusReason,
} from '@botize/contract';
import type { SignIn } from '../machine/sign-in.ts';
import type { HostLeaseRecord } from './host.ts';
import type { TelegramAccount, TelegramSession } from './telegram-gateway.ts';

/** Epoch milliseconds. */
export type Millis = number;

/** A request to Telegram that may have been sent: committed before it leaves, cleared with its result. */
export interface Intent {
  command: string;
  at: Millis;
  /** HMAC of the command's payload, so that a duplicate in flight is recognised. */
  fingerprint: string | null;
}

/** The command just done: its repetition gets the same answer. */
export interface Replay {
  revision: number;
  fingerprint: string;
  answer: LoginAttempt;
}

/** `signIn` and `replay` are secret and lie in the envelope; everything else may be seen by staff. */
export interface AttemptRecord {
  id: string;
  userId: string;
  reference: string;
  revision: number;
  /** Grows with every visible change, also those without a new revision; the id of the event stream. */
  eventId: number;
  createdAt: Millis;
  expiresAt: Millis;
  /** The connection to be reconnected, or null. */
  connectionId: string | null;
  /** The connect link whose visitor gave the last command: the end of the attempt is theirs to take back to the host. */
  linkId?: string | null;
  /** `timeZone` goes to what support knows of the person when the attempt is begun, and isn't kept with the attempt. */
  consent: { version: string; locale: Locale | null; at: Millis; timeZone?: string | null };
  intent: Intent | null;
  signIn: SignIn;
  replay: Replay | null;
}

/** A connection without its secrets. `account.phone` is null here; `phoneMasked` is what people see. */
export interface ConnectionRecord {
  id: string;
  userId: string;
  reference: string;
  status: ConnectionStatus;
  reason: StatusReason | null;
  account: TelegramAccount;
  phoneMasked: string;
  connectedAt: Millis;
  lastCheck: { at: Millis; outcome: CheckOutcome } | null;
  deviceName: string;
  generation: number;
  consent: AttemptRecord['consent'];
}

/** What opens a connection. SECRET, all of it; bound to user, connection and generation. */
export interface ConnectionSecret {
  session: TelegramSession;
  credentials: Credentials;
  phone: string | null;
}

/** A key nobody wants any more; openable for log-out only. */
export interface RetiredKey {
  id: string;
  userId: string;
  reason: 'cancelled' | 'expired' | 'replaced' | 'disconnected' | 'failed' | 'qr_left' | 'discarded' | 'abandoned';
  /** Not to be dialled before (a QR token may still be approved). */
  notBefore: Millis;
  attempts: number;
  giveUpAt: Millis;
  secret: { session: TelegramSession; credentials: Credentials };
}

export interface AuditEntry {
  userId: string;
  at: Millis;
  actor: { kind: 'user' | 'support' | 'host' | 'system'; id: string };
  /** e.g. `attempt.started`, `connection.connected`, `connection.checked`, `session.abandoned`. */
  action: AuditAction;
  attemptId?: string;
  connectionId?: string;
  /** Plain facts without secrets. */
  detail?: Record<string, string | number | boolean | null>;
}

/** Who may dial a key now. Of all holders of one resource the highest fence is the only one that may write. */
export interface Lease {
  /** `attempt:<id>`, `connection:<id>` or `retired:<id>`. */
  resource: string;
  fence: number;
  expiresAt: Millis;
}

/**
 * One step of a commit. All steps of a commit happen together or not at all. `attempt.update` is refused unless the
 * record's revision is still `expectedRevision`.
 */
export type Change =
  | { type: 'attempt.update'; record: AttemptRecord; expectedRevision: number }
  | { type: 'connection.put'; record: ConnectionRecord; secret: ConnectionSecret | null }
  | { type: 'connection.erase'; userId: string; id: string }
  | { type: 'key.retire'; key: RetiredKey }
  | { type: 'key.update'; id: string; attempts: number; notBefore: Millis }
  | { type: 'key.shred'; id: string }
  /** Writes down who gets a session, before it is read: the commit's lease is the one on the connection. */
  | { type: 'host_lease.put'; lease: HostLeaseRecord }
  | { type: 'audit'; entry: AuditEntry };

/** Which connections are due: last checked before, or last found unreachable before. */
export interface ChecksDue {
  checkedBefore: Millis;
  unreachableBefore: Millis;
  now: Millis;
  limit: number;
}

export class LeaseLost extends Error {
  constructor(resource: string) {
    super(`the lease on ${resource} is no longer held`);
    this.name = 'LeaseLost';
  }
}
export class StaleRevision extends Error {
  constructor(id: string) {
    super(`${id} has moved on`);
    this.name = 'StaleRevision';
  }
}

export type FingerprintPurpose =
  | 'phone'
  | 'search'
  | 'command'
  | 'link'
  | 'browser-session'
  | 'host-key'
  | 'completion'
  | 'address';

/**
 * Where everything durable lies. Reads answer null for what doesn't exist and for what belongs to another user alike.
 * Any method may reject with an Error of the store (disk full, busy); nothing of the call has happened then.
 */
export interface Vault {
  /** False if the user has an open attempt already. */
  insertAttempt(record: AttemptRecord, audit: AuditEntry[]): Promise<boolean>;
  attempt(userId: string, id: string): Promise<AttemptRecord | null>;
  openAttempt(userId: string): Promise<AttemptRecord | null>;
  /** Open attempts past their end, or with an intent whose lease has lapsed: oldest first. */
  attemptsDue(now: Millis, limit: number): Promise<AttemptRecord[]>;
  /** Terminal attempts are kept (without secrets) so that the last page can be reloaded; erased after this. */
  eraseAttemptsBefore(endedBefore: Millis): Promise<number>;

  connections(userId: string): Promise<ConnectionRecord[]>;
  connection(userId: string, id: string): Promise<ConnectionRecord | null>;
  /** The user's connection to this Telegram account, if any. */
  connectionOfAccount(userId: string, accountId: string): Promise<ConnectionRecord | null>;
  connectedByOthers(userId: string, accountId: string): Promise<boolean>;
  connectionSecret(userId: string, id: string): Promise<ConnectionSecret | null>;
  /** Connections of anybody that nobody holds now, longest unchecked first. */
  connectionsToCheck(due: ChecksDue): Promise<ConnectionRecord[]>;

  retiredKeysDue(now: Millis, limit: number): Promise<RetiredKey[]>;
  /** How many sessions of the user's former connections Telegram has yet to log out. */
  logoutsPending(userId: string): Promise<number>;

  activity(userId: string, connectionId: string | null, limit: number): Promise<AuditEntry[]>;

  /**
   * Erases what is left of a user: ended attempts, browser sessions, links. Retired keys stay until Telegram confirms,
   * the audit until `eraseAuditBefore`. False, and nothing is done, while an attempt is open or a connection exists.
   */
  eraseUser(audit: AuditEntry): Promise<boolean>;
  /** Erases the audit of those who have nothing else here and whose newest entry is older; answers of how many. */
  eraseAuditBefore(newestBefore: Millis): Promise<number>;

  /** Compare-and-set: null if somebody holds the resource. The fence is higher than any before for the resource. */
  lease(resource: string, now: Millis, until: Millis): Promise<Lease | null>;
  renew(lease: Lease, until: Millis): Promise<Lease>;
  release(lease: Lease): Promise<void>;
  /** Until when somebody holds it, or null. */
  leasedUntil(resource: string, now: Millis): Promise<Millis | null>;

  /** @throws LeaseLost, StaleRevision; nothing is written then. `lease` null only where no key is touched. */
  commit(lease: Lease | null, changes: Change[]): Promise<void>;

  /** HMAC (hex) under a key of the vault: for look-ups of numbers and for replays, useless outside. */
  fingerprint(purpose: FingerprintPurpose, value: string): string;
}
