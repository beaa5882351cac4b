/** The only language between browser, server and host platform. */
export * from './account.ts';
export * from './activity.ts';
export * from './attempt.ts';
export * from './codes.ts';
export * from './commands.ts';
export * from './connection.ts';
export * from './host.ts';
export { type HostOperation, type HostOperationId, hostOperations } from './host-operations.ts';
export * from './meta.ts';
export * from './primitives.ts';
export * from './problem.ts';
export * from './session.ts';
export * from './webhooks.ts';
export { telegramErrorNames } from './telegram-codes.ts';
