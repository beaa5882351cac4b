import { openVault, randomKeyring } from '@botize/vault';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vaultSuite } from './vault-suite.ts';

vaultSuite('the vault on SQLite', async ({ clock }) => {
  const folder = mkdtempSync(join(tmpdir(), 'vault-'));
  const vault = await openVault({ databaseFile: join(folder, 'connect.db'), keyring: randomKeyring(), clock });
  return {
    ...vault,
    async close() {
      await vault.close();
      rmSync(folder, { recursive: true });
    },
  };
});
