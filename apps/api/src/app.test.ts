import { Problem } from '@botize/contract';
import type { Actor } from '@botize/login';
import { LeaseLost, Refusal, StaleRevision } from '@botize/login';
import { describe, expect, it } from 'vitest';
import type { TrustProxy } from './deps.ts';
import { rowOf, routeTable } from './routes/route-table.ts';
import { attemptId, connectionId, origin, phoneStep, startBody } from './testing/fixtures.ts';
import { testApp } from './testing/test-app.ts';

const foreign = 'att_BBBBBBBBBBBBBBBBBBBBBB';
const hasSecurityHeaders = (headers: Record<string, unknown>) => {
  expect(headers['content-security-policy']).toContain("default-src 'self'");
  expect(headers['content-security-policy']).not.toContain('unsafe');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['x-frame-options']).toBe('DENY');
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(headers['x-request-id']).toMatch(/^req_[A-Za-z0-9_-]{22}$/);
};

describe('the route table', () => {
  it('has a row for every route, and no route twice', async () => {
    const { app } = await testApp();
    for (const row of routeTable) expect(app.hasRoute({ method: row.method, url: row.url }), row.url).toBe(true);
    const unique = new Set(routeTable.map((row) => `${row.method} ${row.url}`));
    expect(unique.size).toBe(routeTable.length);
  });

  it('lets no route be registered that has no row', async () => {
    const { app } = await testApp();
    expect(() => app.get('/api/planted', async () => 'here')).toThrow('no row in the route table');
    expect(rowOf('GET', '/api/planted')).toBeNull();
  });

  it.each(routeTable.filter((row) => row.who === 'signed_in'))('$method $url is for the signed in', async (row) => {
    const { app } = await testApp();
    const url = row.url.replace(':id', attemptId);
    const answer = await app.inject({ method: row.method, url, headers: { origin } });
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ code: 'session.none' });
  });
});

describe('headers', () => {
  it.each(routeTable.map((row) => [row.method, row.url.replace(':id', attemptId).replace('*', 'connect')] as const))(
    'protect %s %s',
    async (method, url) => {
      const { app, ask } = await testApp();
      const answers = [await app.inject({ method, url }), await ask({ method, url })];
      for (const answer of answers) hasSecurityHeaders(answer.headers);
      if (url.startsWith('/api'))
        for (const answer of answers) expect(answer.headers['cache-control']).toBe('no-store');
    },
  );

  it('believe no request id from outside', async () => {
    const { app } = await testApp();
    const answer = await app.inject({ url: '/api/meta', headers: { 'x-request-id': 'req_planted' } });
    expect(answer.headers['x-request-id']).not.toBe('req_planted');
  });

  it('insist on https where it is there', async () => {
    const secure = await testApp({ settings: { publicUrl: new URL('https://connect.example') } });
    const plain = await testApp();
    expect((await secure.app.inject('/api/meta')).headers['strict-transport-security']).toContain('max-age=31536000');
    expect((await plain.app.inject('/api/meta')).headers['strict-transport-security']).toBeUndefined();
  });
});

describe('mutations', () => {
  const mutations = routeTable.filter((row) => row.method !== 'GET' && row.who !== 'host');

  it.each(mutations)('$method $url needs our Origin', async (row) => {
    const { ask, signIn, app } = await testApp();
    const url = row.url.replace(':id', attemptId);
    const cookie = await signIn();
    const wrong = await ask({ method: row.method, url, headers: { origin: 'https://evil.example' } }, cookie);
    const missing = await app.inject({ method: row.method, url, headers: { cookie } });
    for (const answer of [wrong, missing]) {
      expect(answer.statusCode).toBe(403);
      expect(answer.json()).toMatchObject({ code: 'request.origin', status: 403 });
    }
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'nonsense'])(
    'refuse a body of type %s',
    async (type) => {
      const { ask } = await testApp();
      const payload = JSON.stringify(startBody);
      const answer = await ask({ method: 'POST', url: '/api/attempts', payload, headers: { 'content-type': type } });
      expect(answer.statusCode).toBe(415);
      expect(answer.json()).toMatchObject({ code: 'request.media_type' });
    },
  );

  it('refuse more than 16 kB', async () => {
    const { ask } = await testApp();
    const payload = { ...startBody, padding: 'x'.repeat(16 * 1024) };
    const answer = await ask({ method: 'POST', url: '/api/attempts', payload });
    expect(answer.statusCode).toBe(413);
    expect(answer.json()).toMatchObject({ code: 'request.too_large' });
  });

  it.each([
    '{',
    'null',
    '[]',
    '1e999',
    '"text"',
    '{"__proto__":{"admin":true}}',
    '{"constructor":{"prototype":{}}}',
    '',
  ])('answer the body %j with 400', async (payload) => {
    const { ask } = await testApp();
    const headers = { 'content-type': 'application/json' };
    const answer = await ask({ method: 'POST', url: '/api/attempts', payload, headers });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'request.invalid' });
  });
});

