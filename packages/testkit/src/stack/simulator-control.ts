/** A person to be put into the simulated Telegram, as `POST /control/accounts` takes them. */
export interface SimulatedPerson {
  /** E.164, with the plus sign. */
  phone: string;
  firstName: string;
  lastName?: string;
  username?: string;
  dcId?: number;
  password?: string;
  hint?: string;
  /** How Telegram treats them: a name of `GET /control/scenarios`. */
  scenario?: string;
  status?: 'active' | 'frozen' | 'deactivated' | 'banned';
}

/** What an ended device's key hears from then on. */
export type EndedAs = 'unregistered' | 'revoked' | 'expired' | 'duplicated' | 'destroyed';

export interface AuthorizedKey {
  /** Hex of the key's id in wire order. */
  authKeyId: string;
  dcId: number;
  phone: string;
}

export interface SimulatedDevice {
  authKeyId: string;
  [field: string]: unknown;
}

export interface SimulatorControl {
  readonly url: string;
  person(person: SimulatedPerson): Promise<void>;
  /** Devices, messages and codes of a person, as the phone page shows them. */
  account(phone: string): Promise<{ devices: SimulatedDevice[]; [field: string]: unknown }>;
  /** The newest valid code, or null while there is none. */
  code(phone: string): Promise<string | null>;
  authorizedKeys(): Promise<AuthorizedKey[]>;
  /** Approves a QR code's address as this person would with their phone. */
  approveQr(url: string, phone: string): Promise<void>;
  /** `as` is `unregistered` unless told otherwise: the person has ended it under Devices. */
  endDevice(phone: string, authKeyId: string, as?: EndedAs): Promise<void>;
  fault(fault: Record<string, unknown>): Promise<void>;
  clearFaults(): Promise<void>;
  /** What Telegram does by itself, such as how long a QR code lives. */
  settings(changes: { loginTokenSeconds?: number; codeSeconds?: number }): Promise<void>;
  journal(method?: string): Promise<Record<string, unknown>[]>;
  network(): Promise<unknown>;
}

/** Calls the control API of a simulator that listens at `url`. Rejects with the answer's text on any refusal. */
export const simulatorControl = (url: string): SimulatorControl => {
  const ask = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer | null> => {
    const answer = await fetch(new URL(`/control${path}`, url), {
      method,
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (answer.status === 404 && method === 'GET') return null;
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return (text === '' ? {} : JSON.parse(text)) as Answer;
  };
  const must = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const answer = await ask<Answer>(method, path, body);
    if (answer === null) throw new Error(`${method} ${path}: there is no such thing`);
    return answer;
  };
  const of = (phone: string) => `/accounts/${encodeURIComponent(phone)}`;

  return {
    url,
    person: async (person) => void (await must('POST', '/accounts', person)),
    account: (phone) => must('GET', of(phone)),
    code: async (phone) => (await ask<{ code: string }>('GET', `${of(phone)}/code`))?.code ?? null,
    authorizedKeys: async () => (await must<{ keys: AuthorizedKey[] }>('GET', '/authorized-keys')).keys,
    approveQr: async (qrUrl, phone) => void (await must('POST', '/qr/approve', { url: qrUrl, phone })),
    endDevice: async (phone, authKeyId, as = 'unregistered') =>
      void (await must('DELETE', `${of(phone)}/devices/${authKeyId}?as=${as}`)),
    fault: async (fault) => void (await must('POST', '/faults', fault)),
    clearFaults: async () => void (await must('DELETE', '/faults')),
    settings: async (changes) => void (await must('PUT', '/settings', changes)),
    journal: async (method) => {
      const path = method ? `/journal?method=${encodeURIComponent(method)}` : '/journal';
      const answer = await must<Record<string, unknown>>('GET', path);
      return Object.values(answer).find(Array.isArray) ?? [];
    },
    network: () => must('GET', '/network'),
  };
};
