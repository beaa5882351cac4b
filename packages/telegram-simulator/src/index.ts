import { createConnectionCounts, type ConnectionCounts } from './connection-counts.ts';
import { buildControl } from './control/server.ts';
import { createHandler } from './methods/handler.ts';
import type { Telegram } from './methods/call.ts';
import { generateRsaKey, startDataCentres, type DataCentres, type RsaKey } from './mtproto/index.ts';
import type { SimulatedNetwork } from './network.ts';
import { seed } from './seed.ts';
import type { Clock } from './state/clock.ts';
import { openState } from './state/state.ts';

export type { SimulatedNetwork } from './network.ts';
export type { Fault } from './rpc.ts';
export { scenarios } from './scenarios.ts';
export type { Scenario } from './scenario.ts';

export interface SimulatorOptions {
  /** SQLite file; `:memory:` (the default) forgets everything at the end. */
  dataFile?: string;
  /** Of the control server and phone page; 0 (the default) takes any. */
  port?: number;
  /** Of data centres 1, 2 and 3; 0 (the default) takes any. */
  dcPorts?: readonly number[];
  /** Where the phone page's link to the wizard leads. */
  wizardUrl?: string;
  clock?: Clock;
  /** Told of what should not happen; nothing secret of a real person is ever in it. */
  log?: (message: string) => void;
}

export interface Simulator {
  /** Address of the control server and phone page, without a slash at its end. */
  control: string;
  network: SimulatedNetwork;
  close(): Promise<void>;
}

/** Starts a Telegram of its own on loopback: three data centres, control server, phone page. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const state = openState(options.dataFile ?? ':memory:', options.clock);
  await seed(state);
  const rsa = JSON.parse(state.settings.keep('rsa', rsaText)) as Pick<RsaKey, 'privatePem' | 'publicPkcs1Pem'>;

  const connections = createConnectionCounts();
  let centres: DataCentres | null = null;
  const telegram: Telegram = {
    state,
    addresses: () => centres?.addresses ?? [],
    push: (authKeyId, updates) => centres?.wire.push(authKeyId, updates),
    dropKey: (authKeyId) => centres?.wire.dropKey(authKeyId),
  };
  centres = await openCentres({ telegram, privatePem: rsa.privatePem, options, connections }).catch(
    (error: unknown) => {
      state.close();
      throw error;
    },
  );
  const network: SimulatedNetwork = {
    name: 'simulator',
    defaultDataCenter: 2,
    dataCenters: centres.addresses,
    publicKeys: [rsa.publicPkcs1Pem],
  };

  const reset = async (): Promise<void> => {
    const keys = state.authKeys.ids();
    state.reset();
    for (const authKeyId of keys) telegram.dropKey(authKeyId);
    await seed(state);
    state.changed();
  };
  const wizardUrl = options.wizardUrl ?? 'http://localhost:3000';
  const control = buildControl({
    telegram,
    network: () => network,
    connections: () => connections.list(),
    wizardUrl,
    reset,
  });
  const close = async (): Promise<void> => {
    await control.close();
    await centres.close();
    state.close();
  };
  try {
    const address = await control.listen({ host: '127.0.0.1', port: options.port ?? 0 });
    return { control: address, network, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function rsaText(): string {
  const { privatePem, publicPkcs1Pem } = generateRsaKey();
  return JSON.stringify({ privatePem, publicPkcs1Pem });
}

interface CentreParts {
  telegram: Telegram;
  privatePem: string;
  options: SimulatorOptions;
  connections: ConnectionCounts;
}

function openCentres({ telegram, privatePem, options, connections }: CentreParts): Promise<DataCentres> {
  const { state } = telegram;
  const ports = options.dcPorts ?? [0, 0, 0];
  return startDataCentres({
    dataCentres: ports.map((port, index) => ({ id: index + 1, port, host: '127.0.0.1' })),
    rsa: { privatePem },
    keys: state.authKeys,
    handler: createHandler(telegram),
    faults: state.faults,
    clock: () => state.clock.now(),
    log: options.log ?? (() => undefined),
    onConnectionCountChange: (authKeyId, count) => connections.set(authKeyId, count),
  });
}
