import Fastify from 'fastify';
import { expect, it } from 'vitest';
import type { LimitValues } from '../config/limits.ts';
import { limitsInMemory, windowCountsInMemory } from '../testing/limits-in-memory.ts';
import { addRateLimits, addUserLimit } from './rate-limits.ts';
import type { RequestProblem } from './request-problem.ts';

/** A server that knows who asks from a header, and answers every allowed request with 200. */
const server = async (values: Partial<LimitValues>, store = windowCountsInMemory()) => {
  const clock = { time: 1_000_000, now: () => clock.time };
  const limits = await limitsInMemory(values, clock, store);
  const app = Fastify({ trustProxy: true });
  app.decorateRequest('signedIn', null);
  await addRateLimits(app, limits);
  app.addHook('onRequest', async (request) => {
    const id = request.headers['x-user'];
    if (id !== undefined) request.signedIn = { user: { id } } as never;
  });
  addUserLimit(app, limits);
  const urls = ['/api/meta', '/api/attempts', '/api/session', '/api/v1/connections', '/healthz'];
  for (const url of urls) app.route({ method: ['GET', 'POST'], url, handler: async () => 'ok' });
  app.setErrorHandler((error, _request, reply) => {
    const { code, retryAfterSeconds } = error as RequestProblem;
    return reply.code(429).send({ code, retryAfterSeconds });
  });
  const ask = async (
    url: string,
    { method = 'GET', ip = '192.0.2.1', user }: { method?: 'GET' | 'POST'; ip?: string; user?: string } = {},
  ) => {
    const headers = { 'x-forwarded-for': ip, ...(user === undefined ? {} : { 'x-user': user }) };
    const answer = await app.inject({ method, url, headers });
    return answer.statusCode === 200 ? 'ok' : answer.json();
  };
  return { ask, clock, limits, store };
};
const refused = (retryAfterSeconds: number) => ({ code: 'limit.requests', retryAfterSeconds });

it('an address asks so often in a minute, and no other address waits with it', async () => {
  const { ask, clock } = await server({ requestsPerAddress: 2 });
  expect([await ask('/api/meta'), await ask('/api/attempts')]).toEqual(['ok', 'ok']);
  clock.time += 30_500;
  expect(await ask('/api/meta')).toEqual(refused(30));
  expect(await ask('/api/meta', { ip: '192.0.2.2' })).toBe('ok');
  expect(await ask('/healthz')).toBe('ok');
  clock.time += 29_499;
  expect(await ask('/api/meta')).toEqual(refused(1));
  clock.time += 1;
  expect(await ask('/api/meta')).toBe('ok');
});

it('the addresses of one IPv6 customer are one address', async () => {
  const { ask } = await server({ requestsPerAddress: 1 });
  expect(await ask('/api/meta', { ip: '2001:db8:1:2::1' })).toBe('ok');
  expect(await ask('/api/meta', { ip: '2001:db8:1:2::2' })).toEqual(refused(60));
});

it('the host has a limit of its own', async () => {
  const { ask } = await server({ requestsPerAddress: 1, hostRequestsPerAddress: 2 });
  expect([await ask('/api/v1/connections'), await ask('/api/v1/connections')]).toEqual(['ok', 'ok']);
  expect(await ask('/api/v1/connections')).toEqual(refused(60));
  expect(await ask('/api/meta')).toBe('ok');
  expect(await ask('/api/meta')).toEqual(refused(60));
});

it.each([
  ['/api/attempts', { startsPerMinute: 1 }, 60],
  ['/api/session', { signInsPerMinute: 1 }, 60],
  ['/api/attempts', { startsPerAddress: 1 }, 3_600],
  ['/api/session', { signInsPerAddress: 1 }, 3_600],
])('%s is counted apart with %j', async (url, values, wait) => {
  const { ask } = await server(values);
  expect(await ask(url, { method: 'POST' })).toBe('ok');
  expect(await ask(url, { method: 'POST' })).toEqual(refused(wait));
  expect(await ask(url)).toBe('ok');
  expect(await ask(url === '/api/session' ? '/api/attempts' : '/api/session', { method: 'POST' })).toBe('ok');
  expect(await ask(url, { method: 'POST', ip: '192.0.2.2' })).toBe('ok');
});

it('a user asks so often in a minute, wherever from; who is not signed in has no such count', async () => {
  const { ask } = await server({ requestsPerUser: 1 });
  expect(await ask('/api/meta', { user: 'u1' })).toBe('ok');
  expect(await ask('/api/meta', { user: 'u1', ip: '192.0.2.2' })).toEqual(refused(60));
  expect(await ask('/api/meta', { user: 'u2' })).toBe('ok');
  expect([await ask('/api/meta'), await ask('/api/meta')]).toEqual(['ok', 'ok']);
});

it('nothing of it begins anew with a restart, and no address is written in clear', async () => {
  const values = { requestsPerAddress: 2, requestsPerUser: 1, startsPerMinute: 1 };
  const before = await server(values);
  await before.ask('/api/attempts', { method: 'POST', user: 'u1' });
  await before.ask('/api/meta');
  await before.limits.counts.save();
  const after = await server({ ...values, requestsPerAddress: 3 }, before.store);
  expect(await after.ask('/api/meta', { user: 'u1', ip: '192.0.2.9' })).toEqual(refused(60));
  expect(await after.ask('/api/attempts', { method: 'POST' })).toEqual(refused(60));
  expect(await after.ask('/api/meta')).toEqual(refused(60));
  const buckets = before.store.writes.flat().map(({ bucket }) => bucket);
  expect(buckets).toHaveLength(3);
  for (const bucket of buckets) expect(bucket).toMatch(/^minute:(api|user|start):hash of (192\.0\.2\.1|u1)$/);
});
