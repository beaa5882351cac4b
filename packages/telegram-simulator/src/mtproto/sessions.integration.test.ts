import { describe, expect, it } from 'vitest';
import { encodeObject, mtprotoSchema } from '../tl/index.ts';
import { writeContainer } from './message.ts';
import { getNearest, linkFixture } from './testing/link-fixture.ts';
import { RawClient } from './testing/raw-client.ts';

const fixture = linkFixture();

describe('a new session', () => {
  it('is told the salt, and which of its messages came first', async () => {
    const other = new RawClient(fixture.stand, { key: fixture.client.key });
    other.salt = fixture.client.salt;
    const id = other.request(getNearest);
    const created = await other.message('new_session_created');
    expect(created).toMatchObject({ first_msg_id: id, server_salt: fixture.client.salt });
    expect((await other.message('msgs_ack'))['msg_ids']).toEqual([id]);
    await other.answerTo(id);
    other.close();
  });

  it('numbers what the server sends: odd and growing if content-related, even if not', async () => {
    const other = new RawClient(fixture.stand, { key: fixture.client.key });
    other.salt = fixture.client.salt;
    await other.answerTo(other.request(getNearest));
    await other.answerTo(other.request(getNearest));
    expect(other.received.map(({ _, seqno }) => [_, seqno])).toEqual([
      ['new_session_created', 1],
      ['msgs_ack', 2],
      ['rpc_result', 3],
      ['rpc_result', 5],
    ]);
    const ids = other.received.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? -1 : 1)));
    expect(ids.map((id) => id & 3n)).toEqual([3n, 3n, 1n, 1n]);
    other.close();
  });

  it('is announced once, also over several connections', async () => {
    const again = new RawClient(fixture.stand, { key: fixture.client.key, sessionId: fixture.client.sessionId });
    again.salt = fixture.client.salt;
    again.service({ _: 'ping', ping_id: 3n }, { seqno: 5 });
    await again.message('pong');
    expect(again.received.map(({ _ }) => _)).toEqual(['pong']);
    again.close();
  });
});

describe('a message is not accepted', () => {
  const rejected = async (id: bigint): Promise<unknown> =>
    (await fixture.client.message('bad_msg_notification', (message) => message['bad_msg_id'] === id))['error_code'];

  it('with a wrong salt; the right one is told', async () => {
    const id = fixture.client.request(getNearest, { salt: 1n });
    const bad = await fixture.client.message('bad_server_salt');
    expect(bad).toMatchObject({ bad_msg_id: id, error_code: 48, new_server_salt: fixture.client.salt });
    expect(fixture.stand.handled).toEqual([]);
  });

  it.each([
    [-400, 16],
    [60, 17],
  ])('with an id %i seconds off', async (offset, code) => {
    expect(await rejected(fixture.client.request(getNearest, { id: fixture.client.nextId(offset) }))).toBe(code);
  });

  it('with an id that is not divisible by four', async () => {
    expect(await rejected(fixture.client.request(getNearest, { id: fixture.client.nextId() + 1n }))).toBe(18);
  });

  it('as a request with an even number', async () => {
    expect(await rejected(fixture.client.request(getNearest, { seqno: 2 }))).toBe(35);
  });

  it('with a number used before', async () => {
    expect(await rejected(fixture.client.request(getNearest, { seqno: 1 }))).toBe(32);
  });

  it('with an older id than a lower number has', async () => {
    const old = fixture.client.nextId();
    await fixture.client.answerTo(fixture.client.request(getNearest));
    expect(await rejected(fixture.client.request(getNearest, { id: old, seqno: 99 }))).toBe(33);
  });

  it('as a container with an odd number, younger contents, or an id used before', async () => {
    const inner = (): { id: bigint; seqno: number; body: Buffer } => ({
      id: fixture.client.nextId(),
      seqno: fixture.client.nextSeqno(),
      body: encodeObject(mtprotoSchema, { _: 'ping', ping_id: 1n }),
    });
    expect(await rejected(fixture.client.sendBody(writeContainer([inner()])))).toBe(34);
    const early = fixture.client.nextId();
    const younger = writeContainer([inner()]);
    expect(await rejected(fixture.client.sendBody(younger, { id: early, seqno: fixture.client.evenSeqno() }))).toBe(64);
    const id = fixture.client.sendBody(writeContainer([inner()]), { seqno: fixture.client.evenSeqno() });
    await fixture.client.message('pong');
    fixture.client.sendBody(writeContainer([inner()]), { id, seqno: fixture.client.evenSeqno() });
    expect(await rejected(id)).toBe(19);
    expect(fixture.stand.handled).toEqual([]);
  });
});
