import { resolve } from 'node:path';
import { backUp } from '@botize/vault';
import { readConfig } from '../config/read-config.ts';
import type { AdminCommand } from './command.ts';

export const backupUsage = ['backup <file>        copies the database while the server runs; the keyring is not in it'];

/** `backup <file>`: the file must not exist yet, and only its owner can read it. */
export const backupCommand: AdminCommand = async ([file], { env, print }) => {
  if (file === undefined) {
    for (const line of backupUsage) print(line);
    return 2;
  }
  const { databaseFile, keyringFile } = readConfig(env);
  await backUp(databaseFile, resolve(file));
  print(`Written to ${resolve(file)}.`);
  print(`Keep a copy of the keyring elsewhere: without ${keyringFile} this backup opens nothing.`);
  return 0;
};
