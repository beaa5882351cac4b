import { describe, expect, it } from 'vitest';
import { decodeObject, mtprotoSchema } from '../tl/index.ts';
import { getNearest, linkFixture, nearestDc } from './testing/link-fixture.ts';
import { RawClient } from './testing/raw-client.ts';

const fixture = linkFixture();

describe('service messages', () => {
  it('future salts begin with the current one', async () => {
    const id = fixture.client.service({ _: 'get_future_salts', num: 3 });
    const { req_msg_id, salts } = (await fixture.client.message('future_salts')) as unknown as {
      req_msg_id: bigint;
      salts: { salt: bigint }[];
    };
    expect(req_msg_id).toBe(id);
    expect(salts.map(({ salt }) => salt === fixture.client.salt)).toEqual([true, false, false]);
  });

  it('the state of messages: unknown, answered, being carried out', async () => {
    const answered = fixture.client.request(getNearest);
    await fixture.client.answerTo(answered);
    fixture.answerWith = () => new Promise(() => undefined);
    const running = fixture.client.request(getNearest);
    await fixture.handledCount(2);
    const id = fixture.client.service({ _: 'msgs_state_req', msg_ids: [4n, answered, running] });
    const info = await fixture.client.message('msgs_state_info');
    expect(info).toMatchObject({ req_msg_id: id, info: Buffer.from([1, 4 | 32 | 64, 4 | 32]) });
  });

  it('an answer is sent again until it is acknowledged', async () => {
    const results = (): bigint[] => fixture.client.received.filter(({ _ }) => _ === 'rpc_result').map(({ id }) => id);
    await fixture.client.answerTo(fixture.client.request(getNearest));
    const [first = 0n] = results();
    fixture.client.service({ _: 'msg_resend_req', msg_ids: [first] });
    await fixture.client.until(() => results().length === 2);
    expect(results()).toEqual([first, first]);
    fixture.client.service({ _: 'msgs_ack', msg_ids: [first] }, { seqno: fixture.client.evenSeqno() });
    fixture.client.service({ _: 'msg_resend_req', msg_ids: [first] });
    fixture.client.service({ _: 'ping', ping_id: 1n });
    await fixture.client.message('pong');
    expect(results().length).toBe(2);
  });

  it('an answer can be dropped before it is there, and after', async () => {
    let release = (): void => undefined;
    const blocked = new Promise<void>((resolve) => (release = resolve));
    fixture.answerWith = () => blocked.then(() => nearestDc);
    const running = fixture.client.request(getNearest);
    await fixture.handledCount(1);
    const drop = (id: bigint): Promise<Buffer> =>
      fixture.client.answerTo(fixture.client.service({ _: 'rpc_drop_answer', req_msg_id: id }));
    const dropped = async (id: bigint): Promise<string> => decodeObject(mtprotoSchema, await drop(id)).object._;
    expect(await dropped(running)).toBe('rpc_answer_dropped_running');
    release();
    const answered = fixture.client.request(getNearest);
    await fixture.client.answerTo(answered);
    expect(fixture.client.received.some((message) => message['req_msg_id'] === running)).toBe(false);
    expect(await dropped(answered)).toBe('rpc_answer_dropped');
    expect(await dropped(answered)).toBe('rpc_answer_unknown');
  });

  it('sessions can be destroyed, but not the one in use', async () => {
    const other = new RawClient(fixture.stand, { key: fixture.client.key });
    other.salt = fixture.client.salt;
    other.service({ _: 'ping', ping_id: 1n });
    await other.message('pong');
    fixture.client.service({ _: 'destroy_session', session_id: other.sessionId });
    expect(await fixture.client.message('destroy_session_ok')).toMatchObject({ session_id: other.sessionId });
    fixture.client.service({ _: 'destroy_session', session_id: fixture.client.sessionId });
    expect(await fixture.client.message('destroy_session_none')).toMatchObject({
      session_id: fixture.client.sessionId,
    });
    other.close();
  });

  it('the connection ends when the next ping is overdue', async () => {
    fixture.client.service({ _: 'ping_delay_disconnect', ping_id: 1n, disconnect_delay: 1 });
    await fixture.client.message('pong');
    await fixture.client.closed();
  });

  it('a key destroyed by its client is dead', async () => {
    fixture.client.service({ _: 'destroy_auth_key' });
    await fixture.client.message('destroy_auth_key_ok');
    expect(fixture.stand.keys.ids()).not.toContain(fixture.client.authKeyId);
    fixture.client.request(getNearest);
    await fixture.client.closed();
    expect(fixture.client.transportErrors).toEqual([-404]);
  });

  it.each(['http_wait', 'msgs_ack'])('%s gets no answer', async (name) => {
    fixture.client.service(
      { _: name, max_delay: 0, wait_after: 0, max_wait: 0, msg_ids: [] },
      { seqno: fixture.client.evenSeqno() },
    );
    fixture.client.service({ _: 'ping', ping_id: 5n });
    await fixture.client.message('pong');
    expect(fixture.client.received.map(({ _ }) => _)).toEqual(['pong']);
  });
});
