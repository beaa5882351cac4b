import { randomBytes } from 'node:crypto';
import { deflateSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RpcError } from '../rpc.ts';
import type { RpcContext, RpcHandler } from '../rpc.ts';
import { ByteWriter, GZIP_PACKED, apiSchema, decodeObject, encodeObject, mtprotoSchema } from '../tl/index.ts';
import { sealMessage } from './crypto/message-crypto.ts';
import { writeContainer, writeEnvelope } from './message.ts';
import { RawClient, wrappedQuery } from './testing/raw-client.ts';
import { startStand } from './testing/wire-stand.ts';
import type { WireStand } from './testing/wire-stand.ts';

const nearestDc = { _: 'nearestDc', country: 'DE', this_dc: 2, nearest_dc: 2 };

let answerWith: RpcHandler;
let stand: WireStand;
let client: RawClient;
const contexts: RpcContext[] = [];

beforeAll(async () => {
  stand = await startStand({
    handler: (request, context) => {
      contexts.push(context);
      return answerWith(request, context);
    },
  });
});
afterAll(() => stand.close());
beforeEach(async () => {
  answerWith = () => nearestDc;
  stand.handled.length = 0;
  stand.logged.length = 0;
  client = new RawClient(stand);
  await client.welcome();
  client.received.length = 0;
});
afterEach(() => client.close());

const getNearest = { _: 'help.getNearestDc' };

describe('a new session', () => {
  it('is told the salt, and which of its messages came first', async () => {
    const other = new RawClient(stand, { key: client.key });
    other.salt = client.salt;
    const id = other.request(getNearest);
    const created = await other.message('new_session_created');
    expect(created).toMatchObject({ first_msg_id: id, server_salt: client.salt });
    expect((await other.message('msgs_ack'))['msg_ids']).toEqual([id]);
    await other.answerTo(id);
    other.close();
  });

  it('is announced once, also over several connections', async () => {
    const again = new RawClient(stand, { key: client.key, sessionId: client.sessionId });
    again.salt = client.salt;
    again.service({ _: 'ping', ping_id: 3n }, { seqno: 5 });
    await again.message('pong');
    expect(again.received.map(({ _ }) => _)).toEqual(['pong']);
    again.close();
  });
});

describe('a message is not accepted', () => {
  const rejected = async (id: bigint): Promise<unknown> =>
    (await client.message('bad_msg_notification', (message) => message['bad_msg_id'] === id))['error_code'];

  it('with a wrong salt; the right one is told', async () => {
    const id = client.request(getNearest, { salt: 1n });
    const bad = await client.message('bad_server_salt');
    expect(bad).toMatchObject({ bad_msg_id: id, error_code: 48, new_server_salt: client.salt });
    expect(stand.handled).toEqual([]);
  });

  it.each([
    [-400, 16],
    [60, 17],
  ])('with an id %i seconds off', async (offset, code) => {
    expect(await rejected(client.request(getNearest, { id: client.nextId(offset) }))).toBe(code);
  });

  it('with an id that is not divisible by four', async () => {
    expect(await rejected(client.request(getNearest, { id: client.nextId() + 1n }))).toBe(18);
  });

  it('as a request with an even number', async () => {
    expect(await rejected(client.request(getNearest, { seqno: 2 }))).toBe(35);
  });

  it('with a number used before', async () => {
    expect(await rejected(client.request(getNearest, { seqno: 1 }))).toBe(32);
  });

  it('with an older id than a lower number has', async () => {
    const old = client.nextId();
    await client.answerTo(client.request(getNearest));
    expect(await rejected(client.request(getNearest, { id: old, seqno: 99 }))).toBe(33);
  });

  it('as a container with an odd number, younger contents, or an id used before', async () => {
    const inner = (): { id: bigint; seqno: number; body: Buffer } => ({
      id: client.nextId(),
      seqno: client.nextSeqno(),
      body: encodeObject(mtprotoSchema, { _: 'ping', ping_id: 1n }),
    });
    expect(await rejected(client.sendBody(writeContainer([inner()])))).toBe(34);
    const early = client.nextId();
    const younger = writeContainer([inner()]);
    expect(await rejected(client.sendBody(younger, { id: early, seqno: client.evenSeqno() }))).toBe(64);
    const id = client.sendBody(writeContainer([inner()]), { seqno: client.evenSeqno() });
    await client.message('pong');
    client.sendBody(writeContainer([inner()]), { id, seqno: client.evenSeqno() });
    expect(await rejected(id)).toBe(19);
    expect(stand.handled).toEqual([]);
  });
});

