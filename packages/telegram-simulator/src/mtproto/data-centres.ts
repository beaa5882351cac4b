import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { AuthKeyStore, FaultPlan, RpcHandler, Wire } from '../rpc.ts';
import type { Centre } from './centre.ts';
import { ClientConnection } from './client-connection.ts';
import { rsaKeyFromPem } from './crypto/rsa-key.ts';
import { LiveKeys } from './live-keys.ts';
import { createServerClock } from './server-clock.ts';
import { ServerSalts } from './server-salts.ts';
import { SessionTable } from './session-table.ts';

export interface DataCentreAddress {
  id: number;
  host: string;
  port: number;
}

export interface DataCentresOptions {
  /** Port 0 picks a free one; the host is 127.0.0.1 unless given. */
  dataCentres: { id: number; port: number; host?: string }[];
  /** The same key serves all data centres. Secret. */
  rsa: { privatePem: string };
  keys: AuthKeyStore;
  handler: RpcHandler;
  faults: FaultPlan;
  /** Milliseconds since 1970; `Date.now` unless given. The skew of the faults comes on top. */
  clock?: () => number;
  log?: (message: string) => void;
  /** How many connections an auth key has at the moment, told whenever it changes. */
  onConnectionCountChange?: (authKeyId: string, connections: number) => void;
}

export interface DataCentres {
  wire: Wire;
  addresses: DataCentreAddress[];
  /** Connections on which the auth key has been used. */
  connectionCount(authKeyId: string): number;
  /** Resets every connection and frees the ports. */
  close(): Promise<void>;
}

/** Starts the data centres; resolves when all of them listen. @throws where a port is taken */
export async function startDataCentres(options: DataCentresOptions): Promise<DataCentres> {
  const live = new LiveKeys(options.onConnectionCountChange ?? (() => undefined));
  const closing = new AbortController();
  const sockets = new Set<Socket>();
  const servers: Server[] = [];
  const addresses: DataCentreAddress[] = [];
  const shared = {
    rsa: rsaKeyFromPem(options.rsa.privatePem),
    keys: options.keys,
    handler: options.handler,
    faults: options.faults,
    clock: createServerClock(options.clock ?? Date.now, () => options.faults.clockSkewSeconds()),
    salts: new ServerSalts(),
    sessions: new SessionTable(),
    live,
    closing: closing.signal,
    log: options.log ?? (() => undefined),
  };

  async function close(): Promise<void> {
    closing.abort();
    const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)));
    for (const socket of sockets) socket.destroy();
    await Promise.all(closed);
  }

  try {
    for (const { id, port, host = '127.0.0.1' } of options.dataCentres) {
      const server = createServer((socket) => {
        sockets.add(socket);
        socket.once('close', () => sockets.delete(socket));
        void accept({ ...shared, dcId: id }, socket);
      });
      servers.push(server);
      addresses.push({ id, host, port: await listen(server, port, host) });
      server.on('error', (error) => shared.log(`data centre ${id}: ${error.message}`));
    }
  } catch (error) {
    await close();
    throw error;
  }
  return {
    wire: {
      push: (authKeyId, updates) => live.push(authKeyId, updates),
      dropKey(authKeyId) {
        live.drop(authKeyId);
        shared.sessions.forgetKey(authKeyId);
        shared.salts.forget(authKeyId);
      },
    },
    addresses,
    connectionCount: (authKeyId) => live.count(authKeyId),
    close,
  };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** A new connection, unless a fault has been set for it. */
async function accept(centre: Centre, socket: Socket): Promise<void> {
  const fault = centre.faults.take({ method: 'connect', dcId: centre.dcId });
  switch (fault?.type) {
    case 'black_hole':
    case 'mute':
      socket.on('error', () => undefined);
      socket.pause();
      return;
    case 'slow':
      socket.on('error', () => undefined);
      await delay(fault.ms, undefined, { signal: centre.closing, ref: false }).catch(() => undefined);
      break;
    case 'transport_error':
      new ClientConnection(centre, socket).refuseWith(fault.code);
      return;
    case undefined:
      break;
    default:
      socket.on('error', () => undefined);
      socket.resetAndDestroy();
      return;
  }
  if (!socket.destroyed) new ClientConnection(centre, socket);
}
