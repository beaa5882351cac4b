import { ByteReader, ByteWriter, MSG_CONTAINER, TlReadError } from '../tl/index.ts';

/** A message inside the encryption, with its id and number, but without salt and session. */
export interface Message {
  id: bigint;
  seqno: number;
  body: Buffer;
}

/** What an encrypted payload holds. */
export interface Envelope extends Message {
  salt: bigint;
  sessionId: bigint;
}

/** @throws TlReadError where length or padding are impossible */
export function readEnvelope(padded: Buffer): Envelope {
  const reader = new ByteReader(padded);
  const [salt, sessionId, id] = [reader.long(), reader.long(), reader.long()];
  const seqno = reader.int();
  const length = reader.int();
  const padding = reader.remaining - length;
  if (length < 4 || length % 4 !== 0) throw new TlReadError(`A message of ${length} bytes`);
  if (padding < 12 || padding > 1024) throw new TlReadError(`${padding} bytes of padding`);
  return { salt, sessionId, id, seqno, body: reader.raw(length) };
}

export function writeEnvelope(envelope: Envelope): Buffer {
  const writer = new ByteWriter();
  writer.long(envelope.salt);
  writer.long(envelope.sessionId);
  writeMessage(writer, envelope);
  return writer.result();
}

function writeMessage(writer: ByteWriter, message: Message): void {
  writer.long(message.id);
  writer.int(message.seqno);
  writer.int(message.body.length);
  writer.raw(message.body);
}

export function constructorOf(body: Buffer): number {
  return body.length < 4 ? 0 : body.readUInt32LE(0);
}

/** The messages of a container. @throws TlReadError */
export function readContainer(body: Buffer): Message[] {
  const reader = new ByteReader(body.subarray(4));
  const count = reader.int();
  if (count < 1 || count > 1020) throw new TlReadError(`A container of ${count} messages`);
  return Array.from({ length: count }, () => {
    const id = reader.long();
    const seqno = reader.int();
    const length = reader.int();
    if (length < 4 || length % 4 !== 0) throw new TlReadError(`A message of ${length} bytes`);
    return { id, seqno, body: reader.raw(length) };
  });
}

export function writeContainer(messages: Message[]): Buffer {
  const writer = new ByteWriter();
  writer.int(MSG_CONTAINER);
  writer.int(messages.length);
  for (const message of messages) writeMessage(writer, message);
  return writer.result();
}
