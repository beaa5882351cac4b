import type { AuthKeyStore, FaultPlan, RpcHandler } from '../rpc.ts';
import type { RsaKey } from './crypto/rsa-key.ts';
import type { LiveKeys } from './live-keys.ts';
import type { ServerClock } from './server-clock.ts';
import type { ServerSalts } from './server-salts.ts';
import type { SessionTable } from './session-table.ts';

/** What all connections of one data centre share. */
export interface Centre {
  dcId: number;
  rsa: RsaKey;
  keys: AuthKeyStore;
  handler: RpcHandler;
  faults: FaultPlan;
  clock: ServerClock;
  salts: ServerSalts;
  sessions: SessionTable;
  live: LiveKeys;
  /** Aborted when the data centre closes: whatever waits stops waiting. */
  closing: AbortSignal;
  log: (message: string) => void;
}
