import { randomBytes, randomInt } from 'node:crypto';
import { FrameBuffer, checkLength } from './framing.ts';
import type { Cut, Framing } from './framing.ts';

// The highest bit of the length asks for a quick acknowledgement, which is optional to give.
function cut(stream: Buffer): Cut | null {
  if (stream.length < 4) return null;
  const length = stream.readUInt32LE(0) & 0x7fffffff;
  checkLength(length);
  return stream.length < 4 + length ? null : { payload: stream.subarray(4, 4 + length), size: 4 + length };
}

/** The length in bytes, in four bytes; `padded`: up to 15 random bytes follow the payload. */
export function intermediateFraming(options: { padded: boolean }): Framing {
  const buffer = new FrameBuffer(cut);
  return {
    push: (chunk) => buffer.push(chunk),
    wrap(payload) {
      // A transport error is recognised by its length of four, so it gets no padding.
      const padding = options.padded && payload.length > 4 ? randomBytes(randomInt(16)) : Buffer.alloc(0);
      const head = Buffer.alloc(4);
      head.writeUInt32LE(payload.length + padding.length, 0);
      return Buffer.concat([head, payload, padding]);
    },
  };
}
