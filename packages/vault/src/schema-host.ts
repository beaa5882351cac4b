import type { ConnectLinkRecord, CompletionRecord } from '@botize/login';
import type { Locale, Role, WebhookDelivery, WebhookType } from '@botize/contract';
import type { Generated } from 'kysely';

/** `fingerprint` is the keyed hash of a secret that we don't keep. `scopes` is a JSON list. */
export interface HostKeyRow {
  id: string;
  fingerprint: string;
  name: string;
  scopes: string;
  created_at: number;
  revoked_at: number | null;
}

export interface ConnectLinkRow {
  id: string;
  fingerprint: string;
  user_id: string;
  user_label: string;
  role: Role;
  staff_id: string | null;
  staff_name: string | null;
  connection_id: string | null;
  return_url: ConnectLinkRecord['returnUrl'];
  locale: Locale | null;
  created_at: number;
  expires_at: number;
  used_at: number | null;
  /** Keyed hash of what the browser said that has opened it. */
  nonce_fingerprint: string | null;
}

export interface CompletionRow {
  fingerprint: string;
  user_id: string;
  connection_id: string;
  outcome: CompletionRecord['outcome'];
  created_at: number;
  expires_at: number;
  redeemed_at: number | null;
}

export interface HostLeaseRow {
  id: string;
  connection_id: string;
  user_id: string;
  host_key_id: string;
  holder: string;
  fence: number;
  generation: number;
  seconds: number;
  created_at: number;
  expires_at: number;
  ended_at: number | null;
}

export interface OutboxRow {
  position: Generated<number>;
  id: string;
  type: WebhookType;
  user_id: string;
  connection_id: string | null;
  body: string;
  created_at: number;
  status: WebhookDelivery['status'];
  attempts: number;
  next_at: number | null;
  last_at: number | null;
  last_status: number | null;
  last_error: string | null;
}

export interface HostTables {
  host_keys: HostKeyRow;
  connect_links: ConnectLinkRow;
  completions: CompletionRow;
  host_leases: HostLeaseRow;
  outbox: OutboxRow;
}
