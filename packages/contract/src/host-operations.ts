import type * as z from 'zod/mini';
import type { OwnCode } from './codes.ts';
import { Disconnected } from './connection.ts';
import * as host from './host.ts';
import { DeliveryList, DeliveryQuery } from './webhooks.ts';

type Schema = z.ZodMiniType;

export interface HostOperation {
  method: 'GET' | 'POST' | 'DELETE';
  /** Fastify's pattern; `:id` is a parameter. */
  path: `/api/v1/${string}`;
  scope: host.HostScope;
  summary: string;
  /** One or two sentences for whoever integrates. */
  detail: string;
  query?: Schema;
  body?: Schema;
  status: 200 | 201 | 202 | 204;
  /** Null: an answer without a body. */
  answer: Schema | null;
  /** Besides `request.key`, `request.scope`, `request.invalid` and what may happen to any request. */
  problems: readonly OwnCode[];
}

/** Everything the host may ask: the routes, the OpenAPI document and the reference are made from this list. */
export const hostOperations = {
  createConnectLink: {
    method: 'POST',
    path: '/api/v1/connect-links',
    scope: 'links',
    summary: 'Make a connect link',
    detail:
      'A single-use address that brings one of your users to the wizard, under the label that they know. Send the user there at once: it lives for `expiresInSeconds` (300; 600 at most).',
    body: host.CreateConnectLink,
    status: 201,
    answer: host.ConnectLink,
    problems: ['link.return_url', 'connection.not_found'],
  },
  redeemCode: {
    method: 'POST',
    path: '/api/v1/completions',
    scope: 'links',
    summary: 'Redeem the one-time code of a return',
    detail:
      'Send the code that came back, with the `userId` of whoever is signed in at your side: a code of somebody else is refused, so that a forwarded link brings nobody into a stranger’s account. Before that no session of a new connection is leased.',
    body: host.RedeemCode,
    status: 200,
    answer: host.Completion,
    problems: ['link.code_invalid'],
  },
  listConnections: {
    method: 'GET',
    path: '/api/v1/connections',
    scope: 'connections:read',
    summary: 'List connections',
    detail: 'In the order of their ids, 50 a page. `nextCursor` is the `cursor` of the next page, null on the last.',
    query: host.HostConnectionQuery,
    status: 200,
    answer: host.HostConnectionList,
    problems: [],
  },
  getConnection: {
    method: 'GET',
    path: '/api/v1/connections/:id',
    scope: 'connections:read',
    summary: 'Read a connection',
    detail: 'Status, account and last check. Nothing secret.',
    status: 200,
    answer: host.HostConnection,
    problems: ['connection.not_found'],
  },
  disconnect: {
    method: 'DELETE',
    path: '/api/v1/connections/:id',
    scope: 'connections:delete',
    summary: 'Disconnect',
    detail:
      'Erases the connection at once, revokes its lease and logs the session out at Telegram; `pending` while Telegram has not confirmed it.',
    status: 200,
    answer: Disconnected,
    problems: ['connection.not_found'],
  },
  eraseUser: {
    method: 'DELETE',
    path: '/api/v1/users/:id',
    scope: 'connections:delete',
    summary: 'Disconnect everything of a user',
    detail: 'For an account closed at your side. Cancels an open attempt and disconnects every connection.',
    status: 200,
    answer: host.UserErased,
    problems: [],
  },
  leaseSession: {
    method: 'POST',
    path: '/api/v1/connections/:id/leases',
    scope: 'sessions',
    summary: 'Lease the session of a connection',
    detail:
      'One holder at a time: two Telegram connections on one key kill it. Drop yours at `expiresAt` minus 10 s; the next lease is granted from `expiresAt` plus 10 s, or as soon as you give it back.',
    body: host.RequestLease,
    status: 201,
    answer: host.SessionLease,
    problems: ['connection.not_found', 'lease.held', 'lease.not_redeemed', 'lease.unusable'],
  },
  renewLease: {
    method: 'POST',
    path: '/api/v1/leases/:id/renew',
    scope: 'sessions',
    summary: 'Renew a lease',
    detail:
      'For as many seconds as it was first asked for, from now. `lease.not_found`: it was given back, revoked or ran out, or the user has reconnected. Drop the connection at once then.',
    status: 200,
    answer: host.RenewedLease,
    problems: ['lease.not_found'],
  },
  releaseLease: {
    method: 'DELETE',
    path: '/api/v1/leases/:id',
    scope: 'sessions',
    summary: 'Give a lease back',
    detail: 'After the Telegram connection is closed. Repeating it is fine.',
    status: 204,
    answer: null,
    problems: ['lease.not_found'],
  },
  reportError: {
    method: 'POST',
    path: '/api/v1/leases/:id/report',
    scope: 'sessions',
    summary: 'Report what Telegram said',
    detail:
      'An error that says the session is over changes the status of the connection at once; any other is only noted.',
    body: host.ReportError,
    status: 204,
    answer: null,
    problems: ['lease.not_found'],
  },
  listDeliveries: {
    method: 'GET',
    path: '/api/v1/deliveries',
    scope: 'deliveries',
    summary: 'List webhook deliveries',
    detail: 'Newest first, 50 a page, kept for 30 days.',
    query: DeliveryQuery,
    status: 200,
    answer: DeliveryList,
    problems: [],
  },
  replayDelivery: {
    method: 'POST',
    path: '/api/v1/deliveries/:id/replay',
    scope: 'deliveries',
    summary: 'Send a webhook again',
    detail: 'With the same id and body, under the secrets of today.',
    status: 202,
    answer: null,
    problems: ['request.not_found'],
  },
} as const satisfies Record<string, HostOperation>;

export type HostOperationId = keyof typeof hostOperations;
