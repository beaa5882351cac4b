/** What tests of several packages share. The suite for vaults and the stack have entries of their own. */
export * from './in-memory-vault.ts';
