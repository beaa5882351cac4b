import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { supervise } from './supervise.mjs';

let folder = '';
let program: ReturnType<typeof supervise> | undefined;

/** A program that notes its process id and stays. */
const staying = `
  import { appendFileSync } from 'node:fs';
  appendFileSync(process.env.PIDS, process.pid + '\\n');
  console.log('I am ' + process.pid);
  setInterval(() => {}, 1000);
`;
const start = (source: string) => {
  const entry = join(folder, 'program.mjs');
  writeFileSync(entry, source);
  writeFileSync(join(folder, 'pids'), '');
  program = supervise({
    name: 'program',
    entry,
    env: { ...process.env, PIDS: join(folder, 'pids') },
    log: join(folder, 'logs', 'program.log'),
  });
  return program;
};
const pids = () => readFileSync(join(folder, 'pids'), 'utf8').split('\n').filter(Boolean).map(Number);
const alive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'supervise-'));
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(async () => {
  await program?.stop(1000);
  rmSync(folder, { recursive: true, force: true });
  vi.restoreAllMocks();
});

it('starts a program again that was killed, and ends it for good when told to', async () => {
  const { stop, crashes } = start(staying);
  await vi.waitFor(() => expect(pids()).toHaveLength(1), 5000);
  process.kill(pids()[0]!, 'SIGKILL');
  await vi.waitFor(() => expect(pids()).toHaveLength(2), 5000);
  expect(crashes()).toBe(1);

  await stop();
  expect(pids().filter(alive)).toEqual([]);
});

it('ends a program that ignores SIGTERM', async () => {
  const { stop } = start(`process.on('SIGTERM', () => {});${staying}`);
  await vi.waitFor(() => expect(pids()).toHaveLength(1), 5000);
  await stop(100);
  expect(pids().filter(alive)).toEqual([]);
});

it('keeps the output in a file for the owner alone, and shows its last lines when the program ends', async () => {
  start(`console.error('no such thing'); process.exit(3);`);
  await vi.waitFor(() => expect(console.error).toHaveBeenCalledWith(expect.stringContaining('exit code 3')), 5000);
  expect(console.error).toHaveBeenCalledWith(expect.stringContaining('no such thing'));
  const log = join(folder, 'logs', 'program.log');
  expect(readFileSync(log, 'utf8')).toContain('no such thing');
  expect(statSync(log).mode & 0o777).toBe(0o600);
});
