import { createHash, randomBytes } from 'node:crypto';
import { AuthKey } from 'telegram/crypto/AuthKey.js';
import { StringSession } from 'telegram/sessions/index.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { authKeyIdOf, parseSession } from './session-text.ts';

const authKey = randomBytes(256);

async function savedByGramjs(address: string, port: number): Promise<string> {
  const key = new AuthKey();
  await key.setKey(authKey);
  const session = new StringSession('');
  session.setDC(4, address, port);
  session.setAuthKey(key);
  return session.save();
}

describe('session text', () => {
  let text: string;
  beforeAll(async () => {
    text = await savedByGramjs('127.0.4.1', 443);
  });

  it('reads what GramJS saves', () => {
    expect(parseSession(text)).toEqual({ dcId: 4, authKey });
  });

  it('reads long addresses', async () => {
    expect(parseSession(await savedByGramjs('venus.web.telegram.org', 80)).authKey).toEqual(authKey);
  });

  it('names the key as the wire does', () => {
    expect(authKeyIdOf(text)).toBe(createHash('sha1').update(authKey).digest('hex').slice(-16));
  });

  it.each(['', '1', '2AAAA', 'cut'])('refuses a malformed text (%s) without quoting it', (kind) => {
    const malformed = kind === 'cut' ? text.slice(0, -8) : kind;
    expect(() => parseSession(malformed)).toThrow(/^malformed session$/);
  });
});