describe('problems', () => {
  it('name each wrong field of a request', async () => {
    const { ask } = await testApp();
    const payload = { credentials: { apiId: '1', apiHash: 'short' }, consent: {}, surprise: 1 };
    const answer = await ask({ method: 'POST', url: '/api/attempts', payload });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    const problem = Problem.parse(answer.json());
    expect(problem.requestId).toBe(answer.headers['x-request-id']);
    expect(problem.errors).toEqual(
      expect.arrayContaining([
        { pointer: '/credentials/apiId', code: 'type' },
        { pointer: '/credentials/apiHash', code: 'format' },
        { pointer: '/consent/version', code: 'required' },
        { pointer: '', code: 'unknown_member' },
      ]),
    );
    expect(problem.errors).toHaveLength(4);
  });

  it('carry the attempt and the wait of a refusal, stripped to the contract', async () => {
    const attempt = { ...phoneStep, session: 'secret' };
    const { ask, clock } = await testApp({
      verbs: {
        startAttempt: async () => {
          throw new Refusal('attempt.open', { attempt, retryAt: clock.time + 1_500 });
        },
      },
    });
    const answer = await ask({ method: 'POST', url: '/api/attempts', payload: startBody });
    expect(answer.statusCode).toBe(409);
    expect(answer.headers['retry-after']).toBe('2');
    expect(answer.json()).toMatchObject({ code: 'attempt.open', retryAfterSeconds: 2, attempt: phoneStep });
    expect(answer.body).not.toContain('secret');
  });

  it.each([
    ['telegram.api_id_invalid', 422],
    ['telegram.api_id_published_flood', 422],
    ['telegram.flood_wait', 429],
    ['limit.codes_for_user', 429],
    ['telegram.unreachable', 503],
    ['attempt.interrupted', 503],
    ['attempt.consent_outdated', 422],
  ] as const)('answer the refusal %s with %i', async (code, status) => {
    const verbs = { startAttempt: () => Promise.reject(new Refusal(code)) };
    const { ask } = await testApp({ verbs });
    const answer = await ask({ method: 'POST', url: '/api/attempts', payload: startBody });
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  });

  it('say nothing about an error that nobody expected, and log no message of it', async () => {
    const verbs = { listConnections: () => Promise.reject(new Error('the hash is 0123456789abcdef')) };
    const { ask, logged } = await testApp({ verbs });
    const answer = await ask({ url: '/api/connections' });
    expect(answer.statusCode).toBe(500);
    expect(answer.json()).toMatchObject({ code: 'server.internal' });
    expect(answer.body + logged.join('')).not.toContain('0123456789abcdef');
    expect(logged.join('')).toContain(answer.headers['x-request-id']);
  });

  it.each([
    new LeaseLost('attempt:att_x'),
    new StaleRevision('att_x'),
    Object.assign(new Error('late'), { code: 'FST_ERR_HANDLER_TIMEOUT', statusCode: 503 }),
  ])('ask to come again where somebody else was faster: %s', async (error) => {
    const { ask } = await testApp({ verbs: { listConnections: () => Promise.reject(error) } });
    const answer = await ask({ url: '/api/connections' });
    expect([answer.statusCode, answer.json().code, answer.headers['retry-after']]).toEqual([503, 'server.busy', '5']);
  });

  it('tell a store that fails from a bug', async () => {
    const failure = Object.assign(new Error('disk full'), { name: 'StorageError' });
    const { ask } = await testApp({ verbs: { listConnections: () => Promise.reject(failure) } });
    const answer = await ask({ url: '/api/connections' });
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'server.storage']);
    expect(answer.headers['retry-after']).toBe('5');
  });

  it.each([
    ['GET', '/api/nothing', 404, 'request.not_found'],
    ['GET', '/api', 404, 'request.not_found'],
    ['POST', '/nothing', 404, 'request.not_found'],
    ['GET', '/api/attempts', 405, 'request.method_not_allowed'],
    ['PUT', '/api/session', 405, 'request.method_not_allowed'],
    ['OPTIONS', '/api/attempts', 405, 'request.method_not_allowed'],
  ] as const)('answer %s %s with %i', async (method, url, status, code) => {
    const { ask } = await testApp();
    const answer = await ask({ method, url });
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  });

  it('say which methods an address knows', async () => {
    const { ask } = await testApp();
    expect((await ask({ method: 'PUT', url: '/api/session' })).headers.allow).toBe('POST, GET, DELETE');
  });
});

