import type { HostScope } from '@botize/contract';
import Fastify, { type InjectOptions } from 'fastify';
import { describe, expect, it } from 'vitest';
import { routeTable } from '../routes/route-table.ts';
import { addGate } from './gate.ts';
import type { RequestProblem } from './request-problem.ts';

const origin = 'https://connect.example';
const sessions: Record<string, object> = {
  user: { user: { id: 'u1', role: 'user' } },
  staff: { user: { id: 's1', role: 'support' } },
};
const keys: Record<string, HostScope[]> = { all: ['links', 'sessions', 'connections:read'], some: ['sessions'] };

/** Nothing but the gate before the routes of the table; each answers who was let in. */
const door = () => {
  const app = Fastify();
  app.decorateRequest('signedIn', null);
  app.decorateRequest('hostKey', null);
  const looked: string[] = [];
  addGate(app, {
    origin,
    operator: { metricsToken: 'of-the-operator', trustProxy: false },
    cookie: { read: ({ headers }: { headers: Record<string, unknown> }) => headers['x-session'] ?? null } as never,
    browserSessions: { find: async (id: string) => (looked.push(id), sessions[id] ?? null) } as never,
    keyOf: async (key) => {
      looked.push(key);
      const scopes = keys[key];
      return scopes ? { id: key, name: key, scopes } : null;
    },
  });
  for (const { method, url } of routeTable)
    app.route({ method, url, handler: async ({ signedIn, hostKey }) => signedIn?.user.id ?? hostKey?.id ?? 'anybody' });
  app.setErrorHandler((error, _request, reply) => {
    const { code, headers, status } = error as RequestProblem;
    return reply.code(status).headers(headers).send(code);
  });
  const ask = async (method: InjectOptions['method'], url: string, headers: Record<string, string> = {}) =>
    app.inject({ method: method ?? 'GET', url, headers });
  const told = async (...asked: Parameters<typeof ask>) => {
    const { statusCode, body } = await ask(...asked);
    return `${statusCode} ${body}`;
  };
  return { app, ask, told, looked };
};

const own = { origin };
const user = { ...own, 'x-session': 'user' };
const staff = { ...own, 'x-session': 'staff' };

describe('a route', () => {
  it('without a row in the table cannot be registered, under any of its methods', () => {
    const { app } = door();
    expect(() => app.get('/api/planted', async () => '')).toThrow('GET /api/planted has no row in the route table');
    const both = { method: ['GET', 'PUT'], url: '/api/meta', handler: async () => '' };
    expect(() => app.route(both)).toThrow('PUT /api/meta has no row');
  });

  it('that is not there is not found, whoever asks, and is not the page either', async () => {
    const { ask, told } = door();
    expect(await told('GET', '/api/nothing')).toBe('404 request.not_found');
    expect(await told('GET', '/api')).toBe('404 request.not_found');
    expect(await told('POST', '/api/nothing', user)).toBe('404 request.not_found');
    expect(await told('GET', '/connect')).toBe('200 anybody');
    expect(await told('POST', '/connect', own)).toBe('404 request.not_found');
    const { statusCode, body, headers } = await ask('PUT', '/api/connections/con_1', user);
    expect([statusCode, body, headers.allow]).toEqual([405, 'request.method_not_allowed', 'GET, DELETE']);
    expect((await ask('GET', '/api/nothing')).headers.allow).toBeUndefined();
  });
});

describe('a page', () => {
  it.each([
    undefined,
    '',
    'null',
    'https://evil.example',
    `${origin}.evil.example`,
    `${origin}/`,
    'http://connect.example',
  ])('at %j changes nothing', async (from) => {
    const { told, looked } = door();
    const headers = { 'x-session': 'user', ...(from === undefined ? {} : { origin: from }) };
    expect(await told('POST', '/api/attempts', headers)).toBe('403 request.origin');
    expect(await told('DELETE', '/api/session', headers)).toBe('403 request.origin');
    expect(looked, 'nobody is looked up for it').toEqual([]);
    expect(await told('GET', '/api/connections', headers)).toBe('200 u1');
  });

  it('of our own may, and HEAD and OPTIONS change nothing', async () => {
    const { ask, told } = door();
    expect(await told('POST', '/api/attempts', user)).toBe('200 u1');
    expect((await ask('HEAD', '/api/connections', { 'x-session': 'user' })).statusCode).toBe(200);
    expect(await told('OPTIONS', '/api/connections')).toBe('405 request.method_not_allowed');
  });
});

