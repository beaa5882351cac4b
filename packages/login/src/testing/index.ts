/** Ports without a network or a database, for tests. */
export { createFakeTelegram, type FakeTelegram } from './fake-telegram.ts';
export { createInMemoryLimits } from './in-memory-limits.ts';
export { createInMemoryVault, type InMemoryVault, type Stored } from './in-memory-vault.ts';
export { createLife, Died, type Life } from './mortal.ts';
export { refusal } from './refusal.ts';
export { setStage, type Stage } from './stage.ts';
