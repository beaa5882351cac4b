import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routeTable } from './routes/route-table.ts';
import { attemptId, origin } from './testing/fixtures.ts';
import { requestOf, routeCases } from './testing/route-cases.ts';
import { testApp } from './testing/test-app.ts';
import { twoUsers, type TwoUsers } from './testing/two-users.ts';

/** Requests in all; `npm run fuzz` asks for many more than each test run does. */
const requests = Number(process.env['FUZZ_REQUESTS'] ?? 2_000);
const share = { numRuns: Math.ceil(requests / 4) };
/** A request that takes longer hangs. Far above what a busy machine needs. */
const hangsAfterMs = 10_000;
const patience = 60_000 + requests * 20;
let sent = 0;

let server: Awaited<ReturnType<typeof testApp>>;
let whole: TwoUsers;
let cookie: string;
let webRoot: string;
beforeAll(async () => {
  webRoot = await mkdtemp(join(tmpdir(), 'web-'));
  await writeFile(join(webRoot, 'index.html'), '<title>Botize</title>');
  server = await testApp({ settings: { webRoot } });
  cookie = await server.signIn();
  whole = await twoUsers();
});
afterAll(async () => {
  await whole.stop();
  await rm(webRoot, { recursive: true });
});

const streams = (url: string) => url.endsWith('/events');
const routes = fc.constantFrom(...routeTable.filter((row) => !streams(row.url)));
const type = fc.constantFrom('application/json', 'application/json; charset=utf-16', 'text/plain', '', ';', 'a/b/c');
const json = fc.json({ maxDepth: 4 });
const body = fc.oneof(json, fc.string({ maxLength: 200 }), fc.constantFrom('{"a":1e999}', '{"__proto__":1}', '[[[['));
const segment = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('%', '%ff', '%00', '..', '__proto__'),
);
/** What a socket may carry in a request line or a header. */
const printable = fc.string({ unit: fc.constantFrom(...'abc/%=;,"\\ {}[]<>#?&.~^|`é\u00ff'), maxLength: 60 });

const inTime = (answer: Promise<LightMyRequestResponse>, request: InjectOptions) => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer to ${JSON.stringify(request)}`)), hangsAfterMs);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
};

const neverOurFault = async (request: InjectOptions, app = server.app) => {
  sent += 1;
  const answer = await inTime(app.inject(request), request);
  expect(answer.statusCode, JSON.stringify(request)).toBeLessThan(500);
  expect(answer.headers['x-request-id']).toMatch(/^req_/);
  expect(answer.headers['content-security-policy']).toBeDefined();
};

/** Values that a careful caller would never send, in the place of those of a good body. */
const oddity = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    -1,
    0,
    1e308,
    Number.MAX_SAFE_INTEGER + 2,
    '',
    ' ',
    '\u0000',
    '__proto__',
    '\u202e١٢٣',
    'x'.repeat(5_000),
  ),
);
const wholeRoutes = fc.constantFrom(...routeTable.filter((row) => !streams(row.url) && row.url !== '/*'));
const ownership = fc.constantFrom('own' as const, 'foreign' as const, 'absent' as const);

/** A good body with some of its members replaced, wherever they are. */
const spoilt = (good: unknown, values: unknown[]): unknown => {
  const [value, ...more] = values;
  if (values.length === 0 || typeof good !== 'object' || good === null) return values.length === 0 ? good : value;
  const entries = Object.entries(good);
  const place = Math.abs(JSON.stringify(value ?? null).length) % (entries.length + 1);
  const [name, member] = entries[place] ?? ['another', null];
  return { ...good, [name]: spoilt(member, more.length === 0 ? [value] : more) };
};

describe('whatever comes in', () => {
  it(
    'a body is never the fault of the server',
    async () => {
      await fc.assert(
        fc.asyncProperty(routes, body, type, async (row, payload, contentType) => {
          const url = row.url.replace(':id', attemptId).replace('*', '');
          const headers = { origin, cookie, 'content-type': contentType };
          await neverOurFault({ method: row.method, url, headers, payload });
        }),
        share,
      );
    },
    patience,
  );

  it(
    'an address is never the fault of the server',
    async () => {
      const methods = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS');
      const starts = fc.constantFrom('/', '/api/', '/api/attempts/', '/api/connections/', '/assets/', '//');
      await fc.assert(
        fc.asyncProperty(methods, starts, segment, printable, async (method, start, part, query) => {
          const path = start + encodeURI(part.replaceAll(/[\ud800-\udfff]/g, '')).replaceAll('%25', '%');
          const url = `${path}?${encodeURI(query)}`;
          await neverOurFault({ method: method as 'GET', url, headers: { origin, cookie } });
        }),
        share,
      );
    },
    patience,
  );

  it(
    'a header is never the fault of the server',
    async () => {
      const names = fc.constantFrom('cookie', 'origin', 'accept', 'x-forwarded-for', 'if-none-match', 'range', 'host');
      await fc.assert(
        fc.asyncProperty(routes, names, printable, async (row, name, value) => {
          const url = row.url.replace(':id', attemptId).replace('*', 'connect');
          await neverOurFault({ method: row.method, url, headers: { origin, [name]: value } });
        }),
        share,
      );
    },
    patience,
  );

  it(
    'a body that is nearly right is never the fault of the server',
    async () => {
      const headersOf = async (caller: 'user' | 'host' | 'support') => whole.headersOf[caller](null);
      const who = { user: await headersOf('user'), host: await headersOf('host'), support: await headersOf('support') };
      const values = fc.array(oddity, { minLength: 0, maxLength: 3 });
      await fc.assert(
        fc.asyncProperty(wholeRoutes, ownership, values, async (row, of, odd) => {
          const routeCase = routeCases[`${row.method} ${row.url}`];
          if (!routeCase) throw new Error(`${row.url} has no case`);
          const { payload, ...request } = requestOf(row, routeCase, of);
          const body = payload === undefined ? odd[0] : spoilt(JSON.parse(payload), odd);
          const headers = {
            ...request.headers,
            ...who[row.who === 'host' || row.who === 'support' ? row.who : 'user'],
          };
          const typed = { ...headers, 'content-type': 'application/json' };
          await neverOurFault({ ...request, headers: typed, payload: JSON.stringify(body) ?? '' }, whole.app);
          const query = odd.map((value) => `cursor=${encodeURIComponent(JSON.stringify(value))}`).join('&');
          if (row.method === 'GET')
            await neverOurFault({ ...request, headers, url: `${request.url}?${query}` }, whole.app);
        }),
        share,
      );
      const alive = await whole.ask({ method: 'GET', url: '/readyz' });
      expect(alive.statusCode).toBe(200);
    },
    patience,
  );

  it('was tried as often as asked for', () => {
    expect(sent).toBeGreaterThanOrEqual(requests);
  });
});
