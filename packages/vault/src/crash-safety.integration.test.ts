import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
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
