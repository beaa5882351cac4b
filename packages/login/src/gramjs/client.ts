import { Api, Logger, TelegramClient } from 'telegram';
import { EntityCache } from 'telegram/entityCache.js';
import { Raw } from 'telegram/events/index.js';
import { LogLevel } from 'telegram/extensions/Logger.js';
import { returnBigInt } from 'telegram/Helpers.js';
import { StringSession } from 'telegram/sessions/index.js';
import type { Credentials } from '@botize/contract';
import { openLink, type Link, type LinkLoss } from './link.ts';
import { dataCenterOf, sessionAddress, type Network } from './network.ts';
import { parseSession } from './session-text.ts';

export interface ClientOptions {
  network: Network;
  appVersion: string;
  credentials: Credentials;
  dcId: number;
  /** Null: make a fresh auth key. SECRET. */
  session: string | null;
}

/** The client can answer nothing any more: its link went, or whoever used it gave up. */
export class ClientEnded extends Error {
  readonly transportError: number | null;
  constructor(transportError: number | null) {
    super('client ended');
    this.name = 'ClientEnded';
    this.transportError = transportError;
  }
}

const noPeer = { userId: returnBigInt(0), accessHash: returnBigInt(0) };

/** GramJS collects people out of every answer, and takes one with a `length` (a sent email code) for a list of them. */
class NoEntities extends EntityCache {
  override add(): void {}
}
class KeySession extends StringSession {
  override processEntities(): void {}
}

/** GramJS's client without its ping loop, which reconnects and repeats requests, and without its own `getMe`. */
class BareClient extends TelegramClient {
  protected override _loopStarted = true;
  override _selfInputPeer = new Api.InputPeerUser(noPeer);
  override _entityCache = new NoEntities();
}

/** Fields of GramJS that only its types don't show. */
type Sender = { _retries: number };

/**
 * One GramJS client on one auth key. It connects once, never reconnects, never migrates, and is discarded after
 * any doubt. One request at a time: the caller queues.
 */
export class Client {
  readonly #gramjs: BareClient;
  readonly #link: Link;
  readonly #ended: Promise<never>;
  #end!: (loss: LinkLoss) => void;
  #discarded: Promise<void> | null = null;
  #gone = false;
  #tokenAccepted = false;
  readonly #onEnd = new Set<() => void>();
  readonly #onUpdate = new Set<(update: Api.TypeUpdate) => void>();

  constructor(options: ClientOptions) {
    const dataCenter = dataCenterOf(options.network, options.dcId);
    if (!dataCenter) throw new ClientEnded(null);
    this.#ended = new Promise((_, reject) => {
      this.#end = ({ transportError }) => reject(new ClientEnded(transportError));
    });
    this.#ended.catch(() => this.discard());
    this.#link = openLink(dataCenter, { isEstablished: () => this.#gramjs.connected === true, lost: this.#end });
    const session = new KeySession(options.session ?? '');
    if (options.session === null) session.setDC(options.dcId, sessionAddress(options.network, dataCenter), 443);
    this.#gramjs = new BareClient(session, options.credentials.apiId, options.credentials.apiHash, {
      connection: this.#link.connection,
      networkSocket: this.#link.networkSocket,
      connectionRetries: 1,
      retryDelay: 0,
      requestRetries: 1,
      reconnectRetries: -1,
      floodSleepThreshold: 0,
      securityChecks: true,
      baseLogger: new Logger(LogLevel.NONE),
      deviceModel: 'Botize',
      systemVersion: 'Server',
      appVersion: options.appVersion,
      langCode: 'en',
      systemLangCode: 'en',
    });
    const tellAll = (update: Api.TypeUpdate): void => {
      if (update instanceof Api.UpdateLoginToken) this.#tokenAccepted = true;
      this.#onUpdate.forEach((listener) => listener(update));
    };
    this.#gramjs.addEventHandler(tellAll, new Raw({}));
  }

  /** Rejects with `ClientEnded` if the data centre can't be reached, with `WireError` if it refuses. */
  async connect(): Promise<void> {
    const connecting = this.#gramjs.connect();
    connecting.catch(() => {});
    if (!(await Promise.race([connecting, this.#ended]))) throw new ClientEnded(null);
  }

  /** Rejects with `WireError`, `ClientEnded`, or what GramJS throws when it can't read an answer. */
  async invoke<R extends Api.AnyRequest>(request: R): Promise<R['__response']> {
    const answering = this.#gramjs.invoke(request);
    answering.catch(() => {});
    return Promise.race([this.#ended, answering]);
  }

  /** SECRET. Throws rather than return a text without a key. */
  session(): string {
    const text = String(this.#gramjs.session.save());
    parseSession(text);
    return text;
  }

  /** Milliseconds by which the server's clock is ahead of ours, by the id of its last message. */
  serverAheadMs(now: number): number {
    const sender = this.#gramjs._sender as unknown as { _state: { msgIds: string[] } } | undefined;
    const last = sender?._state.msgIds.at(-1);
    return last === undefined ? 0 : Number((BigInt(last) * 1000n) >> 32n) - now;
  }

  /** Whether a login token has been accepted since the last one was asked for, perhaps before anybody listened. */
  get tokenAccepted(): boolean {
    return this.#tokenAccepted;
  }

  forgetAccepted(): void {
    this.#tokenAccepted = false;
  }

  /** Returns a function that stops listening. */
  onUpdate(listener: (update: Api.TypeUpdate) => void): () => void {
    this.#onUpdate.add(listener);
    return () => this.#onUpdate.delete(listener);
  }

  /** Called once, when the client has ended for whatever reason. Returns a function that stops listening. */
  onEnd(listener: () => void): () => void {
    if (this.#gone) listener();
    else this.#onEnd.add(listener);
    return () => this.#onEnd.delete(listener);
  }

  get discarded(): boolean {
    return this.#discarded !== null;
  }

  /** Ends pending requests with `ClientEnded`; resolves when the socket is gone. Repeatable. */
  discard(): Promise<void> {
    this.#discarded ??= this.#close();
    return this.#discarded;
  }

  async #close(): Promise<void> {
    this.#end({ transportError: null });
    const sender = this.#gramjs._sender as unknown as Sender | undefined;
    if (sender) sender._retries = 0;
    await this.#link.close();
    await this.#gramjs.destroy().catch(() => {});
    this.#gone = true;
    for (const listener of this.#onEnd) listener();
    this.#onEnd.clear();
  }
}
