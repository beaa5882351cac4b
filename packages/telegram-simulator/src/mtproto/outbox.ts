import { encodeObject, mtprotoSchema } from '../tl/index.ts';
import type { TlObject } from '../rpc.ts';
import type { Centre } from './centre.ts';
import { badMessage } from './check-message.ts';
import type { ClientSocket } from './client-socket.ts';
import { sealMessage } from './crypto/message-crypto.ts';
import { writeContainer, writeEnvelope } from './message.ts';
import type { Message } from './message.ts';
import type { Session } from './session.ts';

interface Outgoing {
  body: Buffer;
  /** `answer`: to a message of the client. */
  kind: 'answer' | 'own';
  /** Content-related messages are counted, and the client acknowledges them. */
  isContent: boolean;
}

/** Numbers, encrypts and sends the server's messages on one connection. */
export class Outbox {
  private readonly centre: Centre;
  private readonly socket: ClientSocket;
  private readonly authKeyId: string;
  private readonly key: Buffer;

  constructor(options: { centre: Centre; socket: ClientSocket; authKeyId: string; key: Buffer }) {
    this.centre = options.centre;
    this.socket = options.socket;
    this.authKeyId = options.authKeyId;
    this.key = options.key;
  }

  get salt(): bigint {
    return this.centre.salts.current(this.authKeyId, this.key, this.centre.clock.now());
  }

  number(session: Session, outgoing: Outgoing): Message {
    const id = this.centre.clock.nextMessageId(outgoing.kind);
    return { id, seqno: session.nextSeqno(outgoing.isContent), body: outgoing.body };
  }

  seal(session: Session, message: Message): Buffer {
    const plain = writeEnvelope({ ...message, salt: this.salt, sessionId: session.id });
    return sealMessage(this.key, plain, 'server');
  }

  repeat(session: Session, message: Message): void {
    this.socket.send(this.seal(session, message));
  }

  send(session: Session, outgoing: Outgoing): void {
    this.repeat(session, this.number(session, outgoing));
  }

  sendTogether(session: Session, outgoing: Outgoing[]): void {
    const messages = outgoing.map((each) => this.number(session, each));
    this.send(session, { body: writeContainer(messages), kind: 'own', isContent: false });
  }

  /** Tells the client that a message was not accepted, and what to change. */
  reject(session: Session, message: { id: bigint; seqno: number }, code: number): void {
    const bad = { bad_msg_id: message.id, bad_msg_seqno: message.seqno, error_code: code };
    const object: TlObject =
      code === badMessage.salt
        ? { _: 'bad_server_salt', ...bad, new_server_salt: this.salt }
        : { _: 'bad_msg_notification', ...bad };
    this.send(session, { body: encodeObject(mtprotoSchema, object), kind: 'answer', isContent: false });
  }
}
