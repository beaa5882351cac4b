import { randomBytes } from 'node:crypto';
import type { TlObject } from '../rpc.ts';
import { GZIP_PACKED, MSG_CONTAINER, ByteReader, TlReadError, decodeService, unpack } from '../tl/index.ts';
import { apiSchema, encodeObject, knownLayers, mtprotoSchema } from '../tl/index.ts';
import type { Centre } from './centre.ts';
import { badMessage, checkContainer, checkMessageId, checkOrder, checkParity } from './check-message.ts';
import type { ClientSocket } from './client-socket.ts';
import { openMessage } from './crypto/message-crypto.ts';
import type { LiveLink } from './live-keys.ts';
import { constructorOf, readContainer, readEnvelope } from './message.ts';
import type { Envelope, Message } from './message.ts';
import { Outbox } from './outbox.ts';
import { resultBody } from './rpc-call.ts';
import { serveRequest } from './serve-request.ts';
import { answerService } from './service-messages.ts';
import type { Session } from './session.ts';

/** The encrypted side of one connection: one auth key, and the session last used on it. */
export class EncryptedLink implements LiveLink {
  readonly authKeyId: string;
  private readonly centre: Centre;
  private readonly socket: ClientSocket;
  private readonly key: Buffer;
  private readonly outbox: Outbox;
  private session: Session | null = null;
  private queue: Promise<void> = Promise.resolve();
  private disconnect: NodeJS.Timeout | null = null;

  constructor(options: { centre: Centre; socket: ClientSocket; authKeyId: string; key: Buffer }) {
    this.centre = options.centre;
    this.socket = options.socket;
    this.authKeyId = options.authKeyId;
    this.key = options.key;
    this.outbox = new Outbox(options);
  }

  /** @throws TlReadError on what no client can have meant */
  receive(payload: Buffer): void {
    const plain = openMessage(this.key, payload, 'client');
    if (!plain) return this.socket.transportError(-404);
    const envelope = readEnvelope(plain);
    const session = this.centre.sessions.open(this.authKeyId, envelope.sessionId);
    this.session = session;
    this.centre.live.join(this.authKeyId, this);
    const code = this.checkEnvelope(envelope);
    if (code !== null) return this.outbox.reject(session, envelope, code);
    this.open(session, envelope);
  }

  private checkEnvelope(envelope: Envelope): number | null {
    const now = this.centre.clock.now();
    const accepted = this.centre.salts.accepts(this.authKeyId, this.key, envelope.salt, now);
    return checkMessageId(envelope.id, now) ?? (accepted ? null : badMessage.salt);
  }

  private open(session: Session, message: Message): void {
    if (constructorOf(message.body) !== MSG_CONTAINER) {
      this.announce(session, [message]);
      return this.acceptOne(session, message);
    }
    const inner = readContainer(message.body);
    const code = session.has(message.id)
      ? badMessage.containerIdReused
      : (checkParity(message.seqno, 'container') ?? checkContainer(message, inner));
    if (code !== null) return this.outbox.reject(session, message, code);
    this.announce(session, inner);
    for (const each of inner) this.acceptOne(session, each);
    session.accept(message);
  }

  /** A client that comes with a new session learns so, and which of its messages arrived. */
  private announce(session: Session, messages: Message[]): void {
    if (session.announced) return;
    session.announced = true;
    const ids = messages.map((message) => message.id);
    const first = ids.reduce((lowest, id) => (id < lowest ? id : lowest));
    const created = {
      _: 'new_session_created',
      first_msg_id: first,
      unique_id: randomBytes(8).readBigInt64LE(0),
      server_salt: this.outbox.salt,
    };
    this.outbox.sendTogether(session, [
      { body: encodeObject(mtprotoSchema, created), kind: 'own', isContent: true },
      { body: encodeObject(mtprotoSchema, { _: 'msgs_ack', msg_ids: ids }), kind: 'own', isContent: false },
    ]);
  }

