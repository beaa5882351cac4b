import { createInMemoryLimits, createInMemoryVault } from './in-memory-vault.ts';
import { vaultSuite } from './vault-suite.ts';

vaultSuite('the in-memory vault', async ({ clock }) => ({
  ...createInMemoryVault({ clock }),
  ...createInMemoryLimits(),
}));
