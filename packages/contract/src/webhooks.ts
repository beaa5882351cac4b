import * as z from 'zod/mini';
import { ConnectionStatus } from './connection.ts';
import { AttemptId, ConnectionId, Reference, Timestamp } from './primitives.ts';
import { EventId } from './host.ts';

/** What the host is told of. */
export const WebhookType = z.enum([
  'connection.connected',
  'connection.reconnected',
  'connection.recovered',
  'connection.needs_reconnect',
  'connection.suspended',
  'connection.disconnected',
  'attempt.failed',
  /** Staff ask the host to send the user in again: make a connect link and hand it to them. */
  'support.link_requested',
]);
export type WebhookType = z.infer<typeof WebhookType>;

/** Body of a webhook. Holds no name, number or secret: ask for the connection if you need more. */
export const WebhookEvent = z.object({
  type: WebhookType,
  timestamp: Timestamp,
  data: z.object({
    userId: z.string(),
    connectionId: z.nullable(ConnectionId),
    attemptId: z.nullable(AttemptId),
    reference: z.nullable(Reference),
    status: z.nullable(ConnectionStatus),
    /** Why the status is what it is; of a failed attempt, the code of its failure. */
    reason: z.nullable(z.string()),
    generation: z.nullable(z.int()),
  }),
});
export type WebhookEvent = z.infer<typeof WebhookEvent>;

/** A line of the delivery log. `id` is the `webhook-id` of every try, replays included. */
export const WebhookDelivery = z.object({
  id: EventId,
  type: WebhookType,
  userId: z.string(),
  connectionId: z.nullable(ConnectionId),
  createdAt: Timestamp,
  status: z.enum(['pending', 'delivered', 'given_up']),
  attempts: z.int(),
  nextAttemptAt: z.nullable(Timestamp),
  lastAttempt: z.nullable(z.object({ at: Timestamp, status: z.nullable(z.int()), error: z.nullable(z.string()) })),
});
export type WebhookDelivery = z.infer<typeof WebhookDelivery>;

export const DeliveryQuery = z.strictObject({
  connectionId: z.optional(ConnectionId),
  cursor: z.optional(z.string().check(z.minLength(1), z.maxLength(256))),
});
export const DeliveryList = z.object({ items: z.array(WebhookDelivery), nextCursor: z.nullable(z.string()) });
export type DeliveryList = z.infer<typeof DeliveryList>;
