import { PassThrough } from 'node:stream';
import { crc32 } from 'telegram/Helpers.js';
import { describe, expect, it } from 'vitest';
import { checkedCodec } from './frame-codec.ts';

/** Gives the bytes it was made with, then nothing more, like a connection that stalls. */
function readerOf(bytes: Buffer): { readExactly(count: number): Promise<Buffer> } {
  const stream = new PassThrough();
  stream.write(bytes);
  return {
    readExactly: (count) => Promise.resolve((stream.read(count) as Buffer | null) ?? new Promise<never>(() => {})),
  };
}

function frame(body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeInt32LE(body.length + 12);
  const crc = Buffer.alloc(4);
  crc.writeUInt32LE(crc32(Buffer.concat([head, body])));
  return Buffer.concat([head, body, crc]);
}

const int32 = (...values: number[]): Buffer =>
  Buffer.concat(
    values.map((value) => {
      const bytes = Buffer.alloc(4);
      bytes.writeInt32LE(value);
      return bytes;
    }),
  );

function read(bytes: Buffer): { packet: Promise<Buffer>; transportErrors: number[] } {
  const transportErrors: number[] = [];
  const Codec = checkedCodec((code) => transportErrors.push(code));
  const codec: { readPacket(reader: ReturnType<typeof readerOf>): Promise<Buffer> } = new Codec(null);
  return { packet: codec.readPacket(readerOf(bytes)), transportErrors };
}

describe('checkedCodec', () => {
  it('reads a frame', async () => {
    const body = Buffer.from('sixteen bytes ok');
    expect(await read(frame(body)).packet).toEqual(body);
  });

  it.each([0, 4, 7, 8, 11, (1 << 24) + 1, 0x7fffffff])('refuses the length %i before reading on', async (length) => {
    await expect(read(int32(length, 0)).packet).rejects.toThrow('impossible length');
  });

  it('refuses a wrong checksum', async () => {
    const bytes = frame(Buffer.from('sixteen bytes ok'));
    bytes.writeUInt8(bytes.readUInt8(9) ^ 1, 9);
    await expect(read(bytes).packet).rejects.toThrow('crc');
  });

  it.each([
    ['as a frame', frame(int32(-404))],
    ['in place of the length', int32(-404, -404, -404)],
  ])('tells of a transport error %s', async (_, bytes) => {
    const { packet, transportErrors } = read(bytes);
    await expect(packet).rejects.toThrow('transport error');
    expect(transportErrors).toEqual([404]);
  });
});
