import type { Fault } from '@botize/telegram-simulator';

export interface JournalEntry {
  id: number;
  method: string;
  authKeyId: string;
  phone: string | null;
  outcome: string;
}

interface Message {
  kind: string;
  code: string | null;
}

/** The control server of a simulated Telegram. */
export interface Control {
  person(person: {
    phone: string;
    firstName: string;
    dcId?: number;
    password?: string;
    scenario?: string;
  }): Promise<void>;
  app(apiId: number, apiHash: string): Promise<void>;
  /** The newest code that may still be typed, or null. */
  code(phone: string): Promise<string | null>;
  /** The newest code that went to this person's email address. */
  emailedCode(phone: string): Promise<string | null>;
  approve(url: string, phone: string): Promise<boolean>;
  authorizedKeys(): Promise<{ authKeyId: string; phone: string }[]>;
  /** For the next such request, of this app's users only if one is named. */
  fault(method: string, kind: Fault['kind'], apiId?: number): Promise<void>;
  faultsLeft(): Promise<number>;
  clearFaults(): Promise<void>;
  clock(skewSeconds: number): Promise<void>;
  settings(settings: { loginTokenSeconds?: number; codeSeconds?: number }): Promise<void>;
  journal(since: number): Promise<JournalEntry[]>;
}

export function simulatorControl(url: string): Control {
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<T | null> => {
    const answer = await fetch(`${url}/control${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await answer.text();
    if (answer.status === 404 || answer.status === 409) return null;
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return (text === '' ? {} : JSON.parse(text)) as T;
  };
  const of = (phone: string) => `/accounts/${encodeURIComponent(phone)}`;
  return {
    person: async (person) => void (await ask('POST', '/accounts', person)),
    app: async (apiId, apiHash) => void (await ask('POST', '/apps', { apiId, apiHash })),
    code: async (phone) => (await ask<{ code: string }>('GET', `${of(phone)}/code`))?.code ?? null,
    emailedCode: async (phone) => {
      const messages = (await ask<{ messages: Message[] }>('GET', of(phone)))?.messages ?? [];
      return messages.find(({ kind, code }) => kind === 'email' && code !== null)?.code ?? null;
    },
    approve: async (qr, phone) => (await ask('POST', '/qr/approve', { url: qr, phone })) !== null,
    authorizedKeys: async () =>
      (await ask<{ keys: { authKeyId: string; phone: string }[] }>('GET', '/authorized-keys'))?.keys ?? [],
    fault: async (method, kind, apiId) => void (await ask('POST', '/faults', { method, kind, apiId: apiId ?? null })),
    faultsLeft: async () => (await ask<{ faults: unknown[] }>('GET', '/faults'))?.faults.length ?? 0,
    clearFaults: async () => void (await ask('DELETE', '/faults')),
    clock: async (skewSeconds) => void (await ask('PUT', '/clock', { skewSeconds })),
    settings: async (settings) => void (await ask('PUT', '/settings', settings)),
    journal: async (since) => (await ask<{ entries: JournalEntry[] }>('GET', `/journal?since=${since}`))?.entries ?? [],
  };
}
