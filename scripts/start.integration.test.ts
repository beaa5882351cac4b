import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { root } from './paths.mjs';
import { freePort } from './processes/ports.mjs';

const patience = 45_000;
let folder = '';
let port = 0;
let simulatorPort = 0;
let started: ChildProcess | undefined;
let output = '';

const start = (env: Record<string, string> = {}) => {
  output = '';
  const child = spawn(process.execPath, [join(root, 'scripts', 'start.mjs')], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'development',
      DATA_DIR: folder,
      PORT: String(port),
      SIMULATOR_PORT: String(simulatorPort),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  started = child;
  return child;
};
const ended = async (child: ChildProcess) => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
};
const says = (text: string) => vi.waitFor(() => expect(output).toContain(text), { timeout: patience, interval: 50 });
const isUp = (url: string) =>
  fetch(url).then(
    (answer) => answer.ok,
    () => false,
  );
const server = () => isUp(`http://127.0.0.1:${port}/readyz`);
const simulator = () => isUp(`http://127.0.0.1:${simulatorPort}/control/health`);

/** Who listens on a port of loopback, from the kernel's tables. */
const processesBelow = (pid: number) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
  port = await freePort();
  simulatorPort = await freePort();
});
afterEach(async () => {
  if (started) {
    started.kill('SIGTERM');
    await ended(started);
  }
  rmSync(folder, { recursive: true, force: true });
});

it('starts both programs, says where to go, and leaves none behind', async () => {
  const child = start();
  await says('is ready');
  expect(output).toContain(`http://localhost:${port}`);
  expect(output).toContain(`http://127.0.0.1:${simulatorPort}`);
  expect(output).toContain('12345');
  expect([await server(), await simulator()]).toEqual([true, true]);

  child.kill('SIGTERM');
  expect(await ended(child)).toBe(0);
  expect([await server(), await simulator()]).toEqual([false, false]);
});

it.runIf(process.platform === 'linux')('a killed server comes back, and Telegram goes on meanwhile', async () => {
  const child = start();
  await says('is ready');
  const before = processesBelow(child.pid!);
  const command = (pid: number) => readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  const serverPid = before.find((pid) => command(pid).includes(join('apps', 'api')));
  const simulatorPid = before.find((pid) => command(pid).includes('telegram-simulator'));

  process.kill(serverPid!, 'SIGKILL');
  await says('The server ended (SIGKILL)');
  expect(await simulator()).toBe(true);
  await vi.waitFor(async () => expect(await server()).toBe(true), { timeout: patience, interval: 50 });
  expect(processesBelow(child.pid!)).toContain(simulatorPid);
});

it.each([
  ['PORT', () => port],
  ['SIMULATOR_PORT', () => simulatorPort],
])('names the variable to change when a port is taken: %s', async (variable, taken) => {
  const other: Server = createServer().listen(taken(), '127.0.0.1');
  await once(other, 'listening');
  const child = start();
  expect(await ended(child)).toBe(1);
  expect(output).toContain(`Port ${taken()} is taken`);
  expect(output).toContain(`${variable}=`);
  other.close();
});
