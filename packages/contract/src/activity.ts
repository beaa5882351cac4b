import * as z from 'zod/mini';
import { CheckOutcome } from './connection.ts';
import { ConnectionId, Timestamp } from './primitives.ts';

/** What the owner of a connection is told about; each language has a sentence for each. */
export const ActivityAction = z.enum([
  'attempt.started',
  'attempt.failed',
  'attempt.cancelled',
  'attempt.expired',
  'connection.connected',
  'connection.reconnected',
  'connection.redeemed',
  'connection.checked',
  'connection.recovered',
  'connection.needs_reconnect',
  'connection.suspended',
  'connection.disconnected',
  'link.created',
  'session.leased',
  'session.returned',
  'session.error_reported',
  'session.logged_out',
  'session.abandoned',
  'support.looked',
  'support.asked_check',
  'support.sent_link',
  'support.ended_attempt',
  'support.cleared_limit',
  'user.erased',
]);
export type ActivityAction = z.infer<typeof ActivityAction>;

/**
 * Every action that the audit may hold. Those of an attempt's single commands say nothing to its owner that the page
 * did not say already; those of `staff.` and `secret.` are for staff and operators.
 */
export type AuditAction = ActivityAction | `attempt.${string}` | `staff.${string}` | `secret.${string}`;

export const isActivityAction = (action: string): action is ActivityAction =>
  ActivityAction.options.some((one) => one === action);

/** One thing that happened to a connection. Who did it only by kind: of staff the owner learns that they looked. */
export const ActivityEntry = z.object({
  at: Timestamp,
  action: ActivityAction,
  actor: z.enum(['user', 'support', 'host', 'system']),
  /** Null where it was about no connection, or is about one that is gone. */
  connectionId: z.nullable(ConnectionId),
  /** What a check found, or why the status is what it is. */
  outcome: z.nullable(CheckOutcome),
  /** Why a member of staff did it, in their words; plain text. */
  why: z.optional(z.nullable(z.string())),
});
export type ActivityEntry = z.infer<typeof ActivityEntry>;

/** Newest first. */
export const ActivityList = z.object({ items: z.array(ActivityEntry), nextCursor: z.nullable(z.string()) });
export type ActivityList = z.infer<typeof ActivityList>;
