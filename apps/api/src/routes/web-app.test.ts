import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../testing/test-app.ts';

let webRoot: string;
beforeAll(async () => {
  webRoot = await mkdtemp(join(tmpdir(), 'web-'));
  await mkdir(join(webRoot, 'assets'));
  await writeFile(join(webRoot, 'index.html'), '<title>Botize</title>');
  await writeFile(join(webRoot, 'assets', 'main-abc.js'), 'start()');
  await writeFile(join(webRoot, 'favicon.svg'), '<svg/>');
  await writeFile(join(webRoot, '.env'), 'SECRET=1');
});
afterAll(() => rm(webRoot, { recursive: true }));

const served = async () => (await testApp({ settings: { webRoot } })).app;
const at = (url: string, host = 'localhost:3000') => ({ url, headers: { host } });

describe('the web app', () => {
  it.each(['/', '/connect', '/connect?reconnect=x', '/connections', '/connections/con_x', '/support', '/support/u1'])(
    'is at %s',
    async (url) => {
      const answer = await (await served()).inject(at(url));
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain('Botize');
      expect(answer.headers['content-type']).toMatch(/^text\/html/);
      expect(answer.headers['cache-control']).toBe('no-cache');
    },
  );

  it('may keep what has a hash in its name', async () => {
    const answer = await (await served()).inject(at('/assets/main-abc.js'));
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await (await served()).inject(at('/favicon.svg'))).headers['cache-control']).toBe('public, max-age=3600');
  });

  it.each([
    '/assets/gone.js',
    '/.env',
    '/assets/../.env',
    '/assets/%2e%2e/.env',
    '/..%2f..%2fetc/passwd',
    '/assets',
    '/%ff',
    '//evil.example',
    '/index.html',
    '/connectx',
  ])('is not at %s', async (url) => {
    const answer = await (await served()).inject(at(url));
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code: 'request.not_found' });
    expect(answer.headers['content-security-policy']).toBeDefined();
  });

  it('is shown in frames of allowed origins only, and only where the wizard is', async () => {
    const framing = async (url: string, embedOrigins: string[]) => {
      const { headers } = await (await testApp({ settings: { webRoot, embedOrigins } })).app.inject(at(url));
      const ancestors = /frame-ancestors ([^;]+)/.exec(String(headers['content-security-policy']))?.[1];
      return { ancestors, frames: headers['x-frame-options'] };
    };
    const nowhere = { ancestors: "'none'", frames: 'DENY' };
    const two = ['https://app.example.com', 'https://other.example.com'];
    expect(await framing('/connect', two)).toEqual({ ancestors: two.join(' '), frames: undefined });
    expect(await framing('/connect', [])).toEqual(nowhere);
    for (const url of ['/', '/connections', '/connectx', '/api/meta'])
      expect(await framing(url, two), url).toEqual(nowhere);
  });

  it('is not behind a null byte', async () => {
    const answer = await (await served()).inject(at('/%00'));
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'request.invalid']);
  });

  it('has one name only on loopback, since a cookie and an origin have one', async () => {
    const answer = await (await served()).inject(at('/connect?x=1', '127.0.0.1:3000'));
    expect([answer.statusCode, answer.headers.location]).toEqual([302, 'http://localhost:3000/connect?x=1']);
    expect((await (await served()).inject(at('/connect', 'connect.example'))).statusCode).toBe(200);
  });

  it('says how to build it where it is not built', async () => {
    const { app } = await testApp();
    const answer = await app.inject(at('/connect'));
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([404, 'text/plain; charset=utf-8']);
    expect(answer.body).toContain('npm run build');
  });
});
