import type { HostOperationId, HostScope } from '@botize/contract';
import { hostOperations } from '@botize/contract';

/**
 * Who may call a route: anybody at all, whoever is signed in, a user (for what is theirs; staff have ids of their own,
 * which may be those of users), a member of staff, operators (http/operator.ts), or the host platform with a key that has
 * the scope.
 */
export type Who = { who: 'anyone' | 'signed_in' | 'user' | 'support' | 'operator' } | { who: 'host'; scope: HostScope };

/** Which limit by address a route counts against, besides the one of all of `/api`. */
export type Budget = 'sign_in' | 'start';

export type RouteRow = Who & {
  method: 'GET' | 'POST' | 'DELETE';
  url: string;
  budget?: Budget;
  /** Telegram may be asked: at most so many at a time, see queue-cap.ts. */
  asksTelegram?: true;
};

const asking = new Set<HostOperationId>(['disconnect', 'eraseUser']);

const hostRows = Object.entries(hostOperations).map(([id, { method, path, scope }]): RouteRow => ({
  method,
  url: path,
  who: 'host',
  scope,
  ...(asking.has(id as HostOperationId) ? { asksTelegram: true } : {}),
}));

/** Every route there is. The server refuses to register one that has no row here. */
export const routeTable: readonly RouteRow[] = [
  { method: 'GET', url: '/api/meta', who: 'anyone' },
  { method: 'POST', url: '/api/session', who: 'anyone', budget: 'sign_in' },
  { method: 'GET', url: '/api/session', who: 'signed_in' },
  { method: 'DELETE', url: '/api/session', who: 'anyone' },
  { method: 'POST', url: '/api/session/return', who: 'user' },
  { method: 'POST', url: '/api/attempts', who: 'user', budget: 'start', asksTelegram: true },
  { method: 'GET', url: '/api/attempts/current', who: 'user' },
  { method: 'POST', url: '/api/attempts/:id/commands', who: 'user', asksTelegram: true },
  { method: 'DELETE', url: '/api/attempts/:id', who: 'user', asksTelegram: true },
  { method: 'GET', url: '/api/attempts/:id/events', who: 'user' },
  { method: 'GET', url: '/api/connections', who: 'user' },
  { method: 'GET', url: '/api/connections/:id', who: 'user' },
  { method: 'POST', url: '/api/connections/:id/check', who: 'user', asksTelegram: true },
  { method: 'DELETE', url: '/api/connections/:id', who: 'user', asksTelegram: true },
  { method: 'GET', url: '/api/connections/:id/activity', who: 'user' },
  { method: 'POST', url: '/api/support/searches', who: 'support' },
  { method: 'GET', url: '/api/support/users/:id', who: 'support' },
  { method: 'GET', url: '/api/support/users/:id/events', who: 'support' },
  { method: 'POST', url: '/api/support/users/:id/links', who: 'support' },
  { method: 'POST', url: '/api/support/users/:id/limits/clear', who: 'support' },
  { method: 'POST', url: '/api/support/connections/:id/checks', who: 'support', asksTelegram: true },
  { method: 'POST', url: '/api/support/attempts/:id/end', who: 'support', asksTelegram: true },
  { method: 'GET', url: '/api/support/events', who: 'support' },
  { method: 'GET', url: '/api/support/overview', who: 'support' },
  { method: 'GET', url: '/api/support/looks', who: 'support' },
  ...hostRows,
  { method: 'GET', url: '/api/v1/openapi.json', who: 'anyone' },
  { method: 'GET', url: '/docs', who: 'anyone' },
  { method: 'GET', url: '/docs/reference.css', who: 'anyone' },
  { method: 'GET', url: '/api/activity', who: 'user' },
  { method: 'DELETE', url: '/api/users/me', who: 'user', asksTelegram: true },
  { method: 'GET', url: '/healthz', who: 'anyone' },
  { method: 'GET', url: '/readyz', who: 'anyone' },
  { method: 'GET', url: '/metrics', who: 'operator' },
  { method: 'GET', url: '/*', who: 'anyone' },
];

const byRoute = new Map(routeTable.map((row) => [`${row.method} ${row.url}`, row]));

/** `url` is the pattern. `HEAD` is allowed wherever `GET` is. */
export const rowOf = (method: string, url: string | undefined): RouteRow | null =>
  byRoute.get(`${method === 'HEAD' ? 'GET' : method} ${url}`) ?? null;

const patternOf = (url: string) => new RegExp(`^${url.replaceAll(/:[a-z]+/g, '[^/]+')}$`);

/** Methods that an address under `/api` knows; empty if there is no such address. */
export const methodsAt = (path: string): string[] =>
  routeTable.filter(({ url }) => url.startsWith('/api/') && patternOf(url).test(path)).map(({ method }) => method);
