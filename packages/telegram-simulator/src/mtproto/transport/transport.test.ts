import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abridgedFraming } from './abridged.ts';
import { crc32 } from './crc32.ts';
import { detectTransport } from './detect.ts';
import { FramingError } from './framing.ts';
import type { Framing } from './framing.ts';
import { fullFraming } from './full.ts';
import { intermediateFraming } from './intermediate.ts';

/** The client's side: what it sends first, and how it frames. */
interface ClientSide {
  greeting: Buffer;
  framing: Framing;
}

function obfuscated(tag: number, inner: Framing): ClientSide {
  const header = randomBytes(64);
  header[0] = 1;
  header[4] = 1;
  header.writeUInt32LE(tag, 56);
  const reversed = Buffer.from(header.subarray(8, 56)).reverse();
  const outgoing = createCipheriv('aes-256-ctr', header.subarray(8, 40), header.subarray(40, 56));
  const incoming = createDecipheriv('aes-256-ctr', reversed.subarray(0, 32), reversed.subarray(32, 48));
  const encrypted = outgoing.update(header);
  const greeting = Buffer.concat([header.subarray(0, 56), encrypted.subarray(56)]);
  return {
    greeting,
    framing: {
      wrap: (payload) => outgoing.update(inner.wrap(payload)),
      push: (chunk) => inner.push(incoming.update(chunk)),
    },
  };
}

const clients: Record<string, () => ClientSide> = {
  full: () => ({ greeting: Buffer.alloc(0), framing: fullFraming() }),
  abridged: () => ({ greeting: Buffer.from('ef', 'hex'), framing: abridgedFraming() }),
  intermediate: () => ({ greeting: Buffer.from('eeeeeeee', 'hex'), framing: intermediateFraming({ padded: false }) }),
  padded: () => ({ greeting: Buffer.from('dddddddd', 'hex'), framing: intermediateFraming({ padded: true }) }),
  'obfuscated abridged': () => obfuscated(0xefefefef, abridgedFraming()),
  'obfuscated intermediate': () => obfuscated(0xeeeeeeee, intermediateFraming({ padded: false })),
  'obfuscated padded': () => obfuscated(0xdddddddd, intermediateFraming({ padded: true })),
};

/** Feeds a stream to a fresh server side, cut at the given places. */
function receive(stream: Buffer, cuts: number[]): { payloads: Buffer[]; framing: Framing | null } {
  const edges = [0, ...cuts.map((cut) => cut % (stream.length + 1)).toSorted((a, b) => a - b), stream.length];
  let seen = Buffer.alloc(0);
  let framing: Framing | null = null;
  const payloads: Buffer[] = [];
  for (let i = 1; i < edges.length; i += 1) {
    const chunk = stream.subarray(edges[i - 1], edges[i]);
    if (framing) {
      payloads.push(...framing.push(chunk));
      continue;
    }
    seen = Buffer.concat([seen, chunk]);
    const detected = detectTransport(seen);
    if (!detected) continue;
    framing = detected.framing;
    payloads.push(...framing.push(detected.rest));
  }
  return { payloads, framing };
}

const words = fc.integer({ min: 1, max: 400 }).map((count) => randomBytes(count * 4));
const payloadLists = fc.array(words, { minLength: 1, maxLength: 4 });

describe.each(Object.keys(clients))('%s transport', (name) => {
  const connect = (): ClientSide => clients[name]!();

  it('is detected and read however the stream is cut', () => {
    fc.assert(
      fc.property(payloadLists, fc.array(fc.nat(), { maxLength: 8 }), (sent, cuts) => {
        const client = connect();
        const stream = Buffer.concat([client.greeting, ...sent.map((payload) => client.framing.wrap(payload))]);
        const { payloads } = receive(stream, cuts);
        expect(payloads.length).toBe(sent.length);
        payloads.forEach((payload, i) => {
          const length = sent[i]!.length;
          expect(payload.subarray(0, length)).toEqual(sent[i]);
          expect(payload.length - length).toBeLessThan(name.includes('padded') ? 16 : 1);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('answers in the same transport, transport errors unpadded', () => {
    const client = connect();
    const { framing } = receive(Buffer.concat([client.greeting, client.framing.wrap(randomBytes(64))]), []);
    const answer = randomBytes(600);
    const error = Buffer.from('6cfeffff', 'hex');
    const frames = Buffer.concat([framing!.wrap(answer), framing!.wrap(error)]);
    const [first, second] = client.framing.push(frames);
    expect(first?.subarray(0, 600)).toEqual(answer);
    expect(second).toEqual(error);
  });
});

describe('framing', () => {
  it('of the full transport notices damage and lost frames', () => {
    const damaged = fullFraming().wrap(randomBytes(32));
    damaged[20] = (damaged[20] ?? 0) ^ 1;
    expect(() => fullFraming().push(damaged)).toThrow(FramingError);
    const client = fullFraming();
    client.wrap(randomBytes(32));
    expect(() => fullFraming().push(client.wrap(randomBytes(32)))).toThrow('Frames out of order');
  });

  it.each([
    ['full', fullFraming, 'ffffffff00000000'],
    ['full, too long', fullFraming, '00000070' + '00000000'],
    ['intermediate', () => intermediateFraming({ padded: false }), 'ffffff7f'],
    ['intermediate, empty', () => intermediateFraming({ padded: false }), '00000000'],
    ['abridged, too long', abridgedFraming, '7fffffff'],
  ])('%s refuses an impossible length', (_name, framing, hex) => {
    expect(() => framing().push(Buffer.from(hex, 'hex'))).toThrow(FramingError);
  });

  it('does not know what starts like nothing it knows', () => {
    const request = Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\nUser-Agent: somebody else\r\n\r\n'.padEnd(64));
    expect(detectTransport(request.subarray(0, 63))).toBeNull();
    expect(() => detectTransport(request)).toThrow(FramingError);
  });
});

describe('crc32', () => {
  it('is the one of zlib', () => {
    expect(crc32(Buffer.from('123456789'))).toBe(0xcbf43926);
    expect(crc32(Buffer.alloc(0))).toBe(0);
  });
});
