import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createStand, type Stand } from './testing/stand.ts';

let stand: Stand;
beforeEach(async () => {
  stand = await createStand();
});
afterEach(() => stand.app.close());

describe('who may ask', () => {
  test.for(['evil.example', '192.168.0.1:3001', 'localhost.evil.example', 'not a host'])(
    'not by the name %j',
    async (host) => {
      expect((await stand.send('GET', '/health', undefined, { host })).status).toBe(403);
    },
  );
  test.for(['localhost:3001', '127.0.0.1', '[::1]:3001'])('by the name %s', async (host) => {
    expect(await stand.send('GET', '/health', undefined, { host })).toEqual({ status: 200, body: { status: 'ok' } });
  });
  test.for([
    ['http://evil.example', 403],
    ['null', 403],
    ['http://127.0.0.1:3000', 403],
    ['http://127.0.0.1:3001', 204],
  ] as const)('changes from a page of %s: %d', async ([origin, status]) => {
    expect((await stand.send('DELETE', '/faults', undefined, { origin })).status).toBe(status);
  });
});

test('the page comes with a policy that allows no inline script', async () => {
  const page = await stand.app.inject({ url: '/', headers: { host: 'localhost' } });
  expect(page.statusCode).toBe(200);
  expect(page.headers['content-security-policy']).toContain("script-src 'self'");
  expect(page.body).not.toMatch(/<script>|<style|style=|onclick=/);
});
