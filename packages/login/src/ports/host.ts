import type {
  ConnectionStatus,
  HostScope,
  Locale,
  ReturnOutcome,
  Role,
  WebhookDelivery,
  WebhookType,
} from '@botize/contract';
import type { AuditEntry, ConnectionRecord, Lease, Millis } from './vault.ts';

/** A key of the host platform. The key itself is SECRET and only its keyed hash is stored. */
export interface HostKey {
  id: string;
  name: string;
  scopes: HostScope[];
}

export interface HostKeyRecord extends HostKey {
  createdAt: Millis;
  revokedAt: Millis | null;
}

/** What a connect link was made for. */
export interface ConnectLinkRecord {
  id: string;
  userId: string;
  userLabel: string;
  role: Role;
  staff: { id: string; name: string } | null;
  connectionId: string | null;
  returnUrl: string | null;
  locale: Locale | null;
  createdAt: Millis;
  expiresAt: Millis;
}

/** Who opens a link, and when. */
export interface LinkOpening {
  now: Millis;
  /** SECRET. What only the browser knows that opens it; null where it doesn't say. */
  nonce: string | null;
  /** For how long after its first opening the same nonce opens it once more. */
  againMs: Millis;
}

export type OpenedLink = { kind: 'opened'; link: ConnectLinkRecord } | { kind: 'used' } | { kind: 'expired' };

/** What a one-time code stands for. */
export interface CompletionRecord {
  userId: string;
  connectionId: string;
  outcome: Extract<ReturnOutcome, 'created' | 'reconnected'>;
  createdAt: Millis;
  expiresAt: Millis;
}

/** A session in the host's hands. Its lease on the connection lasts until `expiresAt` plus the gap after it. */
export interface HostLeaseRecord {
  id: string;
  connectionId: string;
  userId: string;
  keyId: string;
  holder: string;
  fence: number;
  /** Of the connection whose session was given out. */
  generation: number;
  seconds: number;
  createdAt: Millis;
  expiresAt: Millis;
}

export interface ConnectionFilter {
  userId?: string | undefined;
  status?: ConnectionStatus | undefined;
  /** The id after which the page begins. */
  after: string | null;
  limit: number;
}

/** An event for the host as it was written down; `body` is what is sent, byte for byte, each time. */
export interface OutboxEvent {
  id: string;
  type: WebhookType;
  body: string;
  attempts: number;
  createdAt: Millis;
}

export type DeliveryResult = {
  at: Millis;
  /** The answer's status, or null where none came. */
  status: number | null;
  error: string | null;
} & ({ next: 'done' | 'give_up' } | { next: 'again'; notBefore: Millis });

export interface DeliveryFilter {
  connectionId?: string | undefined;
  before: number | null;
  limit: number;
}

/** `userId`: who has to be the owner of what the code stands for; null where the host compares by itself. */
export interface Redeemer {
  userId: string | null;
  now: Millis;
  actor: AuditEntry['actor'];
}

/** What the host platform leaves with us. Ids and times come from the caller; secrets are stored as keyed hashes. */
export interface HostStore {
  /** Null for an unknown key and for a revoked one. */
  keyOf(key: string): Promise<HostKey | null>;
  addKey(record: HostKey & { createdAt: Millis }, key: string): Promise<void>;
  keys(): Promise<HostKeyRecord[]>;
  /** False if there is no such key, or it is revoked already. */
  revokeKey(id: string, at: Millis): Promise<boolean>;

  addLink(link: ConnectLinkRecord, token: string): Promise<void>;
  /**
   * Uses it up: of many at once one gets the link. Whoever comes again with the nonce of the first opening lost its
   * answer: they get the link once more, and every browser session that it led to before is deleted.
   */
  openLink(token: string, opening: LinkOpening): Promise<OpenedLink>;

  addCompletion(completion: CompletionRecord, code: string): Promise<void>;
  /**
   * Uses the code up, marks its connection as redeemed and writes the audit: together. Null if it is no good, and
   * where it is the code of another user than the one named.
   */
  redeem(code: string, by: Redeemer): Promise<CompletionRecord | null>;
  isRedeemed(connectionId: string): Promise<boolean>;

  connectionsOfAll(filter: ConnectionFilter): Promise<(ConnectionRecord & { redeemed: boolean })[]>;
  connectionOfAnybody(id: string): Promise<(ConnectionRecord & { redeemed: boolean }) | null>;

  /** Null once it was given back or revoked. */
  lease(id: string): Promise<HostLeaseRecord | null>;
  /** The one on this connection that has not ended, whether it has run out or not. */
  leaseOn(connectionId: string): Promise<HostLeaseRecord | null>;
  /** Both the host's lease and the one on the connection. @throws LeaseLost if the fence is not the highest any more */
  renewLease(record: HostLeaseRecord, until: { expiresAt: Millis; gapEndsAt: Millis }): Promise<void>;
  /** Ends the host's lease, frees the connection and writes the audit: together. */
  endLease(record: HostLeaseRecord, held: Lease, audit: AuditEntry): Promise<void>;

  /** Events that are due; each is nobody else's until `claimedUntil`. */
  claimEvents(now: Millis, claimedUntil: Millis, limit: number): Promise<OutboxEvent[]>;
  noteDelivery(id: string, result: DeliveryResult): Promise<void>;
  deliveries(filter: DeliveryFilter): Promise<{ items: WebhookDelivery[]; next: number | null }>;
  /** False if there is no such delivery. */
  replay(id: string, now: Millis): Promise<boolean>;

  /** Removes links, codes, ended leases and events that have been of no use since then. */
  forgetBefore(moment: Millis): Promise<void>;
}

/** How one try to tell the host went. `status` is null where no answer came; `error` says why, in a word. */
export interface Sent {
  status: number | null;
  error: string | null;
}

/** Signs and sends one event. Never rejects. */
export type SendWebhook = (event: Pick<OutboxEvent, 'id' | 'body'>) => Promise<Sent>;
