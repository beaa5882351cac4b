import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routeTable } from './routes/route-table.ts';
import { attemptId, origin } from './testing/fixtures.ts';
import { testApp } from './testing/test-app.ts';

let server: Awaited<ReturnType<typeof testApp>>;
let cookie: string;
let webRoot: string;
beforeAll(async () => {
  webRoot = await mkdtemp(join(tmpdir(), 'web-'));
  await writeFile(join(webRoot, 'index.html'), '<title>Botize</title>');
  server = await testApp({ settings: { webRoot } });
  cookie = await server.signIn();
});
afterAll(() => rm(webRoot, { recursive: true }));

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

const neverOurFault = async (request: InjectOptions) => {
  const answer = await server.app.inject(request);
  expect(answer.statusCode).toBeLessThan(500);
  expect(answer.headers['x-request-id']).toMatch(/^req_/);
  expect(answer.headers['content-security-policy']).toBeDefined();
};

describe('whatever comes in', () => {
  it('a body is never the fault of the server', async () => {
    await fc.assert(
      fc.asyncProperty(routes, body, type, async (row, payload, contentType) => {
        const url = row.url.replace(':id', attemptId).replace('*', '');
        const headers = { origin, cookie, 'content-type': contentType };
        await neverOurFault({ method: row.method, url, headers, payload });
      }),
      { numRuns: 300 },
    );
  });

  it('an address is never the fault of the server', async () => {
    const methods = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS');
    const starts = fc.constantFrom('/', '/api/', '/api/attempts/', '/api/connections/', '/assets/', '//');
    await fc.assert(
      fc.asyncProperty(methods, starts, segment, printable, async (method, start, part, query) => {
        const path = start + encodeURI(part.replaceAll(/[\ud800-\udfff]/g, '')).replaceAll('%25', '%');
        const url = `${path}?${encodeURI(query)}`;
        await neverOurFault({ method: method as 'GET', url, headers: { origin, cookie } });
      }),
      { numRuns: 300 },
    );
  });

  it('a header is never the fault of the server', async () => {
    const names = fc.constantFrom('cookie', 'origin', 'accept', 'x-forwarded-for', 'if-none-match', 'range', 'host');
    await fc.assert(
      fc.asyncProperty(routes, names, printable, async (row, name, value) => {
        const url = row.url.replace(':id', attemptId).replace('*', 'connect');
        await neverOurFault({ method: row.method, url, headers: { origin, [name]: value } });
      }),
      { numRuns: 300 },
    );
  });
});
