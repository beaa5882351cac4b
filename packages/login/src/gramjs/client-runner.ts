import { setTimeout as delay } from 'node:timers/promises';
import { Api } from 'telegram';
import type { Credentials } from '@botize/contract';
import type { CallResult, KeyInUse, TelegramCalls, TelegramError, TelegramMethod } from '../ports/telegram-gateway.ts';
import type { CallFence } from './call-fence.ts';
import { Client } from './client.ts';
import { keepAlive } from './keep-alive.ts';
import { KeyQueue } from './key-queue.ts';
import type { Opened, WorkerLog } from './messages.ts';
import { dataCenterOf, type Network } from './network.ts';
import { refusalIn, runCall } from './run-call.ts';
import { parseSession } from './session-text.ts';
import { WarmClients } from './warm-clients.ts';

export interface RunnerOptions {
  network: Network;
  appVersion: string;
  /** How long an idle client is kept, milliseconds. */
  warmForMs: number;
  /** How many idle clients are kept. */
  maxWarmClients: number;
  log: WorkerLog;
}

/** How the caller gives up: `fence` says what is true then, `signal` ends the work. */
export interface CallControl {
  fence: CallFence;
  signal: AbortSignal;
}

/** A fresh handshake fails once in 256 times, and nothing of ours has been sent before a connection stands. */
const tries = 3;
const betweenTriesMs = 100;

type NotConnected = { kind: 'unreachable' } | { kind: 'refused'; error: TelegramError };

/** Everything that runs on GramJS. One of it per thread; tests run it in process. */
export class ClientRunner {
  readonly #options: RunnerOptions;
  readonly #queue = new KeyQueue();
  readonly #warm: WarmClients;

  constructor(options: RunnerOptions) {
    this.#options = options;
    this.#warm = new WarmClients(options);
  }

  openKey(at: { key: string; credentials: Credentials; dcId: number | null }, control: CallControl): Promise<Opened> {
    const dcId = at.dcId ?? this.#options.network.defaultDataCenter;
    return this.#queue.run(at.key, (interrupted) =>
      this.#open(at.key, at.credentials, dcId, AbortSignal.any([control.signal, interrupted])),
    );
  }

  call<M extends TelegramMethod>(
    on: KeyInUse,
    method: M,
    args: TelegramCalls[M]['args'],
    control: CallControl,
  ): Promise<CallResult<TelegramCalls[M]['answer']>> {
    return this.#queue.run(on.key, async (interrupted) => {
      const signal = AbortSignal.any([control.signal, interrupted]);
      const client = await this.#clientFor(on, signal);
      if (!(client instanceof Client)) return client;
      const giveUp = (): void => void client.discard();
      signal.addEventListener('abort', giveUp, { once: true });
      if (method === 'exportLoginToken') client.forgetAccepted();
      const request = { method, args, credentials: on.credentials, fence: control.fence, log: this.#options.log };
      const result = await runCall(client, request);
      signal.removeEventListener('abort', giveUp);
      if (result.kind === 'moved') return this.#move(on, result.dcId, signal);
      if (method !== 'logOut' && mayStay(result)) this.#warm.rest(on.key);
      else await this.#warm.discard(on.key);
      return result;
    });
  }

  /** Resolves, once the client is connected, to a function that stops watching; `lost` when it can't be or ends. */
  watch(on: KeyInUse, listener: (event: 'approved' | 'lost') => void, signal: AbortSignal): Promise<() => void> {
    return this.#queue.run(on.key, async (interrupted) => {
      const client = await this.#clientFor(on, AbortSignal.any([signal, interrupted]));
      if (!(client instanceof Client)) {
        listener('lost');
        return () => {};
      }
      const stops = [
        client.onEnd(() => listener('lost')),
        client.onUpdate((update) => {
          if (update instanceof Api.UpdateLoginToken) listener('approved');
        }),
        keepAlive(client, (ping) => this.#queue.run(on.key, ping)),
        this.#warm.watch(on.key),
      ];
      if (client.tokenAccepted) listener('approved');
      return () => stops.splice(0).forEach((stop) => stop());
    });
  }

  /** Also ends what is under way, or waits, under the key. */
  async release(key: string): Promise<void> {
    this.#queue.interrupt(key);
    await this.#queue.run(key, () => this.#warm.discard(key));
  }

  close(): Promise<void> {
    return this.#warm.discardAll();
  }

  async #clientFor(on: KeyInUse, signal: AbortSignal): Promise<Client | NotConnected> {
    const { dcId } = parseSession(on.session);
    const warm = signal.aborted ? null : await this.#warm.take(on.key, on.session);
    if (warm) return warm;
    await this.#warm.discardElsewhere(on.key, on.session);
    return this.#connect({ ...on, dcId }, signal);
  }

  async #open(key: string, credentials: Credentials, dcId: number, signal: AbortSignal): Promise<Opened> {
    await this.#warm.discard(key);
    const client = await this.#connect({ key, credentials, dcId, session: null }, signal);
    if (!(client instanceof Client)) return client;
    this.#warm.rest(key);
    return { kind: 'opened', session: client.session() };
  }

  /** The number, network or user belongs to another data centre: a fresh key there, and the old client goes. */
  async #move(on: KeyInUse, dcId: number, signal: AbortSignal): Promise<CallResult<never>> {
    const opened = await this.#open(on.key, on.credentials, dcId, signal);
    return opened.kind === 'opened' ? { kind: 'migrated', session: opened.session, dcId } : opened;
  }

  async #connect(
    at: { key: string; credentials: Credentials; dcId: number; session: string | null },
    signal: AbortSignal,
  ): Promise<Client | NotConnected> {
    if (!dataCenterOf(this.#options.network, at.dcId)) return { kind: 'unreachable' };
    for (let left = tries; left > 0 && !signal.aborted; left--) {
      const connected = await this.#connectOnce(at, signal);
      if (connected instanceof Client || connected.kind === 'refused') return connected;
      if (left > 1) await delay(betweenTriesMs, undefined, { signal }).catch(() => {});
    }
    return { kind: 'unreachable' };
  }

  async #connectOnce(
    at: { key: string; credentials: Credentials; dcId: number; session: string | null },
    signal: AbortSignal,
  ): Promise<Client | NotConnected> {
    const client = new Client({ ...this.#options, ...at });
    const giveUp = (): void => void client.discard();
    signal.addEventListener('abort', giveUp, { once: true });
    try {
      await client.connect();
      this.#warm.put(at.key, at.session ?? client.session(), client);
      return client;
    } catch (error) {
      await client.discard();
      const refusal = refusalIn(error);
      return refusal ? { kind: 'refused', error: refusal } : { kind: 'unreachable' };
    } finally {
      signal.removeEventListener('abort', giveUp);
    }
  }
}

/** After an answer, or a plain refusal, the client is as good as before; after anything else it is in doubt. */
const mayStay = (result: CallResult<unknown>): boolean =>
  result.kind === 'answer' ||
  (result.kind === 'refused' && result.error.status >= 400 && result.error.status < 500 && result.error.status !== 406);
