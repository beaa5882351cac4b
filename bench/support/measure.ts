import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assemble, createLog, readConfig } from '@botize/api/parts';
import { createFakeTelegram } from '@botize/login/testing';
import { createKeyring, openVault } from '@botize/vault';
import { type Case, cases } from './cases.ts';
import { fill } from './fill.ts';

export interface Measured {
  name: string;
  /** Milliseconds, sorted: by the clock, and of the processor, which tells what a busy machine adds. */
  times: number[];
  worked: number[];
}
export interface Size {
  connections: number;
  megabytes: number;
  filledInSeconds: number;
  measured: Measured[];
}

type Server = Awaited<ReturnType<typeof assemble>>;

const signIn = async ({ app }: Server, origin: string): Promise<string> => {
  const payload = { dev: { userId: 'bench', role: 'support' } };
  const answer = await app.inject({ method: 'POST', url: '/api/session', headers: { origin }, payload });
  return String(answer.headers['set-cookie']).split(';', 1)[0] ?? '';
};

interface Asking {
  server: Server;
  headers: { origin: string; cookie: string };
  connections: number;
  times: number;
}

const ascending = (a: number, b: number) => a - b;
const pick = (below: number) => Math.floor(Math.random() * below);

/** Whole requests: cookie, gate, search, audit, answer. Only the socket is left out. */
const ask = async ({ server, headers, connections, times }: Asking, one: Case): Promise<Measured> => {
  const taken: number[] = [];
  const worked: number[] = [];
  for (let n = -10; n < times; n += 1) {
    const payload = one.body?.(pick, connections);
    const request = { method: one.method, url: one.url(pick, connections), headers };
    const before = process.cpuUsage();
    const startedAt = performance.now();
    const answer = await server.app.inject({ ...request, ...(payload === undefined ? {} : { payload }) });
    const ms = performance.now() - startedAt;
    const { user, system } = process.cpuUsage(before);
    if (answer.statusCode !== 200) throw new Error(`${one.name}: ${answer.statusCode} ${answer.body}`);
    if (n < 0) continue;
    taken.push(ms);
    worked.push((user + system) / 1000);
  }
  return { name: one.name, times: taken.toSorted(ascending), worked: worked.toSorted(ascending) };
};

/** A database of so many connections, and how long the console takes on it. */
export const measure = async (connections: number, times: number, say: (line: string) => void): Promise<Size> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-support-'));
  const config = readConfig({ DATA_DIR: folder, LIMITS: 'off' });
  const keyring = createKeyring(config.keyringFile);
  const vault = await openVault({ databaseFile: config.databaseFile, keyring });
  const startedAt = performance.now();
  fill(vault, config.databaseFile, connections);
  const filledInSeconds = (performance.now() - startedAt) / 1000;
  say(`${connections} connections written in ${filledInSeconds.toFixed(0)} s`);
  const parts = { networkName: 'none', dials: true, vault, gateway: createFakeTelegram() };
  const server = await assemble(config, parts, createLog({ write: () => undefined }));
  const { origin } = config.publicUrl;
  const headers = { origin, cookie: await signIn(server, origin) };
  const measured: Measured[] = [];
  for (const one of cases) {
    measured.push(await ask({ server, headers, connections, times }, one));
    say(`  ${one.name}`);
  }
  const megabytes = statSync(config.databaseFile).size / 1_048_576;
  await server.close();
  rmSync(folder, { recursive: true });
  return { connections, megabytes, filledInSeconds, measured };
};
