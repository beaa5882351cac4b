import { chmodSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { createFakeTelegram } from '@botize/login/testing';
import { openVault } from '@botize/vault';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { assemble } from './compose.ts';
import { openKeyring } from './config/keyring.ts';
import { readConfig } from './config/read-config.ts';
import { createLog } from './http/log.ts';
import { origin, startBody } from './testing/fixtures.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'limits-'));
  chmodSync(folder, 0o700);
});
afterEach(() => rm(folder, { recursive: true }));

/** The whole server, started on the same folder as before. */
const start = async (limits: string) => {
  const config = readConfig({ DATA_DIR: folder, LIMITS: limits });
  const vault = await openVault({ databaseFile: config.databaseFile, keyring: openKeyring(config) });
  const parts = { networkName: 'simulator', dials: true, vault, gateway: createFakeTelegram() };
  const log = createLog(new Writable({ write: (_chunk, _encoding, done) => done() }));
  const server = await assemble(config, parts, log);
  const post = async (url: string, payload: object, cookie = '') =>
    server.app.inject({ method: 'POST', url, headers: { origin, cookie }, payload });
  const signIn = async (userId = 'u1') => {
    const answer = await post('/api/session', { dev: { userId } });
    return String(answer.headers['set-cookie']).split(';', 1)[0] ?? '';
  };
  const get = async (url: string, cookie = '') => (await server.app.inject({ url, headers: { cookie } })).statusCode;
  return { ...server, post, signIn, get };
};

it.each(['requestsPerAddress=4', 'requestsPerUser=3'])(
  '%s: who has used up a minute still has after a restart',
  async (limits) => {
    const before = await start(limits);
    const cookie = await before.signIn();
    for (let n = 0; n < 3; n += 1) expect(await before.get('/api/connections', cookie)).toBe(200);
    expect(await before.get('/api/connections', cookie)).toBe(429);
    await before.close();
    const after = await start(limits);
    expect(await after.get('/api/connections', cookie)).toBe(429);
    await after.close();
  },
);

it('a server that is killed has written its counts within a second', async () => {
  const before = await start('requestsPerAddress=1');
  const rounds = before.startSystemRounds();
  expect(await before.get('/api/meta')).toBe(200);
  await expect.poll(() => before.vault.windowCounts(Date.now()), { timeout: 10_000 }).toHaveLength(1);
  const other = await start('requestsPerAddress=1');
  expect(await other.get('/api/meta')).toBe(429);
  await rounds.stop();
  await other.close();
  await before.close();
});

it.each([
  ['signInsPerMinute=1', '/api/session'],
  ['signInsPerAddress=1', '/api/session'],
  ['startsPerMinute=1', '/api/attempts'],
  ['startsPerAddress=1', '/api/attempts'],
])('%s: an address that has used it up still has after a restart', async (limits, url) => {
  const before = await start(limits);
  const cookie = await before.signIn();
  const body = url === '/api/attempts' ? startBody : { dev: { userId: 'u1' } };
  if (url === '/api/attempts') expect((await before.post(url, body, cookie)).statusCode).toBe(201);
  await before.close();
  const after = await start(limits);
  expect((await after.post(url, body, cookie)).statusCode).toBe(429);
  await after.close();
});
