import { FrameBuffer, checkLength } from './framing.ts';
import type { Cut, Framing } from './framing.ts';

// The highest bit of the length asks for a quick acknowledgement, which is optional to give.
function cut(stream: Buffer): Cut | null {
  if (stream.length < 1) return null;
  const short = stream.readUInt8(0) & 0x7f;
  const head = short === 0x7f ? 4 : 1;
  if (stream.length < head) return null;
  const length = (short === 0x7f ? stream.readUIntLE(1, 3) : short) * 4;
  checkLength(length);
  return stream.length < head + length ? null : { payload: stream.subarray(head, head + length), size: head + length };
}

/** The length in words, in one byte or four. */
export function abridgedFraming(): Framing {
  const buffer = new FrameBuffer(cut);
  return {
    push: (chunk) => buffer.push(chunk),
    wrap(payload) {
      const words = payload.length / 4;
      const head = words < 0x7f ? Buffer.from([words]) : Buffer.from([0x7f, words, words >>> 8, words >>> 16]);
      return Buffer.concat([head, payload]);
    },
  };
}
