import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aConnection, aSecret } from '@botize/testkit/vault-records';
import { createKeyring, diallingStopped, loadKeyring, openVault } from '@botize/vault';
import { describe, expect, onTestFinished, test } from 'vitest';
import { runAdmin } from './commands.ts';

async function installation() {
  const folder = mkdtempSync(join(tmpdir(), 'backup-'));
  chmodSync(folder, 0o700);
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [keyringFile, databaseFile, file] = ['vault-keys.json', 'connect.db', 'copy.db'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  createKeyring(keyringFile);
  const open = () => openVault({ databaseFile, keyring: loadKeyring(keyringFile) });
  const connect = async (id: string) => {
    const vault = await open();
    await vault.commit(null, [{ type: 'connection.put', record: aConnection({ id, userId: id }), secret: aSecret() }]);
    return vault;
  };
  const run = async (...args: string[]) => {
    const lines: string[] = [];
    const code = await runAdmin(args, { env: { DATA_DIR: folder }, print: (line) => lines.push(line) });
    return { code, text: lines.join('\n') };
  };
  return { databaseFile, file, open, connect, run };
}

describe('a backup', () => {
  test('is made while the server writes, is private, and gives back what was there', async () => {
    const { file, open, connect, run } = await installation();
    const server = await connect('u1');
    expect(await run('backup', file)).toMatchObject({ code: 0 });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await server.close();
    await (await connect('u2')).close();

    expect(await run('restore', file)).toMatchObject({ code: 0 });
    const restored = await open();
    expect(await restored.connectionSecret('u1', 'u1')).not.toBeNull();
    expect(await restored.connections('u2')).toEqual([]);
    expect(await diallingStopped(restored)).not.toBeNull();
    await restored.close();
  });

  test('is not written over another one', async () => {
    const { file, connect, run } = await installation();
    await (await connect('u1')).close();
    writeFileSync(file, 'another');
    await expect(run('backup', file)).rejects.toThrow('EEXIST');
    expect(readFileSync(file, 'utf8')).toBe('another');
  });

  test('is not restored under a running server, nor when it is damaged or of another keyring', async () => {
    const { file, databaseFile, connect, run } = await installation();
    const server = await connect('u1');
    await run('backup', file);
    expect(await run('restore', file)).toMatchObject({ code: 1, text: expect.stringContaining('still running') });
    expect(await server.connections('u1')).toHaveLength(1);
    await server.close();

    const before = readFileSync(databaseFile);
    const damaged = readFileSync(file);
    damaged.fill(0x5a, 4_096);
    writeFileSync(file, damaged);
    await expect(run('restore', file)).rejects.toThrow('damaged');
    const stranger = await installation();
    await (await stranger.connect('u3')).close();
    await stranger.run('backup', stranger.file);
    await expect(run('restore', stranger.file)).rejects.toThrow('not the one');
    expect(readFileSync(databaseFile).equals(before)).toBe(true);
  });
});

describe('the doctor', () => {
  test('finds nothing wrong with a sound installation, and says what is under way', async () => {
    const { connect, run } = await installation();
    await (await connect('u1')).close();
    const { code, text } = await run('doctor');
    expect([code, text]).toEqual([0, expect.stringContaining('1 connections, 0 attempts')]);
    expect(text).not.toContain('BAD');
  });

  test('lets a restored database dial only when told to', async () => {
    const { file, open, connect, run } = await installation();
    await (await connect('u1')).close();
    await run('backup', file);
    await run('restore', file);
    expect(await run('doctor')).toMatchObject({ code: 1, text: expect.stringContaining('not allowed to dial') });
    expect(await run('doctor', '--allow-dialling')).toMatchObject({ code: 0 });
    const vault = await open();
    expect(await diallingStopped(vault)).toBeNull();
    await vault.close();
  });

  test('names what is open to others, missing, or damaged', async () => {
    const { databaseFile, connect, run } = await installation();
    expect(await run('doctor')).toMatchObject({ code: 1, text: expect.stringContaining('there is no database') });
    await (await connect('u1')).close();
    chmodSync(databaseFile, 0o644);
    expect(await run('doctor')).toMatchObject({ code: 1, text: expect.stringContaining('chmod 600') });
    chmodSync(databaseFile, 0o600);
    const bytes = readFileSync(databaseFile);
    bytes.fill(0x5a, 4_096, 40_000);
    writeFileSync(databaseFile, bytes);
    expect(await run('doctor')).toMatchObject({ code: 1, text: expect.stringContaining('damaged') });
  });
});
