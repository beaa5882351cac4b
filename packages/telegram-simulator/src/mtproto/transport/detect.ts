import { createDecipheriv, createCipheriv } from 'node:crypto';
import { abridgedFraming } from './abridged.ts';
import { FramingError } from './framing.ts';
import type { Framing } from './framing.ts';
import { fullFraming } from './full.ts';
import { intermediateFraming } from './intermediate.ts';

const abridgedTag = 0xef;
const intermediateTag = 0xeeeeeeee;
const paddedTag = 0xdddddddd;
const headerLength = 64;

export interface Detected {
  framing: Framing;
  /** What of the bytes seen so far belongs to the frames. */
  rest: Buffer;
}

function framingOfTag(tag: number): Framing | null {
  if (tag === intermediateTag) return intermediateFraming({ padded: false });
  if (tag === paddedTag) return intermediateFraming({ padded: true });
  return (tag & 0xff) === abridgedTag ? abridgedFraming() : null;
}

/** The 64 bytes hold the keys of both directions, in themselves and in reverse, and the tag of the transport inside. */
function deobfuscate(first: Buffer): Detected {
  const header = first.subarray(0, headerLength);
  const reversed = Buffer.from(header.subarray(8, 56)).reverse();
  const incoming = createDecipheriv('aes-256-ctr', header.subarray(8, 40), header.subarray(40, 56));
  const outgoing = createCipheriv('aes-256-ctr', reversed.subarray(0, 32), reversed.subarray(32, 48));
  const inner = framingOfTag(incoming.update(header).readUInt32LE(56));
  if (!inner) throw new FramingError('No transport starts like this');
  return {
    framing: {
      push: (chunk) => inner.push(incoming.update(chunk)),
      wrap: (payload) => outgoing.update(inner.wrap(payload)),
    },
    rest: first.subarray(headerLength),
  };
}

/**
 * Tells the transport from the first bytes of a connection; null while they are too few to tell.
 * @throws FramingError
 */
export function detectTransport(first: Buffer): Detected | null {
  if (first[0] === abridgedTag) return { framing: abridgedFraming(), rest: first.subarray(1) };
  if (first.length < 4) return null;
  const tagged = framingOfTag(first.readUInt32LE(0));
  if (tagged) return { framing: tagged, rest: first.subarray(4) };
  if (first.length < 8) return null;
  // The full transport has no tag, but its first frame has the number 0.
  if (first.readUInt32LE(4) === 0) return { framing: fullFraming(), rest: first };
  return first.length < headerLength ? null : deobfuscate(first);
}