describe('requests', () => {
  it('are answered, and the handler learns who asks', async () => {
    const body = await client.answerTo(client.request(getNearest));
    expect(decodeObject(apiSchema(227), body).object).toEqual(nearestDc);
    expect(contexts.at(-1)).toEqual({
      authKeyId: client.authKeyId,
      dcId: 2,
      layer: 227,
      client: { apiId: 7, deviceModel: 'Raw', systemVersion: '1', appVersion: '2', langCode: 'de' },
    });
    client.sendBody(encodeObject(apiSchema(227), getNearest));
    await client.until(() => stand.handled.length === 2);
    expect(contexts.at(-1)).toMatchObject({ layer: 227, client: { apiId: 7 } });
  });

  it('of one container are answered in order, though the first takes longer', async () => {
    let release = (): void => undefined;
    const first = new Promise<void>((resolve) => (release = resolve));
    answerWith = async () => {
      if (stand.handled.length === 1) await first;
      return nearestDc;
    };
    const message = (): { id: bigint; seqno: number; body: Buffer } => ({
      id: client.nextId(),
      seqno: client.nextSeqno(),
      body: wrappedQuery(getNearest),
    });
    const messages = [message(), message()];
    client.sendBody(writeContainer(messages), { seqno: client.evenSeqno() });
    client.service({ _: 'ping', ping_id: 9n });
    await client.message('pong');
    expect(stand.handled.length).toBe(1);
    release();
    for (const { id } of messages) await client.answerTo(id);
    const order = client.received.filter(({ _ }) => _ === 'rpc_result').map((result) => result['req_msg_id']);
    expect(order).toEqual(messages.map(({ id }) => id));
  });

  it('sent twice are carried out once and answered twice', async () => {
    const id = client.nextId();
    const seqno = client.nextSeqno();
    client.request(getNearest, { id, seqno });
    await client.answerTo(id);
    client.request(getNearest, { id, seqno });
    await client.until(() => client.received.filter(({ _ }) => _ === 'rpc_result').length === 2);
    expect(stand.handled.length).toBe(1);
  });

  it.each([
    ['gzip', gzipSync],
    ['zlib', deflateSync],
  ])('may be packed with %s', async (_name, compress) => {
    const writer = new ByteWriter();
    writer.int(GZIP_PACKED);
    writer.bytes(compress(wrappedQuery(getNearest)));
    await client.answerTo(client.sendBody(writer.result()));
    expect(stand.handled).toEqual(['help.getNearestDc']);
  });

  it.each([
    ['an RpcError', new RpcError(406, 'FRESH_CHANGE'), '406 FRESH_CHANGE', 0],
    ['anything else that goes wrong', new Error('a defect'), '500 RPC_CALL_FAIL', 1],
  ])('are answered with %s', async (_name, error, text, logged) => {
    answerWith = () => {
      throw error;
    };
    expect(await client.errorTo(client.request(getNearest))).toBe(text);
    expect(stand.logged.length).toBe(logged);
  });

  it('whose answer does not fit the schema fail visibly', async () => {
    answerWith = () => ({ _: 'nearestDc', country: 'DE', this_dc: 2 });
    expect(await client.errorTo(client.request(getNearest))).toBe('500 RPC_CALL_FAIL');
    expect(stand.logged.join()).toContain('nearestDc.nearest_dc (layer 227): required field is missing');
  });

  it('that nobody knows are refused', async () => {
    const unknown = client.sendBody(Buffer.from('efbeadde', 'hex'));
    expect(await client.errorTo(unknown)).toBe(`400 INPUT_METHOD_INVALID_${0xdeadbeef}`);
    const cut = client.sendBody(wrappedQuery(getNearest).subarray(0, 40));
    expect(await client.errorTo(cut)).toBe('400 INPUT_FETCH_ERROR');
    expect(stand.handled).toEqual([]);
  });

  it('with a long answer get it packed', async () => {
    answerWith = () => ({ ...nearestDc, country: 'x'.repeat(5000) });
    const body = await client.answerTo(client.request(getNearest));
    expect(body.readUInt32LE(0)).toBe(GZIP_PACKED);
    expect(body.length).toBeLessThan(200);
  });
});

