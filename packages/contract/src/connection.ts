import * as z from 'zod/mini';
import { Account } from './account.ts';
import { ConnectionId, Reference, Timestamp } from './primitives.ts';

export const ConnectionStatus = z.enum(['connected', 'needs_reconnect', 'suspended']);
export type ConnectionStatus = z.infer<typeof ConnectionStatus>;

/** Why a connection is not `connected`: the first three can be mended by reconnecting. */
export const StatusReason = z.enum(['revoked', 'expired', 'duplicated', 'frozen', 'deactivated', 'banned']);
export type StatusReason = z.infer<typeof StatusReason>;

/** `unreachable` says that Telegram could not be asked; it never changes the status. */
export const CheckOutcome = z.enum(['ok', 'unreachable', ...StatusReason.options]);
export type CheckOutcome = z.infer<typeof CheckOutcome>;

export const Connection = z.object({
  id: ConnectionId,
  reference: Reference,
  status: ConnectionStatus,
  reason: z.nullable(StatusReason),
  nextAction: z.nullable(z.enum(['reconnect', 'appeal_in_telegram', 'confirm_login'])),
  account: Account,
  connectedAt: Timestamp,
  lastCheck: z.nullable(z.object({ at: Timestamp, outcome: CheckOutcome })),
  deviceName: z.string(),
  generation: z.int(),
  leasedUntil: z.nullable(Timestamp),
});
/** The durable result of a sign-in, without anything secret. */
export type Connection = z.infer<typeof Connection>;

export const ConnectionList = z.object({
  items: z.array(Connection),
  nextCursor: z.nullable(z.string()),
  /** Sessions of connections that are gone here, whose log-out Telegram has not confirmed yet. */
  logoutsPending: z.optional(z.int()),
});
export type ConnectionList = z.infer<typeof ConnectionList>;

/** Answer of a disconnect: `pending` while Telegram has not confirmed the log-out yet. */
export const Disconnected = z.object({ remoteLogout: z.enum(['confirmed', 'pending']) });
export type Disconnected = z.infer<typeof Disconnected>;
