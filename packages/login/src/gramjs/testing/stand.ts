import { startSimulator, type Fault, type Simulator } from '@botize/telegram-simulator';
import type { KeyInUse } from '../../ports/telegram-gateway.ts';

export const credentials = { apiId: 12345, apiHash: '0123456789abcdef0123456789abcdef' };

/** Number of the scenario with this suffix, of somebody at home in data centre 2 (or another one). */
export const numberOf = (suffix: string, dcId = 2): string => `+99966${dcId}${suffix}`;

/** Simulated Telegram with what tests ask of it. */
export interface Stand {
  network: Simulator['network'];
  /** The code on its way to the number. */
  code(phone: string): Promise<string>;
  /** The code in the newest email to the number's owner. */
  emailCode(phone: string): Promise<string | undefined>;
  /** What the devices of the number's owner are called. */
  devices(phone: string): Promise<{ authKeyId: string; deviceModel: string; appVersion: string }[]>;
  /** Ends a device: `destroyed` makes its key unknown. */
  endDevice(phone: string, authKeyId: string, as: string): Promise<void>;
  fault(kind: Fault['kind'], at?: { method?: string; times?: number; dcId?: number }): Promise<void>;
  /** How many faults have not been met yet. */
  pendingFaults(): Promise<number>;
  /** Takes back all faults. */
  clearFaults(): Promise<void>;
  approveQr(token: string, phone: string): Promise<void>;
  skewClock(skewSeconds: number): Promise<void>;
  /** How long a QR token lives from now on. */
  tokenLife(loginTokenSeconds: number): Promise<void>;
  changePassword(phone: string, password: string): Promise<void>;
  /** Ids of the keys that are signed in. */
  authorizedKeys(): Promise<string[]>;
  /** How often the method has been carried out or refused since the simulator started. */
  timesAsked(method: string): Promise<number>;
  close(): Promise<void>;
}

export async function startStand(): Promise<Stand> {
  const simulator = await startSimulator();
  const control = async (method: string, path: string, body?: object): Promise<unknown> => {
    const json = body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {};
    const response = await fetch(`${simulator.control}/control${path}`, { method, ...json });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
    return response.status === 204 ? null : response.json();
  };
  const ask = async <T>(path: string): Promise<T> => (await control('GET', path)) as T;
  return {
    network: simulator.network,
    code: async (phone) => (await ask<{ code: string }>(`/accounts/${phone}/code`)).code,
    async emailCode(phone) {
      const { messages } = await ask<{ messages: { kind: string; code: string }[] }>(`/accounts/${phone}`);
      return messages.find(({ kind }) => kind === 'email')?.code;
    },
    devices: async (phone) =>
      (await ask<{ devices: Awaited<ReturnType<Stand['devices']>> }>(`/accounts/${phone}`)).devices,
    async endDevice(phone, authKeyId, as) {
      await control('DELETE', `/accounts/${phone}/devices/${authKeyId}?as=${as}`);
    },
    fault: async (kind, at = {}) => void (await control('POST', '/faults', { kind, ...at })),
    pendingFaults: async () => (await ask<{ faults: unknown[] }>('/faults')).faults.length,
    clearFaults: async () => void (await control('DELETE', '/faults')),
    approveQr: async (token, phone) => void (await control('POST', '/qr/approve', { token, phone })),
    skewClock: async (skewSeconds) => void (await control('PUT', '/clock', { skewSeconds })),
    tokenLife: async (loginTokenSeconds) => void (await control('PUT', '/settings', { loginTokenSeconds })),
    changePassword: async (phone, password) =>
      void (await control('POST', `/accounts/${phone}/password`, { password })),
    authorizedKeys: async () =>
      (await ask<{ keys: { authKeyId: string }[] }>('/authorized-keys')).keys.map(({ authKeyId }) => authKeyId),
    timesAsked: async (method) => (await ask<{ entries: unknown[] }>(`/journal?method=${method}`)).entries.length,
    close: () => simulator.close(),
  };
}

export const onKey = (key: string, session: string): KeyInUse => ({ key, credentials, session });
