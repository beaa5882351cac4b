import { chmodSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DataCentreAddress } from './methods/call.ts';

/** How to reach this Telegram, in the form that `TELEGRAM_NETWORK` takes as a file. */
export interface SimulatedNetwork {
  name: 'simulator';
  defaultDataCenter: number;
  dataCenters: DataCentreAddress[];
  /** PKCS#1 PEM. */
  publicKeys: string[];
}

/** Whoever reads the file finds either the old network or the new one, never half of it. */
export function writeNetworkFile(file: string, network: SimulatedNetwork): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(network, null, 2)}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, file);
}
