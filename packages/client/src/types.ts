/** Times are ISO 8601 in UTC. What is marked SECRET must not reach a log, a page or a queue. */

export interface ConnectLinkRequest {
  /** Your own id of the user. */
  userId: string;
  /** Under which name the user knows their account at your side; shown on every page of the wizard. */
  userLabel: string;
  /** Asks for a reconnect of this connection. */
  connectionId?: string;
  /** Where the user comes back to; its origin must be in RETURN_ORIGINS. */
  returnUrl?: string;
  locale?: 'en' | 'es' | 'ar';
  role?: 'user' | 'support';
  staff?: { id: string; name: string };
  /** 30 to 600; 300 if not given. */
  expiresInSeconds?: number;
}

/** `url` is SECRET until it is opened, and works once. */
export interface ConnectLink {
  id: string;
  url: string;
  expiresAt: string;
}

/** What a redeemed code stands for. */
export interface Completion {
  userId: string;
  connectionId: string;
  outcome: 'created' | 'reconnected';
}

export type ConnectionStatus = 'connected' | 'needs_reconnect' | 'suspended';
export type StatusReason = 'revoked' | 'expired' | 'duplicated' | 'frozen' | 'deactivated' | 'banned';

export interface Connection {
  id: string;
  userId: string;
  /** Whether sessions may be leased: the code of its first return was redeemed. */
  redeemed: boolean;
  /** What a person reads out to support. */
  reference: string;
  status: ConnectionStatus;
  reason: StatusReason | null;
  nextAction: 'reconnect' | 'appeal_in_telegram' | 'confirm_login' | null;
  account: { id: string; name: string; username: string | null; phoneMasked: string };
  connectedAt: string;
  lastCheck: { at: string; outcome: 'ok' | 'unreachable' | StatusReason } | null;
  deviceName: string;
  generation: number;
  leasedUntil: string | null;
}

export interface ConnectionQuery {
  userId?: string;
  status?: ConnectionStatus;
  cursor?: string;
}

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** `session` (GramJS's StringSession text) and `apiHash` are SECRET: together they are the account. */
export interface SessionLease {
  id: string;
  /** Grows with every lease: give it along with what you write, and refuse what comes with a lower one. */
  fence: number;
  expiresAt: string;
  session: string;
  apiId: number;
  apiHash: string;
  dcId: number;
}

export interface RenewedLease {
  id: string;
  fence: number;
  expiresAt: string;
}

export interface LeaseRequest {
  /** Names the worker, for people who read the audit. */
  holder: string;
  /** 30 to 3600. */
  seconds: number;
}

export type WebhookType =
  | 'connection.connected'
  | 'connection.reconnected'
  | 'connection.recovered'
  | 'connection.needs_reconnect'
  | 'connection.suspended'
  | 'connection.disconnected'
  | 'attempt.failed'
  /** Staff ask you to send the user in again: make a connect link and hand it to them. */
  | 'support.link_requested';

export interface WebhookEvent {
  type: WebhookType;
  timestamp: string;
  data: {
    userId: string;
    connectionId: string | null;
    attemptId: string | null;
    reference: string | null;
    status: ConnectionStatus | null;
    reason: string | null;
    generation: number | null;
  };
}

export interface Delivery {
  /** The `webhook-id` of every try. */
  id: string;
  type: WebhookType;
  userId: string;
  connectionId: string | null;
  createdAt: string;
  status: 'pending' | 'delivered' | 'given_up';
  attempts: number;
  nextAttemptAt: string | null;
  lastAttempt: { at: string; status: number | null; error: string | null } | null;
}
