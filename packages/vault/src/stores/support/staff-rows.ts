import type { StaffAttempt, StaffConnection } from '@botize/login';
import type { AttemptRow } from '../../schema.ts';
import { connectionRecord, type PublicConnectionRow } from '../connection-rows.ts';
import { publicColumns } from '../connections.ts';

/** Of an attempt all but the envelope and what belongs to it. */
export const attemptColumns = [
  'id',
  'user_id',
  'reference',
  'revision',
  'step',
  'standing',
  'issue_code',
  'issue_retry_at',
  'created_at',
  'expires_at',
  'ended_at',
  'connection_id',
  'phone_masked',
  'delivery',
  'resend_at',
  'tries_left',
  'has_qr',
  'state_since',
] as const;

export const connectionColumns = [...publicColumns, 'redeemed_at', 'status_since'] as const;

export const toStaffAttempt = (row: Pick<AttemptRow, (typeof attemptColumns)[number]>): StaffAttempt => ({
  id: row.id,
  userId: row.user_id,
  reference: row.reference,
  revision: row.revision,
  step: row.step,
  standing: row.standing,
  code: row.issue_code,
  retryAt: row.issue_retry_at,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  endedAt: row.ended_at,
  connectionId: row.connection_id,
  phoneMasked: row.phone_masked,
  delivery: row.delivery,
  resendAt: row.resend_at,
  triesLeft: row.tries_left,
  hasQr: row.has_qr === 1,
  since: row.state_since,
});

export const toStaffConnection = (
  row: PublicConnectionRow & { redeemed_at: number | null; status_since: number },
): StaffConnection => ({
  ...connectionRecord(row),
  redeemed: row.redeemed_at !== null,
  since: row.status_since,
});
