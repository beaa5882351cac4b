import { loadKeyring, openVault } from '@botize/vault';
import { readConfig } from '../config/read-config.ts';
import type { AdminCommand } from './command.ts';

export const auditUsage = ['audit verify [user]   checks that no entry was changed, removed or put in another place'];

/** `audit verify`: the chain of every user, or of one. */
export const auditCommand: AdminCommand = async ([verb, userId], { env, print }) => {
  if (verb !== 'verify') {
    for (const line of auditUsage) print(line);
    return 2;
  }
  const config = readConfig(env);
  const vault = await openVault({ databaseFile: config.databaseFile, keyring: loadKeyring(config.keyringFile) });
  try {
    const { users, entries, broken } = await vault.verifyAudit(userId);
    for (const { userId: whose, position, problem } of broken) print(`${whose}, entry ${position}: ${problem}`);
    print(`${users} chains with ${entries} entries, ${broken.length} broken`);
    return broken.length === 0 ? 0 : 1;
  } finally {
    await vault.close();
  }
};
