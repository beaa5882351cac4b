import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aConnection, aSecret } from '@botize/testkit/vault-records';
import { createKeyring, EnvelopeError, loadKeyring, openVault } from '@botize/vault';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { runAdmin } from './commands.ts';

/** A folder as a server leaves it, with so many connections of u1, u2 …, and the commands run on it. */
async function installation(connections = 3) {
  const folder = mkdtempSync(join(tmpdir(), 'admin-'));
  chmodSync(folder, 0o700);
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const env = { DATA_DIR: folder };
  const [keyringFile, databaseFile] = [join(folder, 'vault-keys.json'), join(folder, 'connect.db')];
  const open = (keyring = loadKeyring(keyringFile)) => openVault({ databaseFile, keyring });
  const vault = await open(createKeyring(keyringFile));
  for (let n = 1; n <= connections; n += 1) {
    const userId = `u${n}`;
    const entry = {
      userId,
      at: 1,
      actor: { kind: 'user' as const, id: userId },
      action: 'connection.connected' as const,
    };
    await vault.commit(null, [
      { type: 'connection.put', record: aConnection({ id: `con_${n}`, userId }), secret: aSecret() },
      { type: 'audit', entry },
    ]);
  }
  await vault.close();
  const run = async (...args: string[]) => {
    const lines: string[] = [];
    const code = await runAdmin(args, { env, print: (line) => lines.push(line) });
    return { code, lines };
  };
  const tamper = (sql: string) => {
    const db = new BetterSqlite3(databaseFile);
    db.exec(sql);
    db.close();
  };
  return { keyringFile, open, run, tamper };
}

describe('keys', () => {
  test('begin with a keyring that is made once and never replaced', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'admin-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const keyringFile = join(folder, 'keys', 'vault-keys.json');
    const lines: string[] = [];
    const context = {
      env: { DATA_DIR: join(folder, 'data'), VAULT_KEYS_FILE: keyringFile },
      print: (line: string) => void lines.push(line),
    };
    expect(await runAdmin(['keys', 'create'], context)).toBe(0);
    expect(loadKeyring(keyringFile).ids).toEqual(['k1']);
    const made = readFileSync(keyringFile);
    const { keys } = JSON.parse(made.toString()) as { keys: { key: string }[] };
    expect(lines.join()).not.toContain(keys[0]?.key);
    await expect(runAdmin(['keys', 'create'], context)).rejects.toThrow('cannot create the keyring');
    expect(readFileSync(keyringFile)).toEqual(made);
  });

  test('go from the old one to a new one, after which the old one opens nothing', async () => {
    const { run, open, keyringFile } = await installation();
    const oldKeyring = loadKeyring(keyringFile);
    const copy = readFileSync(keyringFile);
    expect(await run('keys', 'list')).toEqual({ code: 0, lines: ['k1  seals  3 records'] });
    expect(await run('keys', 'add')).toMatchObject({ code: 0 });
    expect((await run('keys', 'list')).lines).toEqual(['k1  opens  3 records', 'k2  seals  0 records']);
    expect(await run('keys', 'retire', 'k1')).toMatchObject({
      code: 1,
      lines: [expect.stringMatching(/3 records need/)],
    });

    const rotated = await run('keys', 'rotate');
    expect(rotated.code).toBe(0);
    expect(rotated.lines).toContain('3 of 3 moved');
    expect((await run('keys', 'list')).lines).toEqual(['k1  opens  0 records', 'k2  seals  3 records']);
    expect(await run('keys', 'verify')).toEqual({ code: 0, lines: ['3 records open, 0 do not'] });
    expect(await run('keys', 'retire', 'k1')).toMatchObject({ code: 0 });
    expect((await run('keys', 'list')).lines).toEqual(['k2  seals  3 records']);

    const newKeyring = readFileSync(keyringFile);
    writeFileSync(keyringFile, copy);
    await expect(open()).rejects.toThrow('the database needs key "k2", which the keyring does not have');
    expect(oldKeyring.ids).toEqual(['k1']);
    writeFileSync(keyringFile, newKeyring);
    const vault = await open();
    expect(await vault.connectionSecret('u1', 'con_1')).not.toBeNull();
    await vault.close();
  });

  test('are rotated under a server that goes on working', async () => {
    const { run, open } = await installation();
    const server = await open();
    await run('keys', 'add');
    expect((await run('keys', 'rotate')).code).toBe(0);
    expect((await run('keys', 'retire', 'k1')).code).toBe(0);
    expect(await server.connectionSecret('u2', 'con_2')).not.toBeNull();
    const [record, secret] = [aConnection({ id: 'con_9', userId: 'u9' }), aSecret()];
    await server.commit(null, [{ type: 'connection.put', record, secret }]);
    expect((await run('keys', 'list')).lines).toEqual(['k2  seals  4 records']);
    await server.close();
  });

  test('say which records do not open, and are not retired from under them', async () => {
    const { run, tamper, open } = await installation();
    await run('keys', 'add');
    tamper(`update connections set user_id = 'u7' where id = 'con_2'`);
    const rotated = await run('keys', 'rotate');
    expect(rotated.code).toBe(1);
    expect(rotated.lines.at(-1)).toBe('1 records are left under other keys');
    expect(rotated.lines.join()).toContain('connections con_2 was left alone');
    expect((await run('keys', 'retire', 'k1')).code).toBe(1);
    const verified = await run('keys', 'verify');
    expect(verified).toMatchObject({ code: 1 });
    expect(verified.lines.at(-1)).toBe('2 records open, 1 do not');
    const vault = await open();
    await expect(vault.connectionSecret('u7', 'con_2')).rejects.toBeInstanceOf(EnvelopeError);
    await vault.close();
  });

  test('stay where they are if they are in use, or not there', async () => {
    const { run } = await installation(0);
    expect(await run('keys', 'retire', 'k1')).toEqual({ code: 1, lines: ['k1 is the key that seals: keys add first'] });
    expect(await run('keys', 'retire', 'k5')).toEqual({ code: 1, lines: ['there is no key k5'] });
    expect((await run('keys', 'list')).code).toBe(0);
  });

  test('that nothing was ever sealed under can go at once, and the server starts without them', async () => {
    const { run, open } = await installation(0);
    await run('keys', 'add');
    expect((await run('keys', 'retire', 'k1')).code).toBe(0);
    await (await open()).close();
  });
});

describe('audit verify', () => {
  test('says that all chains hold, or which one does not', async () => {
    const { run, tamper } = await installation();
    expect(await run('audit', 'verify')).toEqual({ code: 0, lines: ['3 chains with 3 entries, 0 broken'] });
    tamper(`update audit set at = at + 1 where user_id = 'u2'`);
    expect(await run('audit', 'verify')).toEqual({
      code: 1,
      lines: ['u2, entry 1: entry_changed', '3 chains with 3 entries, 1 broken'],
    });
    expect((await run('audit', 'verify', 'u1')).code).toBe(0);
    expect((await run('audit', 'verify', 'u2')).code).toBe(1);
  });
});

test('what is not understood is answered with what there is', async () => {
  const { run } = await installation(0);
  for (const line of [[], ['help'], ['constructor'], ['keys'], ['keys', 'eat'], ['keys', 'retire'], ['audit']]) {
    const { code, lines } = await run(...line);
    expect(code).toBe(2);
    expect(lines.join('\n')).toMatch(/audit verify|keys rotate/);
  }
});
