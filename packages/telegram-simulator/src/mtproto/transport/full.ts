import { crc32 } from './crc32.ts';
import { FrameBuffer, FramingError, checkLength } from './framing.ts';
import type { Cut, Framing } from './framing.ts';

/** Length, number, payload, CRC-32: the one transport that notices damage by itself. */
export function fullFraming(): Framing {
  let received = 0;
  let sent = 0;

  function cut(stream: Buffer): Cut | null {
    if (stream.length < 4) return null;
    const size = stream.readInt32LE(0);
    checkLength(size - 12);
    if (stream.length < size) return null;
    if (stream.readInt32LE(4) !== received) throw new FramingError('Frames out of order');
    if (stream.readUInt32LE(size - 4) !== crc32(stream.subarray(0, size - 4))) throw new FramingError('Wrong crc');
    received += 1;
    return { payload: stream.subarray(8, size - 4), size };
  }

  const buffer = new FrameBuffer(cut);
  return {
    push: (chunk) => buffer.push(chunk),
    wrap(payload) {
      const frame = Buffer.alloc(payload.length + 12);
      frame.writeInt32LE(frame.length, 0);
      frame.writeInt32LE(sent, 4);
      payload.copy(frame, 8);
      frame.writeUInt32LE(crc32(frame.subarray(0, frame.length - 4)), frame.length - 4);
      sent += 1;
      return frame;
    },
  };
}
