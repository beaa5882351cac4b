import type { Socket } from 'node:net';
import { TlReadError } from '../tl/index.ts';
import { FramingError } from './transport/framing.ts';
import type { Framing } from './transport/framing.ts';
import { detectTransport } from './transport/detect.ts';

interface ClientSocketOptions {
  socket: Socket;
  onPayload(payload: Buffer): void;
  onClose(): void;
  log(message: string): void;
}

/** A TCP connection of a client, seen as payloads in whatever transport the client has chosen. */
export class ClientSocket {
  private readonly socket: Socket;
  private readonly options: ClientSocketOptions;
  /** The server has turned away from this client: what it has sent before counts as never received. */
  isAbandoned = false;
  private undetected = Buffer.alloc(0);
  private framing: Framing | null = null;

  constructor(options: ClientSocketOptions) {
    this.options = options;
    this.socket = options.socket;
    this.socket.setNoDelay(true);
    this.socket.on('data', (chunk) => this.receive(chunk));
    // What a client does to its socket is its own affair; `close` follows.
    this.socket.on('error', () => undefined);
    this.socket.on('close', () => options.onClose());
  }

  get isOpen(): boolean {
    return this.socket.writable && !this.socket.destroyed;
  }

  // One client's nonsense must reach no other client, so nothing is allowed to escape from here.
  private receive(chunk: Buffer): void {
    if (!this.isOpen) return;
    try {
      for (const payload of this.payloadsOf(chunk)) {
        if (this.isOpen) this.options.onPayload(payload);
      }
    } catch (error) {
      const isExpected = error instanceof FramingError || error instanceof TlReadError;
      this.options.log(`connection closed: ${isExpected ? error.message : String((error as Error).stack)}`);
      this.socket.destroy();
    }
  }

  private payloadsOf(chunk: Buffer): Buffer[] {
    if (this.framing) return this.framing.push(chunk);
    this.undetected = Buffer.concat([this.undetected, chunk]);
    const detected = detectTransport(this.undetected);
    if (!detected) return [];
    this.undetected = Buffer.alloc(0);
    this.framing = detected.framing;
    return this.framing.push(detected.rest);
  }

  send(payload: Buffer): void {
    if (this.framing && this.isOpen) this.socket.write(this.framing.wrap(payload));
  }

  /** Half of the payload's frame, then the end. */
  sendHalf(payload: Buffer): void {
    if (!this.framing || !this.isOpen) return;
    this.isAbandoned = true;
    const frame = this.framing.wrap(payload);
    this.socket.end(frame.subarray(0, frame.length >> 1));
  }

  /** A last payload, then the end. */
  sendAndEnd(payload: Buffer): void {
    if (!this.framing || !this.isOpen) return;
    this.isAbandoned = true;
    this.socket.end(this.framing.wrap(payload));
  }

  /** Four bytes in place of a message, such as -404, then the end. */
  transportError(code: number): void {
    const payload = Buffer.alloc(4);
    payload.writeInt32LE(code, 0);
    this.sendAndEnd(payload);
  }

  /** Closes with a TCP reset. */
  reset(): void {
    this.isAbandoned = true;
    this.socket.resetAndDestroy();
  }

  end(): void {
    this.socket.end();
  }
}
