import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ByteWriter, encodeObject, mtprotoSchema } from '../tl/index.ts';
import { RawClient } from './testing/raw-client.ts';
import { startStand } from './testing/wire-stand.ts';
import type { WireStand } from './testing/wire-stand.ts';
import { intermediateFraming } from './transport/intermediate.ts';

let stand: WireStand;
let bystander: RawClient;

beforeAll(async () => {
  stand = await startStand();
  bystander = new RawClient(stand);
  await bystander.welcome();
});
/** Nonsense has to be recognised as such, and must not trip the code up. */
function onlyRefusalsLogged(): void {
  expect(
    stand.logged.filter((message) => !/^(connection closed|handshake refused|request refused): [^\n]+$/.test(message)),
  ).toEqual([]);
  expect(stand.logged.length).toBeGreaterThan(0);
}
afterEach(onlyRefusalsLogged);
afterAll(async () => {
  bystander.close();
  await stand.close();
});

/** Sends it all, hangs up, and waits until the server has noticed. */
async function hitAndRun(bytes: Buffer): Promise<void> {
  const socket: Socket = connect(stand.address.port, stand.address.host);
  socket.on('error', () => undefined);
  socket.resume();
  socket.end(bytes);
  await once(socket, 'close');
}

async function bystanderIsServed(): Promise<void> {
  await bystander.answerTo(bystander.request({ _: 'help.getNearestDc' }));
}

const greetings = ['', 'ef', 'eeeeeeee', 'dddddddd'].map((hex) => Buffer.from(hex, 'hex'));
const noise = fc
  .tuple(fc.constantFrom(...greetings), fc.nat(600))
  .map(([greeting, length]) => Buffer.concat([greeting, randomBytes(length)]));

describe('nonsense', () => {
  it('of any kind leaves everybody else alone', async () => {
    await fc.assert(fc.asyncProperty(noise, hitAndRun), { numRuns: 60 });
    await bystanderIsServed();
  });

  it('in well-formed frames leaves everybody else alone', async () => {
    const frame = (payload: Buffer): Buffer =>
      Buffer.concat([greetings[2]!, intermediateFraming({ padded: false }).wrap(payload)]);
    const plain = (body: Buffer, length = body.length): Buffer => {
      const writer = new ByteWriter();
      writer.long(0n);
      writer.long(4n);
      writer.int(length);
      writer.raw(body);
      return frame(writer.result());
    };
    const reqPq = encodeObject(mtprotoSchema, { _: 'req_pq_multi', nonce: randomBytes(16) });
    for (const bytes of [
      ...Array.from({ length: 20 }, (_, i) => frame(randomBytes(4 + i * 4))),
      ...Array.from({ length: 20 }, (_, i) => plain(randomBytes(4 + i * 4))),
      ...Array.from({ length: 5 }, (_, i) => plain(reqPq.subarray(0, i * 4))),
      plain(reqPq, -1),
      plain(reqPq, 1_000_000),
      plain(encodeObject(mtprotoSchema, { _: 'ping', ping_id: 1n })),
    ]) {
      await hitAndRun(bytes);
    }
    await bystanderIsServed();
  });

  it('inside the encryption closes that connection only', async () => {
    for (const body of [
      Buffer.from('dcf8f173ffffff7f', 'hex'),
      Buffer.from('a1cf7230ffffffff', 'hex'),
      Buffer.from('ec77be7a', 'hex'),
    ]) {
      const client = new RawClient(stand);
      await client.welcome();
      client.sendBody(body);
      await client.closed();
    }
    await bystanderIsServed();
  });
});
