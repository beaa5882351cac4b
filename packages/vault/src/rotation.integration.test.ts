import { aConnection, anAttempt, aRetiredKey, aSecret } from '@botize/testkit/vault-records';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { addKey, createKeyring, dropKey } from './crypto/keyring-file.ts';
import { inspectSessions } from './inspect-sessions.ts';
import { rotationProgress } from './rotation.ts';
import { TemporaryVault } from './testing/temporary-vault.ts';

const program = fileURLToPath(new URL('./testing/rotate-until-killed.ts', import.meta.url));

/** What ended the program: SIGKILL, or nothing left to do. */
async function rotate(where: 'within' | 'after', files: string[]): Promise<'killed' | 'finished'> {
  const args = ['--conditions=@botize/source', '--import', 'tsx', program, ...files, where];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'close');
  if (child.signalCode === 'SIGKILL') return 'killed';
  expect(child.exitCode).toBe(0);
  return 'finished';
}

test('a rotation killed at every record goes on where it was, and loses nothing', async () => {
  const place = new TemporaryVault();
  const keysFile = join(place.folder, 'keyring.json');
  const files = [place.databaseFile, keysFile];
  place.keyring = createKeyring(keysFile);
  const before = await place.open();
  for (const userId of ['u1', 'u2', 'u3']) {
    await before.insertAttempt(anAttempt({ userId }), []);
    await before.commit(null, [
      { type: 'connection.put', record: aConnection({ userId }), secret: aSecret() },
      { type: 'key.retire', key: aRetiredKey({ userId }) },
    ]);
  }
  const sessions = await inspectSessions(before);
  await before.close();
  place.keyring = addKey(keysFile);

  const leftNow = async () => {
    const vault = await place.open();
    expect(await inspectSessions(vault)).toEqual(sessions);
    const { left } = await rotationProgress(vault);
    await vault.close();
    return left;
  };
  let left = await leftNow();
  expect(left).toBe(9);
  while (left > 0) {
    // A table with one record left has no second one to be killed at: that record is moved.
    const oneLeft = left % 3 === 1;
    expect(await rotate('within', files)).toBe(left === 1 ? 'finished' : 'killed');
    const afterWithin = await leftNow();
    expect(afterWithin).toBe(oneLeft ? left - 1 : left);
    left = afterWithin;
    if (left === 0) break;
    expect(await rotate('after', files)).toBe('killed');
    expect(await leftNow()).toBe(left - 1);
    left -= 1;
  }
  expect(await rotate('after', files)).toBe('finished');

  place.keyring = dropKey(keysFile, 'k1');
  const after = await place.open();
  expect(await inspectSessions(after)).toEqual(sessions);
  expect((await after.verifyAudit()).broken).toEqual([]);
}, 240_000);
