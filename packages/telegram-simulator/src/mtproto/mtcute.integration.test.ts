import { IntermediatePacketCodec, MemoryStorage, ObfuscatedPacketCodec } from '@mtcute/node';
import { PaddedIntermediatePacketCodec, TcpTransport } from '@mtcute/node';
import type { IPacketCodec, TelegramClient } from '@mtcute/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RpcError } from '../rpc.ts';
import type { RpcHandler } from '../rpc.ts';
import { mtcuteClient } from './testing/mtcute-client.ts';
import type { MtcuteOptions } from './testing/mtcute-client.ts';
import { plainHandler } from './testing/plain-handler.ts';
import { startStand, testRsaKey } from './testing/wire-stand.ts';
import type { WireStand } from './testing/wire-stand.ts';

class Transport extends TcpTransport {
  private readonly codec: () => IPacketCodec;

  constructor(codec: () => IPacketCodec) {
    super();
    this.codec = codec;
  }

  override packetCodec(): IntermediatePacketCodec {
    return this.codec() as IntermediatePacketCodec;
  }
}

let stand: WireStand;
let answerWith: RpcHandler;
let clients: TelegramClient[];
const plain = plainHandler(() => stand.addresses);

beforeAll(async () => {
  stand = await startStand({ handler: (request, context) => answerWith(request, context) });
});
afterAll(() => stand.close());
beforeEach(() => {
  answerWith = plain;
  clients = [];
  stand.logged.length = 0;
  stand.handled.length = 0;
});
afterEach(async () => {
  stand.setSkew(0);
  for (const client of clients) await client.destroy();
});

async function newClient(options: Partial<MtcuteOptions> = {}): Promise<TelegramClient> {
  const client = await mtcuteClient({ address: stand.address, key: testRsaKey, ...options });
  clients.push(client);
  return client;
}

async function isAnswered(client: TelegramClient): Promise<void> {
  const nearest = await client.call({ _: 'help.getNearestDc' });
  expect(nearest.country).toBe('DE');
}

describe('mtcute', () => {
  it.each([
    ['intermediate', () => new IntermediatePacketCodec()],
    ['padded intermediate', () => new PaddedIntermediatePacketCodec()],
    ['obfuscated intermediate', () => new ObfuscatedPacketCodec(new IntermediatePacketCodec())],
    ['obfuscated padded intermediate', () => new ObfuscatedPacketCodec(new PaddedIntermediatePacketCodec())],
  ])('makes a key and is answered over %s', async (_name, codec) => {
    await isAnswered(await newClient({ transport: new Transport(codec) }));
    expect(stand.logged).toEqual([]);
    expect(stand.handled).toContain('help.getNearestDc');
  });

  it('sees an RpcError as its error', async () => {
    const client = await newClient();
    await isAnswered(client);
    answerWith = () => {
      throw new RpcError(400, 'PHONE_NUMBER_INVALID');
    };
    await expect(client.call({ _: 'help.getNearestDc' })).rejects.toMatchObject({
      code: 400,
      text: 'PHONE_NUMBER_INVALID',
    });
  });

  it('uses its key again', async () => {
    const storage = new MemoryStorage();
    const first = await newClient({ storage });
    await isAnswered(first);
    const made = stand.keys.ids();
    await first.destroy();
    await isAnswered(await newClient({ storage }));
    expect(stand.keys.ids()).toEqual(made);
  });

  it('gets over a salt that is void', async () => {
    const client = await newClient();
    await isAnswered(client);
    stand.addFault('help.getNearestDc', { type: 'bad_msg', code: 48 });
    await isAnswered(client);
    expect(stand.handled.filter((name) => name === 'help.getNearestDc').length).toBe(2);
  });

  it.each([7200, -7200])('gets over a clock that is %i seconds off', async (skew) => {
    stand.setSkew(skew);
    await isAnswered(await newClient());
  });

  it('gets updates', async () => {
    const client = await newClient({ withUpdates: true });
    const seen = new Promise((resolve) => client.onServerUpdate.add(resolve));
    await isAnswered(client);
    stand.wire.push(stand.keys.ids().at(-1) ?? '', { _: 'updateShort', update: { _: 'updateLoginToken' }, date: 1 });
    expect(await seen).toMatchObject({ update: { _: 'updateLoginToken' } });
    expect(stand.handled).toContain('updates.getState');
  });
});
