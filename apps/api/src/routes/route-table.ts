/** Who may call a route: anybody at all, or whoever is signed in (and then only for what is theirs). */
export type Who = 'anyone' | 'signed_in';

/** Which limit by address a route counts against, besides the one of all of `/api`. */
export type Budget = 'sign_in' | 'start';

export interface RouteRow {
  method: 'GET' | 'POST' | 'DELETE';
  url: string;
  who: Who;
  budget?: Budget;
  /** Telegram may be asked: at most so many at a time, see queue-cap.ts. */
  asksTelegram?: true;
}

/** Every route there is. The server refuses to register one that has no row here. */
export const routeTable: readonly RouteRow[] = [
  { method: 'GET', url: '/api/meta', who: 'anyone' },
  { method: 'POST', url: '/api/session', who: 'anyone', budget: 'sign_in' },
  { method: 'GET', url: '/api/session', who: 'signed_in' },
  { method: 'DELETE', url: '/api/session', who: 'anyone' },
  { method: 'POST', url: '/api/attempts', who: 'signed_in', budget: 'start', asksTelegram: true },
  { method: 'GET', url: '/api/attempts/current', who: 'signed_in' },
  { method: 'POST', url: '/api/attempts/:id/commands', who: 'signed_in', asksTelegram: true },
  { method: 'DELETE', url: '/api/attempts/:id', who: 'signed_in', asksTelegram: true },
  { method: 'GET', url: '/api/attempts/:id/events', who: 'signed_in' },
  { method: 'GET', url: '/api/connections', who: 'signed_in' },
  { method: 'GET', url: '/api/connections/:id', who: 'signed_in' },
  { method: 'POST', url: '/api/connections/:id/check', who: 'signed_in', asksTelegram: true },
  { method: 'DELETE', url: '/api/connections/:id', who: 'signed_in', asksTelegram: true },
  { method: 'GET', url: '/api/connections/:id/activity', who: 'signed_in' },
  { method: 'GET', url: '/healthz', who: 'anyone' },
  { method: 'GET', url: '/readyz', who: 'anyone' },
  { method: 'GET', url: '/*', who: 'anyone' },
];

const byRoute = new Map(routeTable.map((row) => [`${row.method} ${row.url}`, row]));

/** `url` is the pattern. `HEAD` is allowed wherever `GET` is. */
export const rowOf = (method: string, url: string | undefined): RouteRow | null =>
  byRoute.get(`${method === 'HEAD' ? 'GET' : method} ${url}`) ?? null;

const patternOf = (url: string) => new RegExp(`^${url.replaceAll(/:[a-z]+/g, '[^/]+')}$`);
const apiRows = routeTable
  .filter((row) => row.url.startsWith('/api/'))
  .map((row) => ({ method: row.method, pattern: patternOf(row.url) }));

/** Methods that an address under `/api` knows; empty if there is no such address. */
export const methodsAt = (path: string): string[] =>
  apiRows.filter((row) => row.pattern.test(path)).map((row) => row.method);
