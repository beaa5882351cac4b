import {
  addKey,
  createKeyring,
  dropKey,
  letGoOfKey,
  loadKeyring,
  openVault,
  rotateKeys,
  rotationProgress,
  verifySecrets,
} from '@botize/vault';
import type { SqliteVault } from '@botize/vault';
import { readConfig } from '../config/read-config.ts';
import type { Config } from '../config/read-config.ts';
import type { AdminCommand } from './command.ts';

export const keysUsage = [
  'keys create         makes the first keyring; never replaces one',
  'keys list           the keys of the keyring, and how many records each one seals',
  'keys add            adds a fresh key, which seals from now on; the others still open',
  'keys rotate         moves every record to that key while the server runs; can be stopped and begun again',
  'keys retire <id>    removes a key that no record needs any more, for good',
  'keys verify         opens every record and forgets what was in it',
];

type Print = (line: string) => void;

const withVault = async <T>(config: Config, work: (vault: SqliteVault) => Promise<T>): Promise<T> => {
  const vault = await openVault({ databaseFile: config.databaseFile, keyring: loadKeyring(config.keyringFile) });
  try {
    return await work(vault);
  } finally {
    await vault.close();
  }
};

const list = async (config: Config, print: Print) => {
  const { ids } = loadKeyring(config.keyringFile);
  const { activeKeyId, byKeyId } = await withVault(config, rotationProgress);
  for (const id of ids) {
    const records = byKeyId[id] ?? 0;
    print(`${id}  ${id === activeKeyId ? 'seals' : 'opens'}  ${records} ${records === 1 ? 'record' : 'records'}`);
  }
  return 0;
};

const create = async (config: Config, print: Print) => {
  const { activeId } = createKeyring(config.keyringFile);
  print(
    `${config.keyringFile} is made, with ${activeId}. Without it nothing in the database opens: keep a copy elsewhere.`,
  );
  return 0;
};

const add = async (config: Config, print: Print) => {
  const { activeId } = addKey(config.keyringFile);
  print(`${activeId} added; it seals from now on. Move the rest to it with: keys rotate`);
  return 0;
};

const rotate = (config: Config, print: Print) =>
  withVault(config, async (vault) => {
    const before = await rotationProgress(vault);
    print(`${before.left} records to move to ${before.activeKeyId}`);
    let done = 0;
    const onBatch = (moved: number) => {
      done += moved;
      print(`${done} of ${Math.max(done, before.left)} moved`);
    };
    const { damaged } = await rotateKeys(vault, { onBatch });
    const { left } = await rotationProgress(vault);
    for (const { table, id, error } of damaged) print(`${table} ${id} was left alone: ${error.message}`);
    print(
      left === 0 ? 'The other keys open nothing now: keys retire <id>' : `${left} records are left under other keys`,
    );
    return left === 0 ? 0 : 1;
  });

const retire = async (config: Config, print: Print, id: string) => {
  const keyring = loadKeyring(config.keyringFile);
  if (id === keyring.activeId || !keyring.ids.includes(id)) {
    print(id === keyring.activeId ? `${id} is the key that seals: keys add first` : `there is no key ${id}`);
    return 1;
  }
  const needed = await withVault(config, (vault) => letGoOfKey(vault, id));
  if (needed > 0) {
    print(`${needed} records need key ${id}: keys rotate first`);
    return 1;
  }
  dropKey(config.keyringFile, id);
  print(`${id} is gone. A backup made before the rotation needs it: keep a copy as long as you keep that backup.`);
  return 0;
};

const verify = async (config: Config, print: Print) => {
  const { opened, damaged } = await withVault(config, verifySecrets);
  for (const { table, id, error } of damaged) print(`${table} ${id} does not open: ${error.message}`);
  print(`${opened} records open, ${damaged.length} do not`);
  return damaged.length === 0 ? 0 : 1;
};

const explain = (print: Print) => {
  for (const line of keysUsage) print(line);
  return 2;
};

/** `keys …`: the keyring and what it seals. */
export const keysCommand: AdminCommand = async ([verb, id], { env, print }) => {
  const config = readConfig(env);
  switch (verb) {
    case 'create':
      return create(config, print);
    case 'list':
      return list(config, print);
    case 'add':
      return add(config, print);
    case 'rotate':
      return rotate(config, print);
    case 'verify':
      return verify(config, print);
    case 'retire':
      return id === undefined ? explain(print) : retire(config, print, id);
    default:
      return explain(print);
  }
};
