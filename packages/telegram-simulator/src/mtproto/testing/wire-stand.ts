import type { AuthKeyStore, Fault, RpcHandler } from '../../rpc.ts';
import { generateRsaKey } from '../crypto/rsa-key.ts';
import type { RsaKey } from '../crypto/rsa-key.ts';
import { startDataCentres } from '../data-centres.ts';
import type { DataCentreAddress, DataCentres, DataCentresOptions } from '../data-centres.ts';
import { plainHandler } from './plain-handler.ts';

/** One key for all tests of a file: making one takes a while. */
export const testRsaKey: RsaKey = generateRsaKey();

export interface WireStand extends DataCentres {
  address: DataCentreAddress;
  keys: MemoryKeys;
  /** Names of the requests handled, in order. */
  handled: string[];
  /** Applied to the next request of that method (`connect`: the next connection), once. */
  addFault(method: string | null, kind: Fault['kind']): void;
  setSkew(seconds: number): void;
  logged: string[];
}

export interface MemoryKeys extends Required<AuthKeyStore> {
  /** Of all keys made so far. */
  ids(): string[];
}

function memoryKeys(): MemoryKeys {
  const keys = new Map<string, Buffer>();
  const seen = new Map<string, ReturnType<AuthKeyStore['recall']>>();
  return {
    find: (id, dcId) => keys.get(`${id}@${dcId}`) ?? null,
    save: (id, dcId, key) => void keys.set(`${id}@${dcId}`, key),
    remember: (id, dcId, what) => void seen.set(`${id}@${dcId}`, what),
    recall: (id, dcId) => seen.get(`${id}@${dcId}`) ?? null,
    forget: (id, dcId) => void keys.delete(`${id}@${dcId}`),
    ids: () => [...keys.keys()].map((name) => name.slice(0, 16)),
  };
}

/** One data centre, number 2, with its state in memory. */
export async function startStand(
  options: { handler?: RpcHandler } & Partial<DataCentresOptions> = {},
): Promise<WireStand> {
  const keys = memoryKeys();
  const faults: { method: string | null; kind: Fault['kind'] }[] = [];
  const handled: string[] = [];
  const logged: string[] = [];
  let skew = 0;
  const stand: { addresses: DataCentreAddress[] } = { addresses: [] };
  const handler = options.handler ?? plainHandler(() => stand.addresses);
  const centres = await startDataCentres({
    dataCentres: [{ id: 2, port: 0 }],
    rsa: testRsaKey,
    keys,
    faults: {
      take({ method }) {
        const index = faults.findIndex(
          (fault) => fault.method === method || (fault.method === null && method !== 'connect'),
        );
        return index < 0 ? null : (faults.splice(index, 1)[0]?.kind ?? null);
      },
      clockSkewSeconds: () => skew,
    },
    log: (message) => logged.push(message),
    ...options,
    handler(request, context) {
      handled.push(request._);
      return handler(request, context);
    },
  });
  stand.addresses = centres.addresses;
  const [address] = centres.addresses;
  if (!address) throw new Error('No data centre was started');
  return {
    ...centres,
    address,
    handled,
    logged,
    keys,
    addFault: (method, kind) => void faults.push({ method, kind }),
    setSkew(seconds) {
      skew = seconds;
    },
  };
}
