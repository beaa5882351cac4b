import { resolve } from 'node:path';
import { loadKeyring, restore, StorageError } from '@botize/vault';
import { readConfig } from '../config/read-config.ts';
import type { AdminCommand } from './command.ts';

export const restoreUsage = ['restore <file>       puts a backup in the database’s place; the server must be stopped'];

/** `restore <file>`: the copy doesn't dial Telegram until `doctor --allow-dialling`. */
export const restoreCommand: AdminCommand = async ([file], { env, print }) => {
  if (file === undefined) {
    for (const line of restoreUsage) print(line);
    return 2;
  }
  const { databaseFile, keyringFile } = readConfig(env);
  try {
    const keyring = loadKeyring(keyringFile);
    const previous = await restore({ file: resolve(file), databaseFile, keyring, now: Date.now() });
    if (previous !== null) print(`What was there before is kept as ${previous}: remove it once you don’t need it.`);
  } catch (error) {
    if (!(error instanceof StorageError) || error.kind !== 'busy') throw error;
    print('A server is still running on this database. Stop it first; nothing was changed.');
    return 1;
  }
  print('Restored. A server may start now and will answer what it knows, but it dials nobody:');
  print('two servers on one Telegram session end that session. When the old one is gone for good, run');
  print('  npm run admin -- doctor --allow-dialling');
  return 0;
};
