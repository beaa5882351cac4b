import type {
  CheckOutcome,
  ConnectionStatus,
  Delivery,
  Locale,
  MessageCode,
  Role,
  StatusReason,
  Step,
} from '@botize/contract';
import type { AuditEntry, RetiredKey, Standing } from '@botize/login';
import type { Generated, Kysely } from 'kysely';
import type { HostTables } from './schema-host.ts';
import type { SupportTables } from './schema-support.ts';

/** Times are epoch milliseconds. `envelope` is the only column with secrets; `key_id` says which key it needs. */
interface Sealed {
  envelope: Buffer;
  key_id: string;
}

interface Consent {
  consent_version: string;
  consent_locale: Locale | null;
  consent_at: number;
}

export interface AttemptRow extends Sealed, Consent {
  id: string;
  user_id: string;
  reference: string;
  revision: number;
  event_id: number;
  step: Step;
  created_at: number;
  expires_at: number;
  ended_at: number | null;
  connection_id: string | null;
  link_id: string | null;
  intent_command: string | null;
  intent_at: number | null;
  intent_fingerprint: string | null;
  /** What staff may see of the state, beside the envelope that holds all of it. Of a failed one, why. */
  issue_code: MessageCode | null;
  issue_retry_at: number | null;
  phone_masked: string | null;
  /** Keyed hash of the number in use, or of the last one. */
  phone_fingerprint: string | null;
  delivery: Delivery['type'] | null;
  resend_at: number | null;
  tries_left: number | null;
  has_qr: number;
  standing: Standing;
  state_since: number;
}

export interface AttemptEventRow {
  id: Generated<number>;
  attempt_id: string;
  at: number;
  step: Step;
  code: MessageCode | null;
  retry_at: number | null;
  delivery: Delivery['type'] | null;
  resend_at: number | null;
  tries_left: number | null;
}

export interface ConnectionRow extends Sealed, Consent {
  id: string;
  user_id: string;
  reference: string;
  status: ConnectionStatus;
  reason: StatusReason | null;
  account_id: string;
  account_name: string;
  account_username: string | null;
  phone_masked: string;
  phone_fingerprint: string | null;
  connected_at: number;
  last_check_at: number | null;
  last_check_outcome: CheckOutcome | null;
  device_name: string;
  generation: number;
  /** When the host redeemed the code of its first connecting; until then no session is leased. */
  redeemed_at: Generated<number | null>;
  /** When status or reason became what they are, or it was connected anew. */
  status_since: number;
  username_key: string | null;
}

export interface RetiredKeyRow extends Sealed {
  id: string;
  user_id: string;
  reason: RetiredKey['reason'];
  not_before: number;
  attempts: number;
  give_up_at: number;
}

export interface LeaseRow {
  resource: string;
  fence: number;
  expires_at: number;
}

export interface AuditRow {
  user_id: string;
  position: number;
  at: number;
  actor_kind: AuditEntry['actor']['kind'];
  actor_id: string;
  action: AuditEntry['action'];
  attempt_id: string | null;
  connection_id: string | null;
  detail: string | null;
  mac: Buffer;
}

/** The end of a user's chain; `seal` says that it was we who put it there. */
export interface AuditHeadRow {
  user_id: string;
  position: number;
  mac: Buffer;
  seal: Buffer;
}

export interface BrowserSessionRow {
  fingerprint: string;
  user_id: string;
  role: Role;
  label: string;
  connection_id: string | null;
  return_url: string | null;
  locale: Locale | null;
  link_id: string | null;
  embed_origin: string | null;
  /** Of staff: whose page the host sent them to. */
  subject_id: string | null;
  created_at: number;
  expires_at: number;
}

export interface Schema extends HostTables, SupportTables {
  attempts: AttemptRow;
  attempt_events: AttemptEventRow;
  connections: ConnectionRow;
  retired_keys: RetiredKeyRow;
  leases: LeaseRow;
  audit: AuditRow;
  audit_heads: AuditHeadRow;
  limit_uses: { id: Generated<number>; bucket: string; at: number; forget_at: number };
  limit_blocks: { bucket: string; until: number };
  window_counts: { bucket: string; uses: number; ends_at: number };
  browser_sessions: BrowserSessionRow;
  counters: { name: string; value: number };
  key_checks: { key_id: string; check_value: string };
  schema_versions: { version: number; applied_at: number };
}

/** The database, or a transaction on it. */
export type Db = Kysely<Schema>;