  private acceptOne(session: Session, message: Message): void {
    if (session.has(message.id)) return this.repeatAnswer(session, message.id);
    const body = unpacked(message.body);
    const service = mtprotoSchema.byId.has(constructorOf(body));
    const code =
      (message.id & 3n) === 0n
        ? (checkParity(message.seqno, service ? 'service' : 'request') ?? checkOrder(message, session.received))
        : badMessage.idLowBits;
    if (code !== null) return this.outbox.reject(session, message, code);
    session.accept(message);
    if (service) this.serveService(session, { ...message, body });
    else this.enqueue(session, { ...message, body });
  }

  /** The client didn't get the answer, or doesn't know that it did. */
  private repeatAnswer(session: Session, requestId: bigint): void {
    const sent = session.answerTo(requestId);
    if (sent) this.outbox.repeat(session, sent.message);
  }

  private serveService(session: Session, message: Message): void {
    const body = answerService(
      {
        centre: this.centre,
        authKeyId: this.authKeyId,
        key: this.key,
        session,
        disconnectAfter: (seconds) => this.disconnectAfter(seconds),
        repeat: (sent) => this.outbox.repeat(session, sent),
      },
      message,
      decodeService(message.body),
    );
    if (body) this.outbox.send(session, { body, kind: 'answer', isContent: true });
  }

  private enqueue(session: Session, request: Message): void {
    session.setState(request.id, 'waiting');
    const serve = async (): Promise<void> => {
      // A client that hangs up has still asked; one that was cut off by a fault has not.
      if (this.socket.isAbandoned || session.stateOf(request.id) === 'dropped') return;
      await serveRequest(this.answering(session), request);
    };
    this.queue = this.queue.then(serve).catch((error: unknown) => {
      this.centre.log(`request failed: ${error instanceof Error ? error.stack : String(error)}`);
      this.socket.reset();
    });
  }

  private answering(session: Session): Parameters<typeof serveRequest>[0] {
    return {
      centre: this.centre,
      authKeyId: this.authKeyId,
      session,
      socket: this.socket,
      sealAnswer: (requestId, answer) => {
        const body = resultBody(requestId, answer);
        const message = this.outbox.number(session, { body, kind: 'answer', isContent: true });
        session.keepAnswer({ requestId, message });
        return this.outbox.seal(session, message);
      },
      rejectMessage: (message, code) => {
        if (code === badMessage.salt) this.centre.salts.rotate(this.authKeyId);
        this.outbox.reject(session, message, code);
      },
      notify: (text) => this.push(serviceNotification(text, Math.floor(this.centre.clock.now()))),
    };
  }

  private disconnectAfter(seconds: number): void {
    if (this.disconnect) clearTimeout(this.disconnect);
    this.disconnect = setTimeout(() => this.socket.end(), Math.max(seconds, 1) * 1000).unref();
  }

  push(updates: TlObject): void {
    const session = this.session;
    if (!session || session.withoutUpdates) return;
    const seen = this.centre.keys.recall(this.authKeyId, this.centre.dcId);
    const body = encodeObject(apiSchema(seen?.layer ?? knownLayers[0]), updates);
    this.outbox.send(session, { body, kind: 'own', isContent: true });
  }

  reset(): void {
    this.socket.reset();
  }

  close(): void {
    if (this.disconnect) clearTimeout(this.disconnect);
    this.centre.live.leave(this.authKeyId, this);
  }
}

function unpacked(body: Buffer): Buffer {
  if (constructorOf(body) !== GZIP_PACKED) return body;
  const inner = unpack(new ByteReader(body.subarray(4)).bytes());
  if (constructorOf(inner) === GZIP_PACKED) throw new TlReadError('Packed twice');
  return inner;
}

/** The text that comes with an error 406. */
function serviceNotification(text: string, date: number): TlObject {
  const media = { _: 'messageMediaEmpty' };
  const type = 'SIMULATOR_FAULT';
  const update = { _: 'updateServiceNotification', popup: true, type, message: text, media, entities: [] };
  return { _: 'updateShort', update, date };
}