describe('who is not signed in', () => {
  it('gets what is for anybody', async () => {
    const { told, looked } = door();
    expect(await told('GET', '/api/meta')).toBe('200 anybody');
    expect(await told('POST', '/api/session', own)).toBe('200 anybody');
    expect(await told('GET', '/api/meta', user)).toBe('200 anybody');
    expect(looked, 'who asks is not looked up where it makes no difference').toEqual([]);
  });

  it('and whose session is over get nothing else', async () => {
    const { told, looked } = door();
    expect(await told('GET', '/api/session')).toBe('401 session.none');
    expect(await told('GET', '/api/connections')).toBe('401 session.none');
    expect(looked).toEqual([]);
    expect(await told('GET', '/api/connections', { 'x-session': 'over' })).toBe('401 session.none');
    expect(looked).toEqual(['over']);
  });

  it('gets nothing by a key of the host', async () => {
    expect(await door().told('GET', '/api/connections', { authorization: 'Bearer all' })).toBe('401 session.none');
  });
});

it('a member of staff is no user, and a user is no member of staff', async () => {
  const { told } = door();
  expect(await told('GET', '/api/support/overview', staff)).toBe('200 s1');
  expect(await told('GET', '/api/support/overview', user)).toBe('403 session.forbidden');
  expect(await told('GET', '/api/support/overview')).toBe('401 session.none');
  expect(await told('GET', '/api/session', staff)).toBe('200 s1');
  expect(await told('GET', '/api/connections', staff)).toBe('403 session.forbidden');
  expect(await told('GET', '/api/session', user)).toBe('200 u1');
});

it('an operator needs the token of the configuration, and no other will do', async () => {
  const { told, looked } = door();
  expect(await told('GET', '/metrics', { authorization: 'Bearer of-the-operator' })).toBe('200 anybody');
  for (const authorization of ['Bearer all', 'Bearer of-the-operator2', 'of-the-operator', ''])
    expect(await told('GET', '/metrics', { ...user, authorization }), authorization).toBe('401 request.key');
  expect(looked).toEqual([]);
});

describe('the host', () => {
  const bearer = (authorization: string) => ({ authorization });

  it('needs a key with the scope of the route, and no Origin', async () => {
    const { told } = door();
    expect(await told('POST', '/api/v1/connect-links', bearer('Bearer all'))).toBe('200 all');
    expect(await told('POST', '/api/v1/connect-links', bearer('Bearer some'))).toBe('403 request.scope');
    expect(await told('POST', '/api/v1/leases/lse_1/renew', bearer('bearer  some'))).toBe('200 some');
  });

  it('is told that it needs a key, and no more', async () => {
    const { ask, looked } = door();
    const longest = 'x'.repeat(256);
    for (const authorization of ['Bearer nobody', `Bearer ${longest}`]) {
      const { statusCode, body, headers } = await ask('GET', '/api/v1/connections', { authorization });
      expect([statusCode, body, headers['www-authenticate']]).toEqual([401, 'request.key', 'Bearer']);
    }
    expect(looked).toEqual(['nobody', longest]);
  });

  it.each(['', 'Bearer', 'Bearer ', 'Basic all', 'all', 'XBearer all', 'Bearer all more', `Bearer ${'x'.repeat(257)}`])(
    'is not looked up by %j',
    async (authorization) => {
      const { told, looked } = door();
      expect(await told('GET', '/api/v1/connections', bearer(authorization))).toBe('401 request.key');
      expect(await told('GET', '/api/v1/connections', user)).toBe('401 request.key');
      expect(looked).toEqual([]);
    },
  );
});
