export { createInMemoryLimits, createInMemoryVault, type InMemoryVault } from '@botize/login/testing';
