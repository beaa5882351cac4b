import * as z from 'zod/mini';
import { Connection, ConnectionStatus } from './connection.ts';
import { AttemptId, ConnectionId, Locale, Timestamp } from './primitives.ts';
import { Label, Role, UserId } from './session.ts';

/** What a key of the host may do; a key has one or more of them. `sessions` gives out Telegram sessions. */
export const HostScope = z.enum(['links', 'connections:read', 'connections:delete', 'sessions', 'deliveries']);
export type HostScope = z.infer<typeof HostScope>;

export const LinkId = z.string().check(z.regex(/^lnk_[A-Za-z0-9_-]{22,64}$/));
export const LeaseId = z.string().check(z.regex(/^lse_[A-Za-z0-9_-]{22,64}$/));
export const EventId = z.string().check(z.regex(/^evt_[A-Za-z0-9_-]{22,64}$/));

/** Body of `POST /api/v1/connect-links`. `connectionId` asks for a reconnect; `staff` belongs to `role: support`. */
export const CreateConnectLink = z.strictObject({
  userId: UserId,
  userLabel: Label,
  connectionId: z.optional(ConnectionId),
  returnUrl: z.optional(z.string().check(z.minLength(8), z.maxLength(2000))),
  locale: z.optional(Locale),
  role: z.optional(Role),
  staff: z.optional(z.strictObject({ id: UserId, name: Label })),
  expiresInSeconds: z.optional(z.int().check(z.minimum(30), z.maximum(600))),
});
export type CreateConnectLink = z.infer<typeof CreateConnectLink>;

/** `url` is secret until it is opened: it works once, for whoever opens it. */
export const ConnectLink = z.object({ id: LinkId, url: z.string(), expiresAt: Timestamp });
export type ConnectLink = z.infer<typeof ConnectLink>;

/** How a visit ended, as the return to the host tells it. */
export const ReturnOutcome = z.enum(['created', 'reconnected', 'cancelled', 'failed', 'expired']);
export type ReturnOutcome = z.infer<typeof ReturnOutcome>;

/** Body of `POST /api/session/return`: which attempt the visit was about, if there was one. */
export const LeaveVisit = z.strictObject({ attemptId: z.optional(AttemptId) });
export type LeaveVisit = z.infer<typeof LeaveVisit>;

/** `code` is secret and works once. `url`: the return address with both in its query, null without one. */
export const VisitReturn = z.object({
  outcome: ReturnOutcome,
  code: z.nullable(z.string()),
  connectionId: z.nullable(ConnectionId),
  url: z.nullable(z.string()),
});
export type VisitReturn = z.infer<typeof VisitReturn>;

/** `userId`: who is signed in at the host. With it, a code of anybody else's is refused, used up and redeems nothing. */
export const RedeemCode = z.strictObject({
  code: z.string().check(z.minLength(16), z.maxLength(128)),
  userId: z.optional(UserId),
});
export type RedeemCode = z.infer<typeof RedeemCode>;

/** Whose connection it is. Where the request did not say who is signed in at the host, compare it yourself. */
export const Completion = z.object({
  userId: z.string(),
  connectionId: ConnectionId,
  outcome: z.enum(['created', 'reconnected']),
});
export type Completion = z.infer<typeof Completion>;

/** A connection as the host sees it. `redeemed`: its code came back, so sessions may be leased. */
export const HostConnection = z.extend(Connection, { userId: z.string(), redeemed: z.boolean() });
export type HostConnection = z.infer<typeof HostConnection>;

const Cursor = z.string().check(z.minLength(1), z.maxLength(256));
export const HostConnectionQuery = z.strictObject({
  userId: z.optional(UserId),
  status: z.optional(ConnectionStatus),
  cursor: z.optional(Cursor),
});
export const HostConnectionList = z.object({ items: z.array(HostConnection), nextCursor: z.nullable(z.string()) });
export type HostConnectionList = z.infer<typeof HostConnectionList>;

/** How many connections of the user were erased, and for how many Telegram has not confirmed the log-out yet. */
export const UserErased = z.object({ disconnected: z.int(), pending: z.int() });
export type UserErased = z.infer<typeof UserErased>;

/** `holder` names the worker for people who read the audit. */
export const RequestLease = z.strictObject({
  holder: z.string().check(z.minLength(1), z.maxLength(128)),
  seconds: z.int().check(z.minimum(30), z.maximum(3600)),
});
export type RequestLease = z.infer<typeof RequestLease>;

/**
 * SECRET: `session` (GramJS's StringSession text) and `apiHash` are the account. Drop the Telegram connection at
 * `expiresAt` minus 10 s: the next lease is granted from `expiresAt` plus 10 s. `fence` grows with every lease.
 */
export const SessionLease = z.object({
  id: LeaseId,
  fence: z.int(),
  expiresAt: Timestamp,
  session: z.string(),
  apiId: z.int(),
  apiHash: z.string(),
  dcId: z.int(),
});
export type SessionLease = z.infer<typeof SessionLease>;

export const RenewedLease = z.object({ id: LeaseId, fence: z.int(), expiresAt: Timestamp });
export type RenewedLease = z.infer<typeof RenewedLease>;

/** What Telegram said to the holder, as on the wire, e.g. `AUTH_KEY_UNREGISTERED`. */
export const ReportError = z.strictObject({ error: z.string().check(z.regex(/^-?[A-Z0-9_]{1,64}$/)) });
export type ReportError = z.infer<typeof ReportError>;
