import { RpcError, type RpcResult, type TlObject } from '../../rpc.ts';
import { seed } from '../../seed.ts';
import { openState, type State } from '../../state/state.ts';
import { apiSchema, encodeAnswer, knownLayers } from '../../tl/index.ts';
import type { Telegram } from '../call.ts';
import { createHandler } from '../handler.ts';

export const credentials = { api_id: 12_345, api_hash: '0123456789abcdef0123456789abcdef' };

interface AskOptions {
  /** Name of the auth key (default `a`). */
  key?: string;
  dcId?: number;
  layer?: number;
}

export interface Rig {
  state: State;
  telegram: Telegram;
  /** What was pushed, by key. */
  pushed: { key: string; updates: TlObject }[];
  dropped: string[];
  ask(request: TlObject, options?: AskOptions): Promise<TlObject>;
  /** The error's code and name, or what was answered although an error was expected. */
  refusal(request: TlObject, options?: AskOptions): Promise<string>;
  sendCode(phone: string, options?: AskOptions): Promise<TlObject>;
  signIn(phone: string, sent: TlObject, code?: string): TlObject;
  pass(milliseconds: number): void;
}

const client = { apiId: 12_345, deviceModel: 'Rig', systemVersion: '1', appVersion: '1', langCode: 'en' };

/** An answer that a schema refuses would reach no client: so each is encoded in the layer that asked and in newer ones. */
function checkEncodes(method: string, answer: RpcResult, layer: number): void {
  for (const known of knownLayers.filter((each) => each >= layer)) encodeAnswer(apiSchema(known), method, answer);
}

/** The handler on an empty, seeded state, without the wire and on a clock of its own. */
export async function createRig(): Promise<Rig> {
  let now = Date.UTC(2026, 10, 22, 10);
  const state = openState(':memory:', { now: () => now });
  await seed(state);
  const pushed: Rig['pushed'] = [];
  const dropped: string[] = [];
  const telegram: Telegram = {
    state,
    addresses: () => [1, 2, 3].map((id) => ({ id, host: '127.0.0.1', port: 4430 + id })),
    push: (key, updates) => void pushed.push({ key, updates }),
    dropKey: (key) => void dropped.push(key),
  };
  const handler = createHandler(telegram);
  const ask: Rig['ask'] = async (request, { key = 'a', dcId = 2, layer = knownLayers[0] } = {}) => {
    const answer = await handler(request, { authKeyId: key, dcId, layer, client });
    checkEncodes(request._, answer, layer);
    return (typeof answer === 'boolean' ? { _: String(answer) } : answer) as TlObject;
  };
  const refusal: Rig['refusal'] = async (request, options) => {
    try {
      return `answered ${(await ask(request, options))._}`;
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
      return `${error.code} ${error.message}`;
    }
  };
  return {
    state,
    telegram,
    pushed,
    dropped,
    ask,
    refusal,
    sendCode: (phone, options) => ask(sendCodeTo(phone), options),
    signIn(phone, sent, code) {
      const typed = code ?? state.codes.newestLive(phone, now)?.code ?? '';
      return { _: 'auth.signIn', phone_number: phone, phone_code_hash: sent['phone_code_hash'], phone_code: typed };
    },
    pass: (milliseconds) => void (now += milliseconds),
  };
}

export function sendCodeTo(phone: string): TlObject {
  return { _: 'auth.sendCode', phone_number: phone, ...credentials, settings: { _: 'codeSettings' } };
}

export const getSelf: TlObject = { _: 'users.getUsers', id: [{ _: 'inputUserSelf' }] };
