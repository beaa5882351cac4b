import { origin, startBody } from './fixtures.ts';
import type { Ownership } from './two-users.ts';
import { objects } from './two-users.ts';

type Kind = Exclude<keyof (typeof objects)['own'], 'code'>;

/** What a route answers to those who may ask. Who may not is told by the route table. */
export interface RouteCase {
  /** For what is one's own, or where nothing is owned. */
  own: number;
  /** What `:id` names. A foreign one answers as an absent one does. */
  id?: Kind | 'user';
  /** For what doesn't exist; 404 unless said otherwise. */
  absent?: number;
  body?: (of: Ownership) => object;
  /** The body names something that is owned. */
  bodyOwned?: true;
  query?: string;
}

const start = (of: Ownership) => ({ ...startBody, connectionId: objects[of].connection });

const reason = 'They have asked for help';

/** One for each row of the route table, by `METHOD url`. */
export const routeCases: Record<string, RouteCase> = {
  'GET /api/meta': { own: 200 },
  'POST /api/session': { own: 200, body: () => ({ dev: { userId: 'u1' } }) },
  'GET /api/session': { own: 200 },
  'DELETE /api/session': { own: 204 },
  'POST /api/session/return': { own: 200, body: (of) => ({ attemptId: objects[of].attempt }), bodyOwned: true },
  'POST /api/attempts': { own: 409, body: start, bodyOwned: true },
  'GET /api/attempts/current': { own: 200 },
  'POST /api/attempts/:id/commands': { own: 409, id: 'attempt', body: () => ({ revision: 0, type: 'show_qr' }) },
  'DELETE /api/attempts/:id': { own: 204, id: 'attempt' },
  'GET /api/attempts/:id/events': { own: 200, id: 'attempt' },
  'GET /api/connections': { own: 200 },
  'GET /api/connections/:id': { own: 200, id: 'connection' },
  'POST /api/connections/:id/check': { own: 200, id: 'connection' },
  'DELETE /api/connections/:id': { own: 200, id: 'connection' },
  'GET /api/connections/:id/activity': { own: 200, id: 'connection' },
  'GET /api/activity': { own: 200 },
  'DELETE /api/users/me': { own: 200 },
  'POST /api/support/searches': { own: 200, body: () => ({ q: 'u1' }) },
  'GET /api/support/users/:id': { own: 200, id: 'user' },
  'GET /api/support/users/:id/events': { own: 200, id: 'user' },
  'POST /api/support/users/:id/links': { own: 201, id: 'user', body: () => ({ reason }) },
  'POST /api/support/users/:id/limits/clear': {
    own: 204,
    id: 'user',
    body: () => ({ reason, limit: 'codes_for_user' }),
  },
  'POST /api/support/connections/:id/checks': { own: 200, id: 'connection', body: () => ({ reason }) },
  'POST /api/support/attempts/:id/end': { own: 204, id: 'attempt', body: () => ({ reason }) },
  'GET /api/support/events': { own: 200 },
  'GET /api/support/overview': { own: 200 },
  'GET /api/support/looks': { own: 200 },
  'POST /api/v1/connect-links': {
    own: 201,
    body: () => ({ userId: 'u1', userLabel: 'Ana' }),
  },
  'POST /api/v1/completions': { own: 200, absent: 410, body: (of) => ({ code: objects[of].code }), bodyOwned: true },
  'GET /api/v1/connections': { own: 200 },
  'GET /api/v1/connections/:id': { own: 200, id: 'connection' },
  'DELETE /api/v1/connections/:id': { own: 200, id: 'connection' },
  'DELETE /api/v1/users/:id': { own: 200, id: 'user', absent: 200 },
  'POST /api/v1/connections/:id/leases': { own: 409, id: 'connection', body: () => ({ holder: 'w1', seconds: 60 }) },
  'POST /api/v1/leases/:id/renew': { own: 404, id: 'lease' },
  'DELETE /api/v1/leases/:id': { own: 204, id: 'lease', absent: 204 },
  'POST /api/v1/leases/:id/report': { own: 404, id: 'lease', body: () => ({ error: 'AUTH_KEY_UNREGISTERED' }) },
  'GET /api/v1/deliveries': { own: 200 },
  'POST /api/v1/deliveries/:id/replay': { own: 404, id: 'delivery' },
  'GET /api/v1/openapi.json': { own: 200 },
  'GET /docs': { own: 200 },
  'GET /docs/reference.css': { own: 200 },
  'GET /healthz': { own: 200 },
  'GET /readyz': { own: 200 },
  'GET /metrics': { own: 200 },
  'GET /*': { own: 200 },
};

const users: Record<Ownership, string> = { own: 'u1', foreign: 'u2', absent: 'nobody' };

/** The request that a row's case describes, about something of the given ownership. */
export const requestOf = (row: { method: string; url: string }, { id, body, query }: RouteCase, of: Ownership) => {
  const named = id === undefined ? '' : id === 'user' ? users[of] : objects[of][id];
  const payload = body?.(of);
  return {
    method: row.method as 'GET',
    url: row.url.replace(':id', named).replace('/*', '/connect') + (query ?? ''),
    headers: { origin, ...(payload === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(payload === undefined ? {} : { payload: JSON.stringify(payload) }),
  };
};
