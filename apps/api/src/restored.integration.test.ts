import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runAdmin } from './admin/commands.ts';
import { compose } from './compose.ts';
import { readConfig } from './config/read-config.ts';
import { createLog } from './http/log.ts';
import { origin } from './testing/fixtures.ts';

const quiet = createLog(new Writable({ write: (_chunk, _encoding, done) => done() }));
const body = {
  credentials: { apiId: 12345, apiHash: '0123456789abcdef0123456789abcdef' },
  consent: { version: '2026-11' },
};

let folder: string;
let env: Record<string, string>;
let dialled: number;
/** In Telegram's place; hangs up on everybody. */
const telegram = createServer((socket) => ((dialled += 1), socket.destroy()));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'restored-'));
  chmodSync(folder, 0o700);
  dialled = 0;
  telegram.listen(0, '127.0.0.1');
  await once(telegram, 'listening');
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const network = {
    name: 'simulator',
    defaultDataCenter: 2,
    dataCenters: [{ id: 2, host: '127.0.0.1', port: (telegram.address() as AddressInfo).port }],
    publicKeys: [publicKey.export({ type: 'pkcs1', format: 'pem' })],
  };
  const file = join(folder, 'network.json');
  writeFileSync(file, JSON.stringify(network));
  env = { DATA_DIR: folder, TELEGRAM_NETWORK: file, CHECK_INTERVAL_SECONDS: '60' };
});
afterEach(async () => {
  telegram.close();
  await once(telegram, 'close');
  rmSync(folder, { recursive: true });
});

/** A whole server with its rounds, in which somebody tries to begin; answers with what code. */
const beginOnce = async (): Promise<string> => {
  const server = await compose(readConfig(env), quiet);
  const rounds = server.startSystemRounds();
  const enter = {
    method: 'POST',
    url: '/api/session',
    headers: { origin },
    payload: { dev: { userId: 'u1' } },
  } as const;
  const entered = await server.app.inject(enter);
  const cookie = String(entered.headers['set-cookie']).split(';', 1)[0] ?? '';
  const begin = { method: 'POST', url: '/api/attempts', headers: { origin, cookie }, payload: body } as const;
  const begun = await server.app.inject(begin);
  await rounds.stop();
  await server.close();
  return begun.json().code;
};

const admin = (...args: string[]) => runAdmin(args, { env, print: () => undefined });

it('a restored copy does not dial until it is told to', async () => {
  expect(await beginOnce()).toBe('telegram.unreachable');
  expect(dialled).toBeGreaterThan(0);
  const copy = join(folder, 'copy.db');
  expect([await admin('backup', copy), await admin('restore', copy)]).toEqual([0, 0]);

  dialled = 0;
  expect(await beginOnce()).toBe('server.not_dialling');
  expect(dialled).toBe(0);

  expect(await admin('doctor', '--allow-dialling')).toBe(0);
  expect(await beginOnce()).toBe('telegram.unreachable');
  expect(dialled).toBeGreaterThan(0);
});
