import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { Api } from 'telegram';
import { MTProtoState } from 'telegram/network/MTProtoState.js';
import { StringSession } from 'telegram/sessions/index.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Client, ClientEnded } from './client.ts';
import { prepareThread } from './prepare-thread.ts';
import { startRelay, type Relay } from './testing/relay.ts';
import { credentials, startStand, type Stand } from './testing/stand.ts';

let stand: Stand;
let relay: Relay;
beforeAll(async () => {
  stand = await startStand();
  relay = await startRelay(stand.network.dataCenters[1] ?? expect.fail('no data centre 2'));
  prepareThread(stand.network);
});
afterAll(async () => {
  await relay.close();
  await stand.close();
});

describe('Client', () => {
  let client: Client;
  beforeEach(() => {
    const network = { ...stand.network, dataCenters: [relay.address] };
    client = new Client({ network, appVersion: '0.1.0', credentials, dcId: 2, session: null });
  });

  it('ends a request that is still in the queue when it is discarded', async () => {
    await client.connect();
    const asked = client.invoke(new Api.help.GetNearestDc());
    const discarded = client.discard();
    await expect(asked).rejects.toThrow(ClientEnded);
    await discarded;
  });

  it('ends a connecting that is under way when it is discarded, and leaves no socket', async () => {
    await stand.fault({ type: 'black_hole' }, { method: 'connect' });
    const connecting = client.connect();
    await vi.waitFor(() => expect(relay.open()).toBe(1));
    const discarded = client.discard();
    await expect(connecting).rejects.toThrow(ClientEnded);
    await discarded;
    await vi.waitFor(() => expect(relay.open()).toBe(0));
  });

  it('that was discarded before it connected dials nothing', async () => {
    const before = relay.dialled();
    await client.discard();
    await expect(client.connect()).rejects.toThrow(ClientEnded);
    expect(relay.dialled()).toBe(before);
  });

  it('never dials a second time, and tells its end once', async () => {
    await client.connect();
    const before = relay.dialled();
    const ended = vi.fn();
    client.onEnd(ended);
    await stand.fault({ type: 'reset_before' }, { method: 'help.getNearestDc' });
    await expect(client.invoke(new Api.help.GetNearestDc())).rejects.toThrow();
    await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce());
    await expect(client.invoke(new Api.help.GetNearestDc())).rejects.toThrow();
    expect(client.discarded).toBe(true);
    client.onEnd(ended);
    expect(ended).toHaveBeenCalledTimes(2);
    expect(relay.dialled()).toBe(before);
  });

  it('refuses a message that comes a second time: the checks that GramJS leaves off are on', async () => {
    const read = vi.spyOn(MTProtoState.prototype, 'decryptMessageData');
    await client.connect();
    await client.invoke(new Api.help.GetNearestDc());
    const [contexts, calls] = [read.mock.contexts as MTProtoState[], read.mock.calls];
    read.mockRestore();
    const again = contexts[0]?.decryptMessageData(calls[0]?.[0] ?? expect.fail('nothing was read'));
    await expect(again).rejects.toThrow('Duplicate msgIds');
    await client.discard();
  });

  it('dials the data centre of its network, whatever address and port a session names', async () => {
    await client.connect();
    const named = new StringSession(client.session());
    await client.discard();
    let strangers = 0;
    const stranger = createServer((socket) => ((strangers += 1), socket.destroy())).listen(0, '127.0.0.1');
    await once(stranger, 'listening');
    const { port } = stranger.address() as AddressInfo;
    named.setDC(2, '127.0.0.1', port % 32_768);
    const session = String(named.save());
    const network = { ...stand.network, dataCenters: [relay.address] };
    const again = new Client({ network, appVersion: '0.1.0', credentials, dcId: 2, session });
    const before = relay.dialled();
    await again.connect();
    await again.invoke(new Api.help.GetNearestDc());
    expect([relay.dialled() - before, strangers]).toEqual([1, 0]);
    await again.discard();
    stranger.close();
  });

  it('has no session to give before it has a key', async () => {
    expect(() => client.session()).toThrow('malformed session');
    await client.connect();
    expect(client.session()).toMatch(/^1/);
    await client.discard();
  });
});
