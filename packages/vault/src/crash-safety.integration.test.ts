import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { createKeyring } from './crypto/keyring-file.ts';
import { inspectSessions } from './inspect-sessions.ts';
import { TemporaryVault } from './testing/temporary-vault.ts';

const program = fileURLToPath(new URL('./testing/commit-forever.ts', import.meta.url));

/** Lets the program commit, kills it after so many commits and `delayMs` more, and says which was the last it told of. */
async function killedAfter(commits: number, delayMs: number, files: string[]): Promise<number> {
  const child = spawn(process.execPath, ['--conditions=@botize/source', '--import', 'tsx', program, ...files], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let told = 0;
  let first = 0;
  child.stdout.setEncoding('utf8').on('data', (lines: string) => {
    told = Number(lines.trim().split('\n').at(-1));
    first ||= told;
    if (told >= first + commits) setTimeout(() => child.kill('SIGKILL'), delayMs);
  });
  await once(child, 'close');
  expect(child.signalCode).toBe('SIGKILL');
  return told;
}

test('a process killed in the middle of its commits leaves each of them whole or not there at all', async () => {
  const place = new TemporaryVault();
  const keysFile = join(place.folder, 'keyring.json');
  place.keyring = createKeyring(keysFile);
  for (const round of [1, 2, 3, 4, 5, 6]) {
    const told = await killedAfter(round * 7, round * 0.7, [place.databaseFile, keysFile]);
    const vault = await place.open();
    const done = (await vault.openAttempt('u1'))?.revision ?? 0;
    expect(done === told || done === told + 1, `${done} commits found, ${told} told of`).toBe(true);
    expect(await vault.connections('u1')).toHaveLength(done);
    expect(await vault.retiredKeysDue(done + 1, 100_000)).toHaveLength(done);
    expect(await vault.verifyAudit()).toEqual({ users: 1, entries: done, broken: [] });
    const latest = await vault.activity('u1', null, 1);
    expect(latest[0]?.detail).toEqual({ number: done });
    expect(await inspectSessions(vault)).toHaveLength(1 + 2 * done);
    await vault.close();
  }
});

test('a disk that reports an error is told as such, and leaves each commit whole or not there at all', async () => {
  const place = new TemporaryVault();
  const keysFile = join(place.folder, 'keyring.json');
  place.keyring = createKeyring(keysFile);
  // No file of this process may grow beyond so many blocks: writing on fails as it does on a broken disk.
  const limited = ['-c', 'ulimit -f 2000; exec "$@"', 'sh', process.execPath];
  const args = ['--conditions=@botize/source', '--import', 'tsx', program, place.databaseFile, keysFile];
  const child = spawn('sh', [...limited, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [told, complaint] = [await text(child.stdout), await text(child.stderr)];
  expect(complaint).toContain('StorageError: the disk reports an error');
  const last = Number(told.trim().split('\n').at(-1));
  const vault = await place.open();
  const done = (await vault.openAttempt('u1'))?.revision ?? 0;
  // The giving back of the lease, which comes after the commit, may be what failed.
  expect([last, last + 1]).toContain(done);
  expect(done).toBeGreaterThan(0);
  expect(await vault.connections('u1')).toHaveLength(done);
  expect(await vault.verifyAudit()).toEqual({ users: 1, entries: done, broken: [] });
});
