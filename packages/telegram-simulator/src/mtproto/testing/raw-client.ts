import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import type { TlObject } from '../../rpc.ts';
import {
  ByteReader,
  MSG_CONTAINER,
  RPC_RESULT,
  apiSchema,
  decodeService,
  encodeObject,
  mtprotoSchema,
} from '../../tl/index.ts';
import { authKeyIdOf, openMessage, sealMessage } from '../crypto/message-crypto.ts';
import { constructorOf, readContainer, readEnvelope, writeEnvelope } from '../message.ts';
import type { Message } from '../message.ts';
import { intermediateFraming } from '../transport/intermediate.ts';
import type { WireStand } from './wire-stand.ts';

/** A message of the server; `rpc_result` has `req_msg_id` and the bytes of the answer in `body`. */
export interface Received extends TlObject {
  id: bigint;
  seqno: number;
}

export interface SendOptions {
  id?: bigint;
  seqno?: number;
  salt?: bigint;
}

/** Shared by all clients, which may share a session. */
let idsGiven = 0n;

/** A client of one connection that says exactly what a test wants it to say, right or wrong. */
export class RawClient {
  readonly key: Buffer;
  readonly authKeyId: string;
  readonly sessionId: bigint;
  salt = 0n;
  /** Messages of the server, containers taken apart. */
  readonly received: Received[] = [];
  /** Payloads of four bytes. */
  readonly transportErrors: number[] = [];
  isClosed = false;
  bytesReceived = 0;
  private readonly socket: Socket;
  private readonly framing = intermediateFraming({ padded: false });
  private content = 0;
  private wake: () => void = () => undefined;

  /** A key the stand knows is used, unless another one is given. */
  constructor(stand: WireStand, options: { key?: Buffer; sessionId?: bigint } = {}) {
    this.key = options.key ?? randomBytes(256);
    this.authKeyId = authKeyIdOf(this.key);
    this.sessionId = options.sessionId ?? randomBytes(8).readBigInt64LE(0);
    if (!options.key) stand.keys.save(this.authKeyId, stand.address.id, this.key);
    this.socket = connect(stand.address.port, stand.address.host);
    this.socket.write(Buffer.from('eeeeeeee', 'hex'));
    this.socket.on('error', () => undefined);
    this.socket.on('data', (chunk) => {
      this.bytesReceived += chunk.length;
      for (const payload of this.framing.push(chunk)) this.open(payload);
      this.wake();
    });
    this.socket.on('close', () => {
      this.isClosed = true;
      this.wake();
    });
  }

  private open(payload: Buffer): void {
    if (payload.length === 4) {
      this.transportErrors.push(payload.readInt32LE(0));
      return;
    }
    const plain = openMessage(this.key, payload, 'server');
    if (plain) this.take(readEnvelope(plain));
    else this.received.push({ _: 'garbage', id: 0n, seqno: 0 });
  }

  private take({ id, seqno, body }: Message): void {
    if (constructorOf(body) === MSG_CONTAINER) {
      for (const inner of readContainer(body)) this.take(inner);
    } else if (constructorOf(body) === RPC_RESULT) {
      const reader = new ByteReader(body.subarray(4));
      this.received.push({ _: 'rpc_result', id, seqno, req_msg_id: reader.long(), body: reader.rest() });
    } else if (mtprotoSchema.byId.has(constructorOf(body))) {
      this.received.push({ ...decodeService(body), id, seqno });
    } else {
      this.received.push({ _: 'update', id, seqno, body });
    }
  }

  nextId(offsetSeconds = 0): bigint {
    const seconds = BigInt(Math.floor(Date.now() / 1000) + offsetSeconds);
    idsGiven += 4n;
    return (seconds << 32n) + idsGiven;
  }

  nextSeqno(): number {
    this.content += 1;
    return this.content * 2 - 1;
  }

  evenSeqno(): number {
    return this.content * 2;
  }

  /** Sends a body as one message and answers its id. */
  sendBody(body: Buffer, options: SendOptions = {}): bigint {
    const { id = this.nextId(), seqno = this.nextSeqno(), salt = this.salt } = options;
    const plain = writeEnvelope({ id, seqno, body, salt, sessionId: this.sessionId });
    this.sendPayload(sealMessage(this.key, plain, 'client'));
    return id;
  }

  sendPayload(payload: Buffer): void {
    this.socket.write(this.framing.wrap(payload));
  }

  service(object: TlObject, options?: SendOptions): bigint {
    return this.sendBody(encodeObject(mtprotoSchema, object), options);
  }

  request(query: TlObject, options?: SendOptions): bigint {
    return this.sendBody(wrappedQuery(query), options);
  }

  close(): void {
    this.socket.destroy();
  }

  /** Waits until `look` finds something in what has come in. */
  async until<T>(look: () => T | undefined | null | false): Promise<T> {
    for (;;) {
      const found = look();
      if (found !== undefined && found !== null && found !== false) return found;
      if (this.isClosed) throw new Error('The connection was closed');
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  message(name: string, fits: (message: Received) => boolean = () => true): Promise<Received> {
    return this.until(() => this.received.find((message) => message._ === name && fits(message)));
  }

  answerTo(requestId: bigint): Promise<Buffer> {
    return this.message('rpc_result', (result) => result['req_msg_id'] === requestId).then(
      (result) => result['body'] as Buffer,
    );
  }

  async errorTo(requestId: bigint): Promise<string> {
    const error = decodeService(await this.answerTo(requestId));
    return `${String(error['error_code'])} ${String(error['error_message'])}`;
  }

  async closed(): Promise<void> {
    while (!this.isClosed) await new Promise<void>((resolve) => (this.wake = resolve));
  }

  /** A session the server has welcomed, with the right salt. */
  async welcome(): Promise<void> {
    const id = this.service({ _: 'ping', ping_id: 1n });
    const bad = await this.message('bad_server_salt', (message) => message['bad_msg_id'] === id);
    this.salt = bad['new_server_salt'] as bigint;
    this.service({ _: 'ping', ping_id: 2n });
    await this.message('pong');
  }
}

export function wrappedQuery(query: TlObject): Buffer {
  return encodeObject(apiSchema(227), {
    _: 'invokeWithLayer',
    layer: 227,
    query: {
      _: 'initConnection',
      api_id: 7,
      device_model: 'Raw',
      system_version: '1',
      app_version: '2',
      system_lang_code: 'en',
      lang_pack: '',
      lang_code: 'de',
      query,
    },
  });
}
