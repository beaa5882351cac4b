import { expect, it } from 'vitest';
import { createBrowserSessions, looksLikeSessionId, type BrowserSessionRecord } from './browser-sessions.ts';

const purpose = {
  user: { id: 'u1', label: 'Ana', role: 'user' as const },
  connectionId: null,
  returnUrl: null,
  locale: null,
};

const setUp = () => {
  const clock = { time: 1_000, now: () => clock.time };
  const records = new Map<string, BrowserSessionRecord>();
  const asked: string[] = [];
  const store = {
    create: async (id: string, record: BrowserSessionRecord) => void records.set(id, record),
    find: async (id: string, now: number) => {
      asked.push(id);
      const record = records.get(id);
      return record && record.expiresAt > now ? record : null;
    },
    delete: async (id: string) => void records.delete(id),
  };
  return { clock, records, asked, sessions: createBrowserSessions({ store, clock }) };
};

it('lasts twelve hours, under an id of 256 random bits', async () => {
  const { clock, sessions } = setUp();
  const signedIn = await sessions.signIn(purpose, null);
  expect(signedIn).toMatchObject({ ...purpose, createdAt: 1_000, expiresAt: 43_201_000 });
  expect(Buffer.from(signedIn.id, 'base64url')).toHaveLength(32);
  expect((await sessions.signIn(purpose, null)).id).not.toBe(signedIn.id);
  clock.time = 43_200_999;
  expect(await sessions.find(signedIn.id)).toEqual(signedIn);
  clock.time += 1;
  expect(await sessions.find(signedIn.id)).toBeNull();
});

it('is another one after each sign-in, and the one before is dead', async () => {
  const { records, sessions } = setUp();
  const first = await sessions.signIn(purpose, null);
  const other = await sessions.signIn(purpose, null);
  const second = await sessions.signIn(purpose, first.id);
  expect([...records.keys()]).toEqual([other.id, second.id]);
  expect(await sessions.find(first.id)).toBeNull();
});

it('is not even looked for under what we cannot have made', async () => {
  const { asked, sessions } = setUp();
  for (const id of [
    '',
    'x'.repeat(42),
    'x'.repeat(44),
    `${'x'.repeat(42)}!`,
    `${'x'.repeat(43)}\n`,
    `!${'x'.repeat(43)}`,
  ])
    expect(await sessions.find(id), id).toBeNull();
  expect(asked).toEqual([]);
  expect(await sessions.find('x'.repeat(43))).toBeNull();
  expect(asked).toEqual(['x'.repeat(43)]);
  expect(looksLikeSessionId('aZ09_-'.repeat(7) + 'x')).toBe(true);
});

it('tells who listens that it was ended, and nobody else', async () => {
  const { sessions } = setUp();
  const { id } = await sessions.signIn(purpose, null);
  const told: string[] = [];
  const stop = sessions.whenSignedOut(id, () => told.push('first'));
  sessions.whenSignedOut(id, () => told.push('second'));
  sessions.whenSignedOut('other', () => told.push('other'));
  stop();
  await sessions.signOut(id);
  expect(told).toEqual(['second']);
  const next = await sessions.signIn(purpose, null);
  sessions.whenSignedOut(next.id, () => told.push('third'));
  await sessions.signIn(purpose, next.id);
  expect(told).toEqual(['second', 'third']);
});

it('still tells the others when one stops to listen after all had stopped before', async () => {
  const { sessions } = setUp();
  const told: string[] = [];
  const stop = sessions.whenSignedOut('id', () => told.push('gone'));
  stop();
  sessions.whenSignedOut('id', () => told.push('here'));
  await sessions.signOut('id');
  expect(told).toEqual(['here']);
});
