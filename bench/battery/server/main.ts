import { assemble, createLog, openParts, readConfig, serve } from '@botize/api/parts';
import { inspectSessions } from '@botize/vault';
import type { Answer, AuditResult, Holding, Measure, Order } from './orders.ts';
import { mortalGateway, mortalVault, type Orders } from './wrapped-ports.ts';

// The real server, on the real parts, with two ports that do as they are told.
const log = createLog();
const crash = (error: unknown) => {
  log.fatal({ event: 'crashed', err: error });
  process.exit(1);
};
process.on('unhandledRejection', crash);
process.on('uncaughtException', crash);

const orders: Orders = { kill: null, store: null, answered: false, failed: 0 };
const config = readConfig(process.env);
const parts = await openParts(config, log);
const { gateway, vault } = parts;
const wrapped = { ...parts, gateway: mortalGateway(gateway, orders), vault: mortalVault(vault, orders) };

const inventory = async (): Promise<Holding[]> => {
  const held = await inspectSessions(vault);
  return held.map(({ kind, userId, session }) => ({ kind, userId, authKeyId: gateway.authKeyId(session) }));
};

const measure = (): Measure => {
  globalThis.gc?.();
  const handles: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) handles[kind] = (handles[kind] ?? 0) + 1;
  return { heapBytes: process.memoryUsage().heapUsed, handles, failed: orders.failed };
};

const audit = async (): Promise<AuditResult> => {
  const { broken, entries } = await vault.verifyAudit();
  return { broken: broken.length, entries };
};

const answers = { inventory, audit, measure: async () => measure(), heard: async () => null };
const tell = (answer: Answer) => process.send?.(answer);

process.on('message', (order: Order) => {
  switch (order.type) {
    case 'kill':
      orders.kill = order;
      orders.answered = false;
      return;
    case 'store':
      orders.store = order;
      return;
    case 'clear':
      orders.kill = null;
      orders.store = null;
      orders.answered = false;
      return;
    case 'ask': {
      const { id, what } = order;
      void answers[what]().then((value) => tell({ type: 'answer', id, value }));
    }
  }
});
process.on('disconnect', () => process.exit(0));
if (!process.connected) process.exit(0);

const stop = await serve(await assemble(config, wrapped, log), config, log);
process.on('SIGTERM', () => void stop().then(() => process.exit(0), crash));
tell({ type: 'listening' });