describe('service messages', () => {
  it('future salts begin with the current one', async () => {
    const id = client.service({ _: 'get_future_salts', num: 3 });
    const { req_msg_id, salts } = (await client.message('future_salts')) as unknown as {
      req_msg_id: bigint;
      salts: { salt: bigint }[];
    };
    expect(req_msg_id).toBe(id);
    expect(salts.map(({ salt }) => salt === client.salt)).toEqual([true, false, false]);
  });

  it('the state of messages: unknown, answered, being carried out', async () => {
    const answered = client.request(getNearest);
    await client.answerTo(answered);
    answerWith = () => new Promise(() => undefined);
    const running = client.request(getNearest);
    await client.until(() => stand.handled.length === 2);
    const id = client.service({ _: 'msgs_state_req', msg_ids: [4n, answered, running] });
    const info = await client.message('msgs_state_info');
    expect(info).toMatchObject({ req_msg_id: id, info: Buffer.from([1, 4 | 32 | 64, 4 | 32]) });
  });

  it('an answer is sent again until it is acknowledged', async () => {
    const results = (): bigint[] => client.received.filter(({ _ }) => _ === 'rpc_result').map(({ id }) => id);
    await client.answerTo(client.request(getNearest));
    const [first = 0n] = results();
    client.service({ _: 'msg_resend_req', msg_ids: [first] });
    await client.until(() => results().length === 2);
    expect(results()).toEqual([first, first]);
    client.service({ _: 'msgs_ack', msg_ids: [first] }, { seqno: client.evenSeqno() });
    client.service({ _: 'msg_resend_req', msg_ids: [first] });
    client.service({ _: 'ping', ping_id: 1n });
    await client.message('pong');
    expect(results().length).toBe(2);
  });

  it('an answer can be dropped before it is there, and after', async () => {
    let release = (): void => undefined;
    const blocked = new Promise<void>((resolve) => (release = resolve));
    answerWith = () => blocked.then(() => nearestDc);
    const running = client.request(getNearest);
    await client.until(() => stand.handled.length === 1);
    const drop = (id: bigint): Promise<Buffer> => client.answerTo(client.service({ _: 'rpc_drop_answer', req_msg_id: id }));
    const dropped = async (id: bigint): Promise<string> => decodeObject(mtprotoSchema, await drop(id)).object._;
    expect(await dropped(running)).toBe('rpc_answer_dropped_running');
    release();
    const answered = client.request(getNearest);
    await client.answerTo(answered);
    expect(client.received.some((message) => message['req_msg_id'] === running)).toBe(false);
    expect(await dropped(answered)).toBe('rpc_answer_dropped');
    expect(await dropped(answered)).toBe('rpc_answer_unknown');
  });

  it('sessions can be destroyed, but not the one in use', async () => {
    const other = new RawClient(stand, { key: client.key });
    other.salt = client.salt;
    other.service({ _: 'ping', ping_id: 1n });
    await other.message('pong');
    client.service({ _: 'destroy_session', session_id: other.sessionId });
    expect(await client.message('destroy_session_ok')).toMatchObject({ session_id: other.sessionId });
    client.service({ _: 'destroy_session', session_id: client.sessionId });
    expect(await client.message('destroy_session_none')).toMatchObject({ session_id: client.sessionId });
    other.close();
  });

  it('the connection ends when the next ping is overdue', async () => {
    client.service({ _: 'ping_delay_disconnect', ping_id: 1n, disconnect_delay: 1 });
    await client.message('pong');
    await client.closed();
  });

  it('a key destroyed by its client is dead', async () => {
    client.service({ _: 'destroy_auth_key' });
    await client.message('destroy_auth_key_ok');
    expect(stand.keys.ids()).not.toContain(client.authKeyId);
    client.request(getNearest);
    await client.closed();
    expect(client.transportErrors).toEqual([-404]);
  });

  it.each(['http_wait', 'msgs_ack'])('%s gets no answer', async (name) => {
    client.service({ _: name, max_delay: 0, wait_after: 0, max_wait: 0, msg_ids: [] }, { seqno: client.evenSeqno() });
    client.service({ _: 'ping', ping_id: 5n });
    await client.message('pong');
    expect(client.received.map(({ _ }) => _)).toEqual(['pong']);
  });
});

