/** One address of a data centre. `host` may be a name or an IP address. */
export interface DataCenter {
  id: number;
  host: string;
  port: number;
}

/** A Telegram network: the only addresses that are dialled and the only RSA keys that are believed. */
export interface Network {
  name: string;
  defaultDataCenter: number;
  dataCenters: readonly DataCenter[];
  /** PKCS#1 PEM (`BEGIN RSA PUBLIC KEY`). Empty: the keys of Telegram that come with the client library. */
  publicKeys: readonly string[];
}

const telegramPort = 443;
const at = (id: number, host: string): DataCenter => ({ id, host, port: telegramPort });

/** The bootstrap addresses that Telegram's own clients ship; nothing the network says can redirect a sign-in. */
const production: Network = {
  name: 'production',
  defaultDataCenter: 4,
  dataCenters: [
    at(1, '149.154.175.53'),
    at(2, '149.154.167.51'),
    at(3, '149.154.175.100'),
    at(4, '149.154.167.91'),
    at(5, '91.108.56.130'),
  ],
  publicKeys: [],
};

const test: Network = {
  name: 'test',
  defaultDataCenter: 2,
  dataCenters: [at(1, '149.154.175.10'), at(2, '149.154.167.40'), at(3, '149.154.175.117')],
  publicKeys: [],
};

export type NetworkChoice = Network | 'production' | 'test';

export const networkOf = (choice: NetworkChoice): Network => {
  if (typeof choice !== 'string') return choice;
  return choice === 'production' ? production : test;
};

export const dataCenterOf = (network: Network, id: number): DataCenter | null =>
  network.dataCenters.find((dataCenter) => dataCenter.id === id) ?? null;

/**
 * The address written into a session text. A network of our own has no public addresses and its ports may not fit
 * the format, so it gets an address that names the data centre only; dialling never looks at it.
 */
export const sessionAddress = (network: Network, dataCenter: DataCenter): string =>
  network.publicKeys.length === 0 ? dataCenter.host : `127.0.${dataCenter.id}.1`;
