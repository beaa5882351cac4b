import { readFileSync } from 'node:fs';
import type { TelegramGateway } from '../ports/telegram-gateway.ts';
import type { EventLog } from '../ports/world.ts';
import { WorkerGateway } from './gateway.ts';
import { networkOf, type NetworkChoice } from './network.ts';
import { WorkerSlot } from './worker-slot.ts';

export type { DataCenter, Network, NetworkChoice } from './network.ts';

export interface GramjsGatewayOptions {
  /** A network of our own, or one of Telegram's. */
  network: NetworkChoice;
  log: EventLog;
  /** Deadline of one request, milliseconds. Default 20,000. */
  deadlineMs?: number;
  /** How long an idle client stays connected, milliseconds. Default 45,000. */
  warmForMs?: number;
  /** How many idle clients stay connected. Default 200. */
  maxWarmClients?: number;
  /** Worker threads. Default 1. */
  workers?: number;
}

const packageFile = new URL('../../package.json', import.meta.url);
const appVersion = (): string => (JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }).version;

/** The gateway on GramJS, which runs in worker threads only; they start with the first request. */
export function createGramjsGateway(options: GramjsGatewayOptions): TelegramGateway {
  const { network, log, deadlineMs = 20_000, warmForMs = 45_000, maxWarmClients = 200, workers = 1 } = options;
  const start = {
    network: networkOf(network),
    appVersion: appVersion(),
    warmForMs,
    maxWarmClients: Math.ceil(maxWarmClients / workers),
  };
  const slots = Array.from({ length: workers }, () => new WorkerSlot(start, log));
  return new WorkerGateway(slots, deadlineMs);
}
