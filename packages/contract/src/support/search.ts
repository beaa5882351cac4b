import * as z from 'zod/mini';
import type { Step } from '../attempt.ts';
import { MessageCode } from '../codes.ts';
import { ConnectionStatus, StatusReason } from '../connection.ts';
import { diagnosisIds, nextActions } from './diagnosis-ids.ts';
import { ConnectionId, Reference, Timestamp } from '../primitives.ts';

/*
 * What staff see and do. Nothing here can hold a code, a password, a hash, a full number or a session: numbers are
 * masked, and a number searched for is turned into a keyed hash before anything is done with it.
 */

export const Diagnosis = z.object({
  id: z.enum(diagnosisIds),
  next: z.enum(nextActions),
  /** The code that led here, if one did. */
  code: z.nullable(MessageCode),
  /** Until when there is nothing to do but wait. */
  until: z.nullable(Timestamp),
});
export type Diagnosis = z.infer<typeof Diagnosis>;

const steps = [
  'phone',
  'code',
  'email',
  'password',
  'confirm_account',
  'connected',
  'failed',
  'cancelled',
  'expired',
] as const satisfies Step[];
/** `credentials`: refused before there was an attempt. */
export const SupportStep = z.enum(['credentials', ...steps]);
export type SupportStep = z.infer<typeof SupportStep>;

/**
 * Which rows the list shows. `need_help`: trying now and in trouble, failed or refused with nothing after it, or a
 * connection that is not well.
 */
export const SupportView = z.enum(['need_help', 'trying', 'needs_reconnect', 'suspended', 'connected', 'all']);
export type SupportView = z.infer<typeof SupportView>;

/** How long ago the last change of a row may be at most. */
export const SupportAge = z.enum(['hour', 'day', 'three_days', 'month', 'any']);
export type SupportAge = z.infer<typeof SupportAge>;

const Cursor = z.string().check(z.minLength(1), z.maxLength(512));

/**
 * Body of `POST /api/support/searches`: posted, because `q` may be a phone number and no address may hold one. `q`: a
 * user id, label, connection id, reference, request id, `@username`, phone number in any form, or the `view` of an
 * earlier answer. Empty or absent: everybody, by the filters.
 */
export const SupportSearch = z.strictObject({
  q: z.optional(z.string().check(z.maxLength(400))),
  view: z.optional(SupportView),
  reason: z.optional(StatusReason),
  step: z.optional(SupportStep),
  age: z.optional(SupportAge),
  cursor: z.optional(Cursor),
});
export type SupportSearch = z.infer<typeof SupportSearch>;

/** What a search was understood as. */
export const SearchKind = z.enum([
  'everybody',
  'user',
  'label',
  'connection',
  'reference',
  'request',
  'username',
  'phone',
]);
export type SearchKind = z.infer<typeof SearchKind>;

/**
 * One line of the list: a sign-in, a start that was refused, or a connection. A sign-in without a step stands for
 * somebody who is known and has neither.
 */
export const SupportRow = z.object({
  kind: z.enum(['attempt', 'refused_start', 'connection']),
  userId: z.string(),
  label: z.nullable(z.string()),
  reference: z.nullable(Reference),
  connectionId: z.nullable(ConnectionId),
  account: z.nullable(z.object({ name: z.string(), username: z.nullable(z.string()) })),
  phoneMasked: z.nullable(z.string()),
  /** Of a sign-in; null of a connection. */
  step: z.nullable(SupportStep),
  /** Of a connection; null of a sign-in. */
  status: z.nullable(ConnectionStatus),
  reason: z.nullable(StatusReason),
  diagnosis: Diagnosis,
  since: Timestamp,
});
export type SupportRow = z.infer<typeof SupportRow>;

/** `q`: what the page may keep in its address for the same search; of a phone number its keyed hash. */
export const SupportList = z.object({
  kind: SearchKind,
  q: z.string(),
  items: z.array(SupportRow),
  nextCursor: z.nullable(z.string()),
  /** Rows of each view over everybody, kept up to date by the store rather than counted. */
  counts: z.record(SupportView, z.int()),
});
export type SupportList = z.infer<typeof SupportList>;