describe('keys', () => {
  it('that are unknown are answered with -404', async () => {
    const stranger = new RawClient(stand, { key: randomBytes(256) });
    stranger.request(getNearest);
    await stranger.closed();
    expect(stranger.transportErrors).toEqual([-404]);
  });

  it('have to fit the message', async () => {
    const plain = writeEnvelope({
      id: client.nextId(),
      seqno: client.nextSeqno(),
      salt: client.salt,
      sessionId: client.sessionId,
      body: wrappedQuery(getNearest),
    });
    const payload = sealMessage(client.key, plain, 'client');
    payload[40] = (payload[40] ?? 0) ^ 1;
    client.sendPayload(payload);
    await client.closed();
    expect(client.transportErrors).toEqual([-404]);
    expect(stand.handled).toEqual([]);
  });

  it('that are dropped close their connections and are unknown from then on', async () => {
    stand.wire.dropKey(client.authKeyId);
    await client.closed();
    const again = new RawClient(stand, { key: client.key });
    again.request(getNearest);
    await again.closed();
    expect(again.transportErrors).toEqual([-404]);
  });

  it('have their connections counted', async () => {
    expect(stand.connectionCount(client.authKeyId)).toBe(1);
    const other = new RawClient(stand, { key: client.key });
    other.salt = client.salt;
    await other.answerTo(other.request(getNearest));
    expect(stand.connectionCount(client.authKeyId)).toBe(2);
    other.close();
    client.close();
    await expect.poll(() => stand.connectionCount(client.authKeyId)).toBe(0);
  });
});

describe('updates', () => {
  const update = { _: 'updateShort', update: { _: 'updateLoginToken' }, date: 5 };

  it('reach every connection of the key, in its layer', async () => {
    await client.answerTo(client.request(getNearest));
    const other = new RawClient(stand, { key: client.key });
    other.salt = client.salt;
    await other.answerTo(other.request(getNearest));
    stand.wire.push(client.authKeyId, update);
    for (const each of [client, other]) {
      const { body } = await each.message('update');
      expect(decodeObject(apiSchema(227), body as Buffer).object).toEqual(update);
    }
    other.close();
  });

  it('reach nobody else, and nobody who does not want them', async () => {
    await client.answerTo(client.request({ _: 'invokeWithoutUpdates', query: getNearest }));
    stand.wire.push(client.authKeyId, update);
    stand.wire.push('0123456789abcdef', update);
    client.service({ _: 'ping', ping_id: 1n });
    await client.message('pong');
    expect(client.received.some(({ _ }) => _ === 'update')).toBe(false);
  });
});
