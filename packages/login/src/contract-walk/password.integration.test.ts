import { expect, test } from 'vitest';
import type { LoginAttempt } from '@botize/contract';
import { numberOf, walkOnce, type Person } from './testing/walk.ts';

const walk = walkOnce();
const right = 'correct horse';
const prove = (ana: Person, attempt: LoginAttempt, password = right) =>
  ana.send(attempt, { type: 'submit_password', password });
const issue = (code: string) => ({ issue: expect.objectContaining({ code }) });

async function toPassword(suffix: string) {
  const phone = numberOf(suffix);
  const ana = walk.newPerson();
  const asked = await ana.typeCode(await ana.toCode(phone), phone);
  expect(asked.state).toMatchObject({ step: 'password', issue: null });
  return { ana, phone, asked };
}

test('password | submit_password | authorization → finish', async () => {
  const { ana, asked } = await toPassword('0202');
  expect((await prove(ana, asked)).state).toMatchObject({ step: 'connected', outcome: 'created' });
});

test.each([
  ['spaces at both ends', '  two Spaces  '],
  ['emoji', 'pass 🐎 word 🔋'],
  ['decomposed letters', 'cafe\u0301 a\u0308'],
  ['composed letters', 'café ä'],
  ['a tab and no-break spaces', 'a\tb\u00a0c\u202fd'],
])('password | submit_password | passed on verbatim: %s', async (what, password) => {
  const phone = numberOf(`13${String(what.length).padStart(2, '0')}`);
  const ana = walk.newPerson();
  const code = await ana.toCode(phone);
  await walk.stand.changePassword(phone, password);
  const asked = await ana.typeCode(code, phone);
  for (const other of [password.trim(), password.normalize('NFC'), password.normalize('NFD')].filter(
    (one) => one !== password,
  )) {
    expect((await prove(ana, await ana.now(asked), other)).state).toMatchObject(
      issue('telegram.password_hash_invalid'),
    );
  }
  expect((await prove(ana, await ana.now(asked), password)).state.step).toBe('connected');
});

test('password | submit_password | PASSWORD_HASH_INVALID → triesLeft - 1; at 0 failed, key retired', async () => {
  const { ana, asked } = await toPassword('0203');
  let attempt = asked;
  for (const triesLeft of [4, 3, 2, 1]) {
    attempt = await prove(ana, attempt, 'wrong');
    expect(attempt.state).toMatchObject({ step: 'password', triesLeft, ...issue('telegram.password_hash_invalid') });
  }
  attempt = await prove(ana, attempt, 'wrong');
  expect(attempt.state).toMatchObject({ step: 'failed', code: 'attempt.tries_exhausted', restart: 'phone' });
  expect([...walk.vault.dump().retired.values()].at(-1)).toMatchObject({ reason: 'failed' });
});

test.each(['0501', '0502'])(
  'password | submit_password | SRP_ID_INVALID, SRP_PASSWORD_CHANGED (%s) → refetched, once',
  async (suffix) => {
    const { ana, asked } = await toPassword(suffix);
    const before = await walk.stand.timesAsked('account.getPassword');
    expect((await prove(ana, asked)).state.step).toBe('connected');
    expect(await walk.stand.timesAsked('account.getPassword')).toBe(before + 2);
  },
);

test('password | submit_password | SRP_ID_INVALID always → password + issue, two proofs and no more', async () => {
  const { ana, asked } = await toPassword('0505');
  const before = await walk.stand.timesAsked('auth.checkPassword');
  expect((await prove(ana, asked)).state).toMatchObject({
    step: 'password',
    triesLeft: 5,
    ...issue('telegram.srp_id_invalid'),
  });
  expect(await walk.stand.timesAsked('auth.checkPassword')).toBe(before + 2);
});

test('password | submit_password | AUTH_KEY_UNREGISTERED → phone + issue', async () => {
  const { ana, asked } = await toPassword('0504');
  expect((await prove(ana, asked)).state).toMatchObject({ step: 'phone', ...issue('telegram.auth_key_unregistered') });
});

test('password | submit_password | 500 after the effect → probe → finish', async () => {
  const { ana, asked } = await toPassword('0503');
  expect((await prove(ana, asked)).state.step).toBe('connected');
});

test('password | submit_password | 500 → probe → password + attempt.interrupted', async () => {
  const { ana, asked } = await toPassword('0506');
  expect((await prove(ana, asked)).state).toMatchObject({
    step: 'password',
    triesLeft: 5,
    ...issue('attempt.interrupted'),
  });
});

test.each([
  ['answer_lost', 'connected'],
  ['mute', 'password'],
] as const)('password | submit_password | no answer (%s) → probe → %s', async (type, step) => {
  const { ana, asked } = await toPassword('0208');
  await walk.stand.fault({ type }, { method: 'auth.checkPassword' });
  expect((await prove(ana, asked)).state.step).toBe(step);
});

test('password | submit_password | FLOOD_WAIT → password + issue(retryAt), and the next one waits without Telegram', async () => {
  const { ana, asked } = await toPassword('0500');
  const held = await prove(ana, asked);
  expect(held.state).toMatchObject({ step: 'password', ...issue('telegram.flood_wait') });
  const before = await walk.stand.timesAsked('auth.checkPassword');
  expect((await prove(ana, held)).state).toEqual(held.state);
  expect(await walk.stand.timesAsked('auth.checkPassword')).toBe(before);
});

test('password | use_phone → phone with another key, the half signed-in one is retired', async () => {
  const { ana, asked } = await toPassword('0202');
  const before = walk.keyOf(asked);
  const back = await ana.send(asked, { type: 'use_phone' });
  expect(back.state).toMatchObject({ step: 'phone', issue: null });
  const phone = numberOf('0001');
  const code = await ana.send(back, { type: 'submit_phone', phone });
  expect(walk.keyOf(code)).not.toBe(before);
  expect((await ana.typeCode(code, phone)).state.step).toBe('connected');
});
