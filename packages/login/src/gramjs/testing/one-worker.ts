import { WorkerGateway } from '../gateway.ts';
import type { Network } from '../network.ts';
import { WorkerSlot } from '../worker-slot.ts';

const log = { info: () => {}, warn: () => {} };

/** A gateway whose only worker the test can end. */
export function startOneWorker(network: Network, deadlineMs: number): { gateway: WorkerGateway; worker: WorkerSlot } {
  const worker = new WorkerSlot({ network, appVersion: '0.1.0', warmForMs: 60_000, maxWarmClients: 10 }, log);
  return { gateway: new WorkerGateway([worker], deadlineMs), worker };
}
