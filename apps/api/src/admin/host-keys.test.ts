import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeyring, loadKeyring, openVault } from '@botize/vault';
import { expect, onTestFinished, test } from 'vitest';
import { runAdmin } from './commands.ts';

const installation = () => {
  const folder = mkdtempSync(join(tmpdir(), 'host-keys-'));
  chmodSync(folder, 0o700);
  onTestFinished(() => rmSync(folder, { recursive: true }));
  createKeyring(join(folder, 'vault-keys.json'));
  const run = async (...args: string[]) => {
    const lines: string[] = [];
    const code = await runAdmin(['host-keys', ...args], {
      env: { DATA_DIR: folder },
      print: (line) => lines.push(line),
    });
    return { code, text: lines.join('\n') };
  };
  return { folder, run };
};

test('a key is shown once, works with its scopes until it is revoked, and is nowhere in the files', async () => {
  const { folder, run } = installation();
  const made = await run('create', 'backend', 'links', 'sessions');
  expect(made.code).toBe(0);
  const [, key = ''] = /(bhk_[\w-]{43})/.exec(made.text) ?? [];
  const [, id = ''] = /(hky_[\w-]+)/.exec(made.text) ?? [];
  const vault = await openVault({
    databaseFile: join(folder, 'connect.db'),
    keyring: loadKeyring(join(folder, 'vault-keys.json')),
  });
  onTestFinished(() => vault.close());
  expect(await vault.host.keyOf(key)).toEqual({ id, name: 'backend', scopes: ['links', 'sessions'] });
  const listed = await run('list');
  expect(listed.text).toContain(`${id}  backend  links sessions`);
  expect(listed.text).not.toContain(key);
  expect((await run('revoke', id)).code).toBe(0);
  expect(await vault.host.keyOf(key)).toBeNull();
  expect((await run('revoke', id)).code).toBe(1);
  for (const file of readdirSync(folder)) expect(readFileSync(join(folder, file)).includes(key)).toBe(false);
});

test.each([['create'], ['create', 'name'], ['create', 'name', 'everything'], ['revoke'], ['burn']])(
  'what is not understood is explained: %s %s %s',
  async (...args) => {
    const { run } = installation();
    const { code, text } = await run(...args.filter((arg) => arg !== undefined));
    expect([code, text]).toEqual([2, expect.stringContaining('host-keys create <name> <scope>')]);
    expect((await run('list')).text).toBe('');
  },
);
