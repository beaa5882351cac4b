import type { Socket } from 'node:net';
import { ByteReader, ByteWriter, TlReadError, decodeService, encodeObject, mtprotoSchema } from '../tl/index.ts';
import type { Centre } from './centre.ts';
import { ClientSocket } from './client-socket.ts';
import { authKeyIdOf } from './crypto/message-crypto.ts';
import { EncryptedLink } from './encrypted-link.ts';
import { Handshake, HandshakeError } from './handshake.ts';

const noKey = '0'.repeat(16);

/** One client on one data centre: plain messages make an auth key, encrypted ones use it. */
export class ClientConnection {
  private readonly centre: Centre;
  private readonly socket: ClientSocket;
  private readonly handshake: Handshake;
  private link: EncryptedLink | null = null;
  /** A transport error to answer the first payload with. */
  private refusal: number | null = null;

  constructor(centre: Centre, socket: Socket) {
    this.centre = centre;
    this.handshake = new Handshake({
      dcId: centre.dcId,
      rsa: centre.rsa,
      serverTime: () => Math.floor(centre.clock.now()),
    });
    this.socket = new ClientSocket({
      socket,
      onPayload: (payload) => this.receive(payload),
      onClose: () => this.link?.close(),
      log: centre.log,
    });
  }

  refuseWith(code: number): void {
    this.refusal = code;
  }

  private receive(payload: Buffer): void {
    if (this.refusal !== null) return this.socket.transportError(this.refusal);
    if (payload.length < 20) throw new TlReadError(`A payload of ${payload.length} bytes`);
    const authKeyId = payload.subarray(0, 8).toString('hex');
    if (authKeyId === noKey) return this.receivePlain(payload.subarray(8));
    const link = this.linkOf(authKeyId);
    if (!link) return this.socket.transportError(-404);
    link.receive(payload);
  }

  private linkOf(authKeyId: string): EncryptedLink | null {
    const { dcId, keys, live } = this.centre;
    if (live.isDropped(authKeyId)) return null;
    if (this.link?.authKeyId === authKeyId) return this.link;
    const key = keys.find(authKeyId, dcId);
    if (!key) return null;
    this.link?.close();
    this.link = new EncryptedLink({ centre: this.centre, socket: this.socket, authKeyId, key });
    return this.link;
  }

  private receivePlain(message: Buffer): void {
    const reader = new ByteReader(message);
    reader.long();
    const body = reader.raw(reader.int());
    try {
      const { answer, established } = this.handshake.step(decodeService(body));
      if (established) this.keep(established);
      this.sendPlain(encodeObject(mtprotoSchema, answer));
    } catch (error) {
      if (!(error instanceof HandshakeError)) throw error;
      this.centre.log(`handshake refused: ${error.message}`);
      this.socket.transportError(error.code);
    }
  }

  private keep({ key, salt }: { key: Buffer; salt: bigint }): void {
    const { dcId, keys, salts, clock } = this.centre;
    const authKeyId = authKeyIdOf(key);
    keys.save(authKeyId, dcId, key);
    salts.setInitial(authKeyId, salt, clock.now());
  }

  private sendPlain(body: Buffer): void {
    const writer = new ByteWriter();
    writer.long(0n);
    writer.long(this.centre.clock.nextMessageId('answer'));
    writer.int(body.length);
    writer.raw(body);
    this.socket.send(writer.result());
  }
}
