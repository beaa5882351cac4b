import type { FastifyInstance, InjectOptions } from 'fastify';
import { createRig, type Rig } from '../../methods/testing/rig.ts';
import type { SimulatedNetwork } from '../../network.ts';
import { buildControl } from '../server.ts';

export const network: SimulatedNetwork = {
  name: 'simulator',
  defaultDataCenter: 2,
  dataCenters: [],
  publicKeys: ['pem'],
};

interface Answer {
  status: number;
  body: Record<string, unknown> | null;
}

/** The control server over a rig, asked without any socket. */
export interface Stand {
  rig: Rig;
  app: FastifyInstance;
  /** How often a reset was asked for. */
  resets(): number;
  send(method: InjectOptions['method'], path: string, body?: object, headers?: object): Promise<Answer>;
  get(path: string): Promise<Answer>;
  post(path: string, body?: object): Promise<Answer>;
}

export async function createStand(): Promise<Stand> {
  const rig = await createRig();
  let resets = 0;
  const app = buildControl({
    telegram: rig.telegram,
    network: () => network,
    connections: () => [{ authKeyId: 'a', now: 0, peak: 2 }],
    wizardUrl: 'http://localhost:3000',
    reset: async () => void (resets += 1),
  });
  const send: Stand['send'] = async (method, path, body, headers = {}) => {
    const request = {
      method: method ?? 'GET',
      url: `/control${path}`,
      headers: { host: '127.0.0.1:3001', ...headers },
    };
    const response = await app.inject(body ? { ...request, payload: body } : request);
    return {
      status: response.statusCode,
      body: response.body === '' ? null : response.json<Record<string, unknown>>(),
    };
  };
  return {
    rig,
    app,
    resets: () => resets,
    send,
    get: (path) => send('GET', path),
    post: (path, body = {}) => send('POST', path, body),
  };
}
