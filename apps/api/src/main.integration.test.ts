import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LoginAttempt, Problem } from '@botize/contract';
import { startSimulator } from '@botize/telegram-simulator';
import { createKeyring } from '@botize/vault';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const phone = '+34612345678';

let dataDir: string;
let ends: (() => unknown)[];
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'main-'));
  ends = [() => rm(dataDir, { recursive: true })];
});
afterEach(async () => {
  for (const end of ends.toReversed()) await end();
});

const startServer = (env: Record<string, string>, options: string[] = []) => {
  const args = [...options, '--import', 'tsx', '--conditions=@botize/source', main];
  const withoutCoreDumps = ['-c', 'ulimit -c 0; exec "$0" "$@"', process.execPath, ...args];
  const child = spawn('/bin/sh', withoutCoreDumps, { env: { PATH: process.env.PATH, DATA_DIR: dataDir, ...env } });
  const output = { text: '' };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output.text += String(chunk)));
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  ends.push(async () => {
    child.kill('SIGKILL');
    await exited;
  });
  return { child, output, exited };
};

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

/** Server and simulator; the network file appears only once the server looks for it. */
const startBoth = async (more: Record<string, string> = {}) => {
  const port = await freePort();
  const env = { PORT: String(port), ...more };
  const server = startServer(env);
  const simulator = await startSimulator();
  ends.push(() => simulator.close());
  const file = join(dataDir, 'simulator-network.json');
  await writeFile(`${file}.new`, JSON.stringify(simulator.network));
  await rename(`${file}.new`, file);

  const origin = `http://localhost:${port}`;
  const url = `http://127.0.0.1:${port}`;
  const ready = async () => (await fetch(`${url}/readyz`)).status;
  const whenReady = () => vi.waitFor(async () => expect(await ready()).toBe(200), { timeout: 30_000, interval: 50 });
  await whenReady();
  const post = (path: string, body: object, cookie = '') =>
    fetch(url + path, {
      method: 'POST',
      headers: { origin, cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const fault = (body: object) =>
    fetch(`${simulator.control}/control/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const faultsLeft = async () => (await fetch(`${simulator.control}/control/faults`)).text();
  const entered = await post('/api/session', { dev: { userId: 'u1' } });
  const cookie = String(entered.headers.get('set-cookie')).split(';', 1)[0] ?? '';
  return {
    ...server,
    url,
    ready,
    fault,
    faultsLeft,
    cookie,
    post: (path: string, body: object) => post(path, body, cookie),
    /** Starts the server once more, and asks it for the open attempt. */
    again: async () => {
      startServer(env);
      await whenReady();
      const open = async () => (await fetch(`${url}/api/attempts/current`, { headers: { cookie } })).json();
      return { open: async () => LoginAttempt.parse(await open()) };
    },
  };
};

const startBody = {
  credentials: { apiId: 12345, apiHash: '0123456789abcdef0123456789abcdef' },
  consent: { version: '2026-11' },
};

describe('the process', () => {
  it('tells everything that keeps it from starting, and exits', async () => {
    const { exited, output } = startServer({ NODE_ENV: 'production', PORT: 'x', DATA_DIR: '' });
    expect(await exited).toBe(1);
    for (const name of ['PORT', 'PUBLIC_URL', 'DATA_DIR', 'VAULT_KEYS_FILE', 'TELEGRAM_NETWORK']) {
      expect(output.text).toMatch(new RegExp(`^  ${name}: `, 'm'));
    }
  });

  it('does not start on a network file that describes none', async () => {
    await writeFile(join(dataDir, 'simulator-network.json'), '{}');
    const { exited, output } = startServer({});
    expect(await exited).toBe(1);
    expect(output.text).toContain('does not describe a network');
  });

  it('does not start on a damaged database, and says so in one sentence', async () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const publicKeys = [publicKey.export({ type: 'pkcs1', format: 'pem' })];
    const dataCenters = [{ id: 2, host: '127.0.0.1', port: 1 }];
    const network = { name: 'simulator', defaultDataCenter: 2, dataCenters, publicKeys };
    await writeFile(join(dataDir, 'simulator-network.json'), JSON.stringify(network));
    await writeFile(join(dataDir, 'connect.db'), 'no database at all, '.repeat(1_000), { mode: 0o600 });
    const { exited, output } = startServer({});
    expect(await exited).toBe(1);
    expect(output.text.trim()).toMatch(/^the database is damaged: [^\n]+$/);
  });

  it('keeps what it holds to itself', async () => {
    await startBoth();
    for (const name of ['connect.db', 'vault-keys.json']) {
      expect((await stat(join(dataDir, name))).mode & 0o077, name).toBe(0);
    }
  });

  it('finishes on SIGTERM what it has begun, begins nothing new, and leaves the store written down', async () => {
    const { child, exited, output, url, cookie, ready, fault, faultsLeft, post } = await startBoth();
    const attempt = LoginAttempt.parse(await (await post('/api/attempts', startBody)).json());
    const events = await fetch(`${url}/api/attempts/${attempt.id}/events`, { headers: { cookie } });
    await fault({ method: 'auth.sendCode', kind: { type: 'slow', ms: 3_000 } });
    const submitPhone = { revision: attempt.revision, type: 'submit_phone', phone };
    const command = post(`/api/attempts/${attempt.id}/commands`, submitPhone);
    await vi.waitFor(async () => expect(await faultsLeft()).toBe('{"faults":[]}'), { interval: 10 });

    child.kill('SIGTERM');
    await vi.waitFor(async () => expect(await ready()).toBe(503), { interval: 10 });
    const refused = Problem.parse(await (await post('/api/attempts', startBody)).json());
    expect([refused.status, refused.code]).toEqual([503, 'server.draining']);
    expect((await events.text()).startsWith('retry: 2000\n\nid: ')).toBe(true);

    expect(LoginAttempt.parse(await (await command).json()).state.step).toBe('code');
    expect(await exited).toBe(0);
    expect(output.text).toContain('"event":"stopped","cut":false');
    const log = join(dataDir, 'connect.db-wal');
    expect(existsSync(log) ? statSync(log).size : 0).toBe(0);
  });

  it('waits 20 s for a request that is stuck at Telegram and no longer, and finds out after the next start', async () => {
    const patient = { TELEGRAM_DEADLINE_MS: '60000' };
    const { child, exited, output, fault, faultsLeft, post, again } = await startBoth(patient);
    const attempt = LoginAttempt.parse(await (await post('/api/attempts', startBody)).json());
    await fault({ method: 'auth.sendCode', kind: { type: 'slow', ms: 90_000 } });
    const submitPhone = { revision: attempt.revision, type: 'submit_phone', phone };
    const cut = post(`/api/attempts/${attempt.id}/commands`, submitPhone).then(
      ({ status }) => status,
      () => 'cut',
    );
    await vi.waitFor(async () => expect(await faultsLeft()).toBe('{"faults":[]}'), { interval: 10 });

    child.kill('SIGTERM');
    expect(await exited).toBe(0);
    expect(output.text).toContain('"event":"stopped","cut":true');
    expect([503, 504, 'cut']).toContain(await cut);

    const { open } = await again();
    const interrupted = { step: 'phone', issue: { code: 'attempt.interrupted' } };
    await vi.waitFor(async () => expect((await open()).state).toMatchObject(interrupted), { timeout: 10_000 });
  }, 120_000);

  it('ends on SIGTERM though a connection is open on which nothing was ever asked', async () => {
    const { child, exited, output, url } = await startBoth();
    const silent = connect(Number(new URL(url).port), '127.0.0.1');
    ends.push(() => silent.destroy());
    await once(silent, 'connect');
    child.kill('SIGTERM');
    expect(await exited).toBe(0);
    expect(output.text).toContain('"event":"stopped","cut":false');
  });

  describe('in production', () => {
    const production = async () => {
      const keys = await mkdtemp(join(tmpdir(), 'keys-'));
      ends.push(() => rm(keys, { recursive: true }));
      createKeyring(join(keys, 'keyring.json'));
      return {
        NODE_ENV: 'production',
        PORT: String(await freePort()),
        PUBLIC_URL: 'https://connect.example',
        VAULT_KEYS_FILE: join(keys, 'keyring.json'),
        TELEGRAM_NETWORK: 'test',
      };
    };

    it('does not start with options that would write its memory down, wherever they are given', async () => {
      const given = startServer(await production(), ['--heapsnapshot-signal=SIGUSR2']);
      const inherited = startServer({ ...(await production()), NODE_OPTIONS: '--report-on-fatalerror' });
      expect([await given.exited, await inherited.exited]).toEqual([1, 1]);
      expect(given.output.text).toContain('--heapsnapshot-signal must not be given to Node.js in production');
      expect(inherited.output.text).toContain('--report-on-fatalerror must not be given to Node.js in production');
    });

    it('opens no debugger on a signal', async () => {
      const env = await production();
      const { child, exited, output } = startServer(env);
      await vi.waitFor(() => expect(output.text).toContain('"event":"listening"'), { timeout: 30_000, interval: 50 });
      child.kill('SIGUSR1');
      expect((await fetch(`http://127.0.0.1:${env.PORT}/healthz`)).status).toBe(200);
      child.kill('SIGTERM');
      expect(await exited).toBe(0);
      expect(output.text).not.toContain('Debugger');
    });
  });
});
