import type { Credentials } from '@botize/contract';
import type { KeyInUse, TelegramCalls, TelegramGateway, TelegramMethod } from '../ports/telegram-gateway.ts';
import type { LogFields } from '../ports/world.ts';
import type { Network } from './network.ts';

/** What `openKey` answers. SECRET in `session`. */
export type Opened = Awaited<ReturnType<TelegramGateway['openKey']>>;

export type WorkerLog = (event: string, fields: LogFields) => void;

/** What a worker is started with. */
export interface WorkerStart {
  network: Network;
  appVersion: string;
  warmForMs: number;
  maxWarmClients: number;
}

type CallRequest = {
  [M in TelegramMethod]: { type: 'call'; on: KeyInUse; method: M; args: TelegramCalls[M]['args'] };
}[TelegramMethod];

/** What a worker is asked. `fence` is shared memory, see `CallFence`. */
export type WorkerRequest =
  | { type: 'open'; at: { key: string; credentials: Credentials; dcId: number | null } }
  | CallRequest
  | { type: 'watch'; on: KeyInUse }
  | { type: 'release'; key: string }
  | { type: 'close' };

export type ToWorker =
  | { type: 'request'; id: number; request: WorkerRequest; fence: SharedArrayBuffer }
  /** Give up the request, or stop the watching, of this id. */
  | { type: 'cancel'; id: number };

export type FromWorker =
  | { type: 'done'; id: number; result: unknown }
  /** A fault of ours; only the class of the error leaves the worker. */
  | { type: 'failed'; id: number; error: string }
  | { type: 'event'; id: number; event: 'approved' | 'lost' }
  | { type: 'log'; event: string; fields: LogFields };
