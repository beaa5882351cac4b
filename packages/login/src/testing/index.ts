/** Ports without a network or a database, for tests. */
export { createInMemoryLimits } from './in-memory-limits.ts';
export { createInMemoryVault, type InMemoryVault, type Stored } from './in-memory-vault.ts';
