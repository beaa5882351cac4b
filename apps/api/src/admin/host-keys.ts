import { HostScope } from '@botize/contract';
import { freshSecret, opaqueId } from '@botize/login';
import type { SqliteVault } from '@botize/vault';
import { loadKeyring, openVault } from '@botize/vault';
import { readConfig } from '../config/read-config.ts';
import type { AdminCommand, AdminContext } from './command.ts';

export const hostKeysUsage = [
  `host-keys create <name> <scope>…   a key for the host platform, shown once; scopes: ${HostScope.options.join(' ')}`,
  'host-keys list                     the keys of the host platform, without the keys themselves',
  'host-keys revoke <id>              makes a key useless, at once and for good',
];

const isScope = (text: string): text is HostScope => HostScope.options.some((scope) => scope === text);

const create = async (vault: SqliteVault, print: AdminContext['print'], [name, ...wanted]: string[]) => {
  const scopes = wanted.filter(isScope);
  if (name === undefined || scopes.length === 0 || scopes.length < wanted.length) return null;
  const key = `bhk_${freshSecret()}`;
  const id = opaqueId('hky');
  await vault.host.addKey({ id, name, scopes: [...new Set(scopes)], createdAt: Date.now() }, key);
  print(`${id}  ${name}  ${scopes.join(' ')}`);
  print(`The key, which is shown only now: ${key}`);
  return 0;
};

const list = async (vault: SqliteVault, print: AdminContext['print']) => {
  for (const { id, name, scopes, createdAt, revokedAt } of await vault.host.keys()) {
    const state = revokedAt === null ? 'works' : `revoked ${new Date(revokedAt).toISOString()}`;
    print(`${id}  ${name}  ${scopes.join(' ')}  made ${new Date(createdAt).toISOString()}  ${state}`);
  }
  return 0;
};

const revoke = async (vault: SqliteVault, print: AdminContext['print'], id: string) => {
  const revoked = await vault.host.revokeKey(id, Date.now());
  print(revoked ? `${id} opens nothing any more` : `there is no key ${id} that works`);
  return revoked ? 0 : 1;
};

/** `host-keys …`: who may use the host's API. A running server knows of a change with its next request. */
export const hostKeysCommand: AdminCommand = async ([verb, ...args], { env, print }) => {
  const config = readConfig(env);
  const vault = await openVault({ databaseFile: config.databaseFile, keyring: loadKeyring(config.keyringFile) });
  try {
    const [id] = args;
    if (verb === 'list') return await list(vault, print);
    if (verb === 'revoke' && id !== undefined) return await revoke(vault, print, id);
    const created = verb === 'create' ? await create(vault, print, args) : null;
    if (created !== null) return created;
  } finally {
    await vault.close();
  }
  for (const line of hostKeysUsage) print(line);
  return 2;
};
