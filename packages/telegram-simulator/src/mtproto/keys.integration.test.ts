import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { apiSchema, decodeObject } from '../tl/index.ts';
import { sealMessage } from './crypto/message-crypto.ts';
import { writeEnvelope } from './message.ts';
import { getNearest, linkFixture } from './testing/link-fixture.ts';
import { RawClient, wrappedQuery } from './testing/raw-client.ts';

const fixture = linkFixture();

describe('keys', () => {
  it('that are unknown are answered with -404', async () => {
    const stranger = new RawClient(fixture.stand, { key: randomBytes(256) });
    stranger.request(getNearest);
    await stranger.closed();
    expect(stranger.transportErrors).toEqual([-404]);
  });

  it('have to fit the message', async () => {
    const plain = writeEnvelope({
      id: fixture.client.nextId(),
      seqno: fixture.client.nextSeqno(),
      salt: fixture.client.salt,
      sessionId: fixture.client.sessionId,
      body: wrappedQuery(getNearest),
    });
    const payload = sealMessage(fixture.client.key, plain, 'client');
    payload[40] = (payload[40] ?? 0) ^ 1;
    fixture.client.sendPayload(payload);
    await fixture.client.closed();
    expect(fixture.client.transportErrors).toEqual([-404]);
    expect(fixture.stand.handled).toEqual([]);
  });

  it('that are dropped close their connections and are unknown from then on', async () => {
    fixture.stand.wire.dropKey(fixture.client.authKeyId);
    await fixture.client.closed();
    const again = new RawClient(fixture.stand, { key: fixture.client.key });
    again.request(getNearest);
    await again.closed();
    expect(again.transportErrors).toEqual([-404]);
  });

  it('have their connections counted', async () => {
    expect(fixture.stand.connectionCount(fixture.client.authKeyId)).toBe(1);
    const other = new RawClient(fixture.stand, { key: fixture.client.key });
    other.salt = fixture.client.salt;
    await other.answerTo(other.request(getNearest));
    expect(fixture.stand.connectionCount(fixture.client.authKeyId)).toBe(2);
    other.close();
    fixture.client.close();
    await expect.poll(() => fixture.stand.connectionCount(fixture.client.authKeyId)).toBe(0);
  });
});

describe('updates', () => {
  const update = { _: 'updateShort', update: { _: 'updateLoginToken' }, date: 5 };

  it('reach every connection of the key, in its layer', async () => {
    await fixture.client.answerTo(fixture.client.request(getNearest));
    const other = new RawClient(fixture.stand, { key: fixture.client.key });
    other.salt = fixture.client.salt;
    await other.answerTo(other.request(getNearest));
    fixture.stand.wire.push(fixture.client.authKeyId, update);
    for (const each of [fixture.client, other]) {
      const { body } = await each.message('update');
      expect(decodeObject(apiSchema(227), body as Buffer).object).toEqual(update);
    }
    other.close();
  });

  it('reach nobody else, and nobody who does not want them', async () => {
    await fixture.client.answerTo(fixture.client.request({ _: 'invokeWithoutUpdates', query: getNearest }));
    fixture.stand.wire.push(fixture.client.authKeyId, update);
    fixture.stand.wire.push('0123456789abcdef', update);
    fixture.client.service({ _: 'ping', ping_id: 1n });
    await fixture.client.message('pong');
    expect(fixture.client.received.some(({ _ }) => _ === 'update')).toBe(false);
  });
});