describe('what belongs to somebody else', () => {
  const paths = [
    ['POST', `/api/attempts/${foreign}/commands`],
    ['DELETE', `/api/attempts/${foreign}`],
    ['GET', `/api/attempts/${foreign}/events`],
    ['GET', '/api/connections/con_BBBBBBBBBBBBBBBBBBBBBB'],
    ['POST', '/api/connections/con_BBBBBBBBBBBBBBBBBBBBBB/check'],
    ['DELETE', '/api/connections/con_BBBBBBBBBBBBBBBBBBBBBB'],
  ] as const;

  it.each(paths)('%s %s is answered as what never existed', async (method, url) => {
    const { ask } = await testApp();
    const payload = method === 'POST' && url.endsWith('commands') ? { revision: 0, type: 'show_qr' } : undefined;
    const body = payload ? { payload } : {};
    const theirs = await ask({ method, url, ...body });
    const nonsense = await ask({ method, url: url.replace(/(att|con)_B+/, '%ff..%2f'), ...body });
    expect(theirs.statusCode).toBe(404);
    expect({ ...nonsense.json(), requestId: '' }).toEqual({ ...theirs.json(), requestId: '' });
  });
});

describe('the log', () => {
  it('has the route, never the address, and the reference', async () => {
    const { ask, logged } = await testApp();
    await ask({ url: `/api/connections/${connectionId}?phone=%2B34612345678` });
    const line = logged.map((one) => JSON.parse(one)).find((one) => one.route === '/api/connections/:id');
    expect(line).toMatchObject({ method: 'GET', status: 200, reference: 'CN-7K3M-Q2WD' });
    expect(logged.join('')).not.toMatch(/34612345678|con_A/);
  });
});

describe('limits by address and by user', () => {
  it('answer 429 with the wait', async () => {
    const { app, ask, signIn } = await testApp({ limits: { signInsPerMinute: 2, requestsPerUser: 3 } });
    const post = () => app.inject({ method: 'POST', url: '/api/session', headers: { origin }, payload: {} });
    expect((await post()).statusCode).toBe(400);
    const cookie = await signIn();
    const answer = await post();
    expect(answer.statusCode).toBe(429);
    expect(answer.json()).toMatchObject({ code: 'limit.requests' });
    expect(answer.headers['retry-after']).toBe('60');
    const url = '/api/connections';
    const answers = [await ask({ url }, cookie), await ask({ url }, cookie), await ask({ url }, cookie)];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect((await ask({ url }, cookie)).statusCode).toBe(429);
    expect((await app.inject('/api/meta')).statusCode).toBe(200);
    expect((await app.inject('/healthz')).statusCode).toBe(200);
  });

  it('hold nobody back where they are off', async () => {
    const { app } = await testApp();
    for (let count = 0; count < 310; count += 1)
      expect(
        (await app.inject({ method: 'POST', url: '/api/session', headers: { origin }, payload: {} })).statusCode,
      ).toBe(400);
  });
});

describe('who sends slowly', () => {
  it('is cut off: ten seconds for the headers, twenty for all of it', async () => {
    const { server } = (await testApp()).app;
    expect([server.headersTimeout, server.requestTimeout]).toEqual([10_000, 20_000]);
  });
});

describe('a crowd', () => {
  it('is told to come again once more wait for Telegram than we can serve', async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    const { ask, signIn } = await testApp({
      verbs: { startAttempt: () => gate.then(() => ({ created: true, attempt: phoneStep })) },
      settings: { requestsAtOnce: 20 },
    });
    const cookie = await signIn();
    const start = () => ask({ method: 'POST', url: '/api/attempts', payload: startBody }, cookie);
    const crowd = Array.from({ length: 21 }, start);
    const refused = await Promise.race(crowd);
    expect([refused.statusCode, refused.json().code, refused.headers['retry-after']]).toEqual([
      503,
      'server.busy',
      '5',
    ]);
    expect((await ask({ url: '/api/connections' }, cookie)).statusCode).toBe(200);
    release();
    await Promise.all(crowd);
    expect((await start()).statusCode).toBe(201);
  });
});

describe('the address of who asks', () => {
  it.each<[TrustProxy, string]>([
    [false, '127.0.0.1'],
    [1, '198.51.100.7'],
    [['127.0.0.1'], '198.51.100.7'],
    [['10.0.0.0/8'], '127.0.0.1'],
  ])('with TRUST_PROXY %j is %s', async (trustProxy, address) => {
    const seen: (string | null)[] = [];
    const verbs = { listConnections: async (actor: Actor) => (seen.push(actor.address), []) };
    const { ask } = await testApp({ verbs, settings: { trustProxy } });
    await ask({ url: '/api/connections', headers: { 'x-forwarded-for': '203.0.113.9, 198.51.100.7' } });
    expect(seen).toEqual([address]);
  });
});
