import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { authKeyIdOf, openMessage, sealMessage } from './message-crypto.ts';

const key = randomBytes(256);

describe('message encryption', () => {
  it.each(['client', 'server'] as const)('opens what the %s sealed', (sender) => {
    const plain = randomBytes(52);
    const payload = sealMessage(key, plain, sender);
    expect(payload.subarray(0, 8).toString('hex')).toBe(authKeyIdOf(key));
    const opened = openMessage(key, payload, sender);
    expect(opened?.subarray(0, 52)).toEqual(plain);
    expect((opened?.length ?? 0) - 52).toBeGreaterThanOrEqual(12);
  });

  it('ignores padding of the transport', () => {
    const payload = Buffer.concat([sealMessage(key, randomBytes(40), 'client'), randomBytes(15)]);
    expect(openMessage(key, payload, 'client')).not.toBeNull();
  });

  it.each([8, 23, 24, 60])('notices a changed byte at %i', (at) => {
    const payload = sealMessage(key, randomBytes(64), 'client');
    payload[at] = (payload[at] ?? 0) ^ 1;
    expect(openMessage(key, payload, 'client')).toBeNull();
  });

  it('notices the wrong direction, the wrong key and what is too short', () => {
    const payload = sealMessage(key, randomBytes(64), 'client');
    expect(openMessage(key, payload, 'server')).toBeNull();
    expect(openMessage(randomBytes(256), payload, 'client')).toBeNull();
    expect(openMessage(key, payload.subarray(0, 40), 'client')).toBeNull();
  });
});
