import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SimulatedNetwork } from './network.ts';
import { refereeClient } from './testing/referee-client.ts';

interface Ready {
  ready: true;
  control: string;
  networkFile: string;
}

let folder: string;
let running: ChildProcess | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'simulator-'));
});
afterEach(async () => {
  await stop('SIGKILL');
  rmSync(folder, { recursive: true });
});

async function start(dcPorts: string): Promise<Ready> {
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  const flags = ['--port', '0', '--dc-ports', dcPorts, '--data', join(folder, 'simulator.db'), '--json'];
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--conditions=@botize/source', main, ...flags, '--network-file', join(folder, 'network.json')],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  running = child;
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return JSON.parse(line) as Ready;
}

async function stop(signal: NodeJS.Signals): Promise<unknown> {
  const child = running;
  running = null;
  if (!child || child.exitCode !== null || child.signalCode !== null) return null;
  const ended = once(child, 'exit');
  child.kill(signal);
  return (await ended)[0];
}

test('after a kill the same network, keys and sessions are there; it ends cleanly when told to', async () => {
  const first = await start('0,0,0');
  const network = JSON.parse(readFileSync(first.networkFile, 'utf8')) as SimulatedNetwork;
  const { client, storage } = await refereeClient(network);
  await client.start({ phone: '+9996620000', code: '22222', codeSentCallback: () => undefined });
  await client.destroy();
  await stop('SIGKILL');

  const second = await start(network.dataCenters.map(({ port }) => port).join(','));
  expect(JSON.parse(readFileSync(second.networkFile, 'utf8'))).toEqual(network);
  const again = await refereeClient(network, storage);
  expect((await again.client.getMe()).phoneNumber).toBe('9996620000');
  const journal = await fetch(`${second.control}/control/journal?method=auth.signIn`);
  expect(await journal.json()).toMatchObject({ entries: [{ outcome: 'auth.authorization' }] });
  await again.client.destroy();
  expect(await stop('SIGTERM')).toBe(0);
});
