import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { RpcError } from '../rpc.ts';
import { ByteWriter, GZIP_PACKED, apiSchema, decodeObject, encodeObject } from '../tl/index.ts';
import { writeContainer } from './message.ts';
import { getNearest, linkFixture, nearestDc } from './testing/link-fixture.ts';
import { wrappedQuery } from './testing/raw-client.ts';

const fixture = linkFixture();

describe('requests', () => {
  it('are answered, and the handler learns who asks', async () => {
    const body = await fixture.client.answerTo(fixture.client.request(getNearest));
    expect(decodeObject(apiSchema(227), body).object).toEqual(nearestDc);
    expect(fixture.contexts.at(-1)).toEqual({
      authKeyId: fixture.client.authKeyId,
      dcId: 2,
      layer: 227,
      client: { apiId: 7, deviceModel: 'Raw', systemVersion: '1', appVersion: '2', langCode: 'de' },
    });
    fixture.client.sendBody(encodeObject(apiSchema(227), getNearest));
    await fixture.handledCount(2);
    expect(fixture.contexts.at(-1)).toMatchObject({ layer: 227, client: { apiId: 7 } });
  });

  it('of one container are answered in order, though the first takes longer', async () => {
    let release = (): void => undefined;
    const first = new Promise<void>((resolve) => (release = resolve));
    fixture.answerWith = async () => {
      if (fixture.stand.handled.length === 1) await first;
      return nearestDc;
    };
    const message = (): { id: bigint; seqno: number; body: Buffer } => ({
      id: fixture.client.nextId(),
      seqno: fixture.client.nextSeqno(),
      body: wrappedQuery(getNearest),
    });
    const messages = [message(), message()];
    fixture.client.sendBody(writeContainer(messages), { seqno: fixture.client.evenSeqno() });
    fixture.client.service({ _: 'ping', ping_id: 9n });
    await fixture.client.message('pong');
    expect(fixture.stand.handled.length).toBe(1);
    release();
    for (const { id } of messages) await fixture.client.answerTo(id);
    const order = fixture.client.received.filter(({ _ }) => _ === 'rpc_result').map((result) => result['req_msg_id']);
    expect(order).toEqual(messages.map(({ id }) => id));
  });

  it('are carried out also when the client has hung up before their turn', async () => {
    let release = (): void => undefined;
    const first = new Promise<void>((resolve) => (release = resolve));
    fixture.answerWith = async () => {
      await first;
      return nearestDc;
    };
    fixture.client.request(getNearest);
    fixture.client.request(getNearest);
    await fixture.handledCount(1);
    fixture.client.close();
    const { stand, client } = fixture;
    await vi.waitFor(() => expect(stand.connectionCount(client.authKeyId)).toBe(0), { interval: 5 });
    release();
    await fixture.handledCount(2);
  });

  it('sent twice are carried out once and answered twice', async () => {
    const id = fixture.client.nextId();
    const seqno = fixture.client.nextSeqno();
    fixture.client.request(getNearest, { id, seqno });
    await fixture.client.answerTo(id);
    fixture.client.request(getNearest, { id, seqno });
    await fixture.client.until(() => fixture.client.received.filter(({ _ }) => _ === 'rpc_result').length === 2);
    expect(fixture.stand.handled.length).toBe(1);
  });

  it.each([
    ['gzip', gzipSync],
    ['zlib', deflateSync],
  ])('may be packed with %s', async (_name, compress) => {
    const writer = new ByteWriter();
    writer.int(GZIP_PACKED);
    writer.bytes(compress(wrappedQuery(getNearest)));
    await fixture.client.answerTo(fixture.client.sendBody(writer.result()));
    expect(fixture.stand.handled).toEqual(['help.getNearestDc']);
  });

  it.each([
    ['an RpcError', new RpcError(406, 'FRESH_CHANGE'), '406 FRESH_CHANGE', 0],
    ['anything else that goes wrong', new Error('a defect'), '500 RPC_CALL_FAIL', 1],
  ])('are answered with %s', async (_name, error, text, logged) => {
    fixture.answerWith = () => {
      throw error;
    };
    expect(await fixture.client.errorTo(fixture.client.request(getNearest))).toBe(text);
    expect(fixture.stand.logged.length).toBe(logged);
  });

  it('whose answer does not fit the schema fail visibly', async () => {
    fixture.answerWith = () => ({ _: 'nearestDc', country: 'DE', this_dc: 2 });
    expect(await fixture.client.errorTo(fixture.client.request(getNearest))).toBe('500 RPC_CALL_FAIL');
    expect(fixture.stand.logged.join()).toContain('nearestDc.nearest_dc (layer 227): required field is missing');
  });

  it('that nobody knows are refused', async () => {
    const unknown = fixture.client.sendBody(Buffer.from('efbeadde', 'hex'));
    expect(await fixture.client.errorTo(unknown)).toBe(`400 INPUT_METHOD_INVALID_${0xdeadbeef}`);
    const cut = fixture.client.sendBody(wrappedQuery(getNearest).subarray(0, 40));
    expect(await fixture.client.errorTo(cut)).toBe('400 INPUT_FETCH_ERROR');
    expect(fixture.stand.handled).toEqual([]);
  });

  it('with a long answer get it packed', async () => {
    fixture.answerWith = () => ({ ...nearestDc, country: 'x'.repeat(5000) });
    const body = await fixture.client.answerTo(fixture.client.request(getNearest));
    expect(body.readUInt32LE(0)).toBe(GZIP_PACKED);
    expect(body.length).toBeLessThan(200);
  });
});
