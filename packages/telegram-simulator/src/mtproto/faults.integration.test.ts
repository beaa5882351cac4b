import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apiSchema, decodeObject } from '../tl/index.ts';
import { RawClient } from './testing/raw-client.ts';
import { startStand } from './testing/wire-stand.ts';
import type { WireStand } from './testing/wire-stand.ts';

const method = 'help.getNearestDc';
let stand: WireStand;
let client: RawClient;

beforeAll(async () => {
  stand = await startStand();
});
afterAll(() => stand.close());
beforeEach(async () => {
  client = new RawClient(stand);
  await client.welcome();
  client.received.length = 0;
  stand.handled.length = 0;
});
afterEach(() => client.close());

const ask = (): bigint => client.request({ _: method });

/** What has come in when the server answers the next ping, without pings. */
async function settled(): Promise<string[]> {
  const id = client.service({ _: 'ping', ping_id: 77n });
  await client.message('pong', (pong) => pong['msg_id'] === id);
  return client.received.map(({ _ }) => _).filter((name) => name !== 'pong');
}

describe('a fault', () => {
  it('is used once, by the method it is meant for', async () => {
    stand.addFault('help.getConfig', { type: 'mute' });
    await client.answerTo(ask());
    client.request({ _: 'help.getConfig' });
    await settled();
    await client.answerTo(client.request({ _: 'help.getConfig' }));
    expect(stand.handled).toEqual([method, 'help.getConfig']);
  });

  it('rpc_error answers in place of the handler', async () => {
    stand.addFault(method, { type: 'rpc_error', code: 420, message: 'FLOOD_WAIT_9' });
    expect(await client.errorTo(ask())).toBe('420 FLOOD_WAIT_9');
    expect(stand.handled).toEqual([]);
  });

  it('rpc_error with a notification sends the text before the error', async () => {
    stand.addFault(method, { type: 'rpc_error', code: 406, message: 'PHONE_NUMBER_INVALID', notification: 'Not so.' });
    await client.errorTo(ask());
    const [update, error] = client.received;
    expect([update?._, error?._]).toEqual(['update', 'rpc_result']);
    expect(decodeObject(apiSchema(227), update?.['body'] as Buffer).object).toMatchObject({
      _: 'updateShort',
      update: { _: 'updateServiceNotification', message: 'Not so.' },
    });
  });

  it('mute carries nothing out and answers nothing', async () => {
    stand.addFault(method, { type: 'mute' });
    ask();
    expect(await settled()).toEqual([]);
    expect(stand.handled).toEqual([]);
  });

  it('answer_lost carries out and answers nothing', async () => {
    stand.addFault(method, { type: 'answer_lost' });
    ask();
    await client.answerTo(ask());
    expect(await settled()).toEqual(['rpc_result']);
    expect(stand.handled).toEqual([method, method]);
  });

  it.each([
    ['reset_before', []],
    ['reset_after', [method]],
  ] as const)('%s closes the connection, with %j carried out', async (type, handled) => {
    stand.addFault(method, { type });
    ask();
    ask();
    await client.closed();
    expect(client.received).toEqual([]);
    expect(stand.handled).toEqual(handled);
  });

  it('half_frame carries out, sends something unreadable and closes', async () => {
    stand.addFault(method, { type: 'half_frame' });
    ask();
    await client.closed();
    expect(client.received).toEqual([]);
    expect(client.bytesReceived).toBeGreaterThan(20);
    expect(stand.handled).toEqual([method]);
  });

  it('garbage carries out, sends a frame of nonsense and closes', async () => {
    stand.addFault(method, { type: 'garbage' });
    ask();
    await client.closed();
    expect(client.received.map(({ _ }) => _)).toEqual(['garbage']);
    expect(stand.handled).toEqual([method]);
  });

  it('slow answers after the time given', async () => {
    stand.addFault(method, { type: 'slow', ms: 60 });
    const begun = performance.now();
    await client.answerTo(ask());
    expect(performance.now() - begun).toBeGreaterThanOrEqual(55);
  });

  it('transport_error takes the place of the answer', async () => {
    stand.addFault(method, { type: 'transport_error', code: -429 });
    ask();
    await client.closed();
    expect(client.transportErrors).toEqual([-429]);
    expect(stand.handled).toEqual([]);
  });

  it('bad_msg rejects the message', async () => {
    stand.addFault(method, { type: 'bad_msg', code: 20 });
    const id = ask();
    expect(await client.message('bad_msg_notification')).toMatchObject({ bad_msg_id: id, error_code: 20 });
    expect(stand.handled).toEqual([]);
  });

  it('bad_msg 48 makes all salts void', async () => {
    stand.addFault(method, { type: 'bad_msg', code: 48 });
    ask();
    const { new_server_salt } = await client.message('bad_server_salt');
    expect(new_server_salt).not.toBe(client.salt);
    const stale = ask();
    await client.message('bad_server_salt', (bad) => bad['bad_msg_id'] === stale);
    client.salt = new_server_salt as bigint;
    await client.answerTo(ask());
  });

  it('duplicate_answer sends the same message twice', async () => {
    stand.addFault(method, { type: 'duplicate_answer' });
    ask();
    expect(await settled()).toEqual(['rpc_result', 'rpc_result']);
    expect(client.received[0]?.id).toBe(client.received[1]?.id);
    expect(stand.handled).toEqual([method]);
  });

  it('a skewed clock rejects ids of the right time, and says what time it is', async () => {
    stand.setSkew(3600);
    ask();
    const bad = await client.message('bad_msg_notification');
    stand.setSkew(0);
    expect(bad['error_code']).toBe(16);
    expect(Number(bad.id >> 32n) - Date.now() / 1000).toBeGreaterThan(3590);
  });
});

describe('a fault of the connection', () => {
  it('black_hole: silence, also to what is sent', async () => {
    stand.addFault('connect', { type: 'black_hole' });
    const lost = new RawClient(stand, { key: client.key });
    lost.request({ _: method });
    await client.answerTo(ask());
    expect(lost.isClosed).toBe(false);
    expect(lost.bytesReceived).toBe(0);
    lost.close();
  });

  it('transport_error answers the first message', async () => {
    stand.addFault('connect', { type: 'transport_error', code: -429 });
    const refused = new RawClient(stand, { key: client.key });
    refused.request({ _: method });
    await refused.closed();
    expect(refused.transportErrors).toEqual([-429]);
  });

  it('slow: served, but later', async () => {
    stand.addFault('connect', { type: 'slow', ms: 60 });
    const late = new RawClient(stand, { key: client.key });
    late.salt = client.salt;
    const begun = performance.now();
    await late.answerTo(late.request({ _: method }));
    expect(performance.now() - begun).toBeGreaterThanOrEqual(55);
    late.close();
  });

  it('reset_before: closed at once', async () => {
    stand.addFault('connect', { type: 'reset_before' });
    const refused = new RawClient(stand, { key: client.key });
    await refused.closed();
    expect(refused.bytesReceived).toBe(0);
  });
});
