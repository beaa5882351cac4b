import { existsSync } from 'node:fs';
import {
  allowDialling,
  checkUp,
  countsHold,
  diallingStopped,
  loadKeyring,
  openVault,
  verifySecrets,
} from '@botize/vault';
import type { SqliteVault } from '@botize/vault';
import type { Config } from '../config/read-config.ts';
import { readConfig } from '../config/read-config.ts';
import type { AdminCommand } from './command.ts';

export const doctorUsage = [
  'doctor               checks files, keyring, database, secrets and audit, and says what is still under way',
  '  --allow-dialling   lets a restored database dial Telegram again, once the original is gone',
];

type Print = (line: string) => void;

/** One line a finding; answers how many are bad. */
const findings = (print: Print) => {
  let bad = 0;
  return {
    good: (line: string) => print(`ok    ${line}`),
    note: (line: string) => print(`note  ${line}`),
    bad: (line: string) => {
      bad += 1;
      print(`BAD   ${line}`);
    },
    count: () => bad,
  };
};
type Told = ReturnType<typeof findings>;

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Opening checks the modes of files and folders, the keyring, and that it is the one of this database. */
const open = async ({ databaseFile, keyringFile }: Config, told: Told): Promise<SqliteVault | null> => {
  if (!existsSync(databaseFile)) {
    told.bad(`there is no database at ${databaseFile}: start the server once, or restore a backup`);
    return null;
  }
  try {
    const vault = await openVault({ databaseFile, keyring: loadKeyring(keyringFile) });
    told.good('files are private, the keyring fits the database');
    return vault;
  } catch (error) {
    told.bad(messageOf(error));
    return null;
  }
};

const inspect = async (vault: SqliteVault, told: Told) => {
  const found = await checkUp(vault);
  if (found.damage.length === 0) told.good('the database is sound');
  for (const line of found.damage) told.bad(`the database is damaged: ${line}`);

  const { opened, damaged } = await verifySecrets(vault);
  for (const { table, id } of damaged) told.bad(`${table} ${id} does not open`);
  if (damaged.length === 0) told.good(`all secrets open (${opened})`);

  const { users, entries, broken } = await vault.verifyAudit();
  for (const { userId, position, problem } of broken) told.bad(`audit of ${userId}, entry ${position}: ${problem}`);
  if (broken.length === 0) told.good(`the audit chains hold (${users} users, ${entries} entries)`);

  const wrongCounts = await countsHold(vault);
  for (const line of wrongCounts) told.bad(`a count of the support console is wrong: ${line}`);
  if (wrongCounts.length === 0) told.good('the counts of the support console are those that one counts');

  told.note(`${found.connections} connections, ${found.openAttempts} attempts under way`);
  if (found.openIntents > 0)
    told.note(`${found.openIntents} requests to Telegram have no known outcome yet; a running server asks`);
  if (found.retiredKeys > 0)
    told.note(`${found.retiredKeys} sessions are still to be logged out at Telegram; a running server does it`);
  if (found.stubbornKeys > 0 && found.nextGiveUpAt !== null) {
    told.note(
      `${found.stubbornKeys} of them were tried five times or more; the first is given up on ${new Date(found.nextGiveUpAt).toISOString()}`,
    );
  }
};

const dialling = async (vault: SqliteVault, allow: boolean, told: Told) => {
  const since = await diallingStopped(vault);
  if (since === null) return told.good('a server on this database may dial Telegram');
  if (!allow)
    return told.bad(
      `restored on ${new Date(since).toISOString()}, and not allowed to dial yet: doctor --allow-dialling`,
    );
  await allowDialling(vault);
  return told.good('a server on this database may dial Telegram from now on: start it again');
};

/** `doctor`: 0 if all is well, 1 if something has to be done. */
export const doctorCommand: AdminCommand = async (args, { env, print }) => {
  if (args.some((arg) => arg !== '--allow-dialling')) {
    for (const line of doctorUsage) print(line);
    return 2;
  }
  const told = findings(print);
  const vault = await open(readConfig(env), told);
  if (vault === null) return 1;
  try {
    await inspect(vault, told);
    await dialling(vault, args.includes('--allow-dialling') && told.count() === 0, told);
  } catch (error) {
    told.bad(messageOf(error));
  } finally {
    await vault.close();
  }
  return told.count() === 0 ? 0 : 1;
};
