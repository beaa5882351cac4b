import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('./', import.meta.url);
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('testing/'))
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));

/** What is asked of GramJS's client: to connect, to carry a raw request, to tell of updates, and to go. */
const asked = ['_sender', 'addEventHandler', 'connect', 'connected', 'destroy', 'invoke', 'session'];

describe('GramJS’s own sign-in', () => {
  // Its sendCode drops how a code comes and asks again without end, its QR sleeps past the token, its start signs up
  // numbers that nobody knows, and its checkAuthorization takes every error for a no.
  it('is never used: the one file that holds a client asks it for raw requests only', () => {
    const holders = sources.filter(({ text }) => text.includes('TelegramClient'));
    expect(holders.map(({ name }) => name)).toEqual(['client.ts']);
    const used = new Set(holders[0]?.text.match(/(?<=this\.#gramjs\.)\w+/g));
    expect([...used].toSorted()).toEqual(asked);
  });

  it('has no other way in: the client itself is handed to nobody', () => {
    const text = sources.find(({ name }) => name === 'client.ts')?.text ?? '';
    expect(text.match(/this\.#gramjs(?!\.)/g)).toEqual(['this.#gramjs']);
    expect(text).toContain('this.#gramjs = new BareClient(');
  });
});
