export * from './host.ts';
export * from './limits.ts';
export * from './support.ts';
export * from './telegram-gateway.ts';
export * from './vault.ts';
export * from './world.ts';
