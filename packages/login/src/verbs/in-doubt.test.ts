import type { LoginAttempt } from '@botize/contract';
import { describe, expect, test } from 'vitest';
import { refusal } from '../testing/refusal.ts';
import { password, phone, setStage } from '../testing/stage.ts';
import { listConnections } from './list-connections.ts';
import { reapAttempts } from './reap-attempts.ts';

const codeOf = ({ state }: LoginAttempt) => ('issue' in state ? (state.issue?.code ?? null) : null);
const atCode = async (more: { password?: string } = {}) => {
  const stage = setStage();
  if (more.password !== undefined) stage.addAccount(phone, { password: more.password });
  const code = await stage.send(await stage.start(), { type: 'submit_phone', phone });
  return { stage, code };
};

describe('an answer that was lost', () => {
  test('after the code was accepted: connected', async () => {
    const { stage, code } = await atCode();
    stage.telegram.plan('signIn', 'lose_answer');
    expect((await stage.send(code, { type: 'submit_code', code: '12345' })).state.step).toBe('connected');
    expect(stage.telegram.count('signIn')).toBe(1);
  });

  test('after the code was accepted and a password is wanted: password, with its hint', async () => {
    const { stage, code } = await atCode({ password });
    stage.telegram.plan('signIn', 'lose_answer');
    const asked = await stage.send(code, { type: 'submit_code', code: '12345' });
    expect(asked.state).toMatchObject({ step: 'password', issue: null, hint: 'first pet' });
  });

  test('before it got there: the same code may be typed again', async () => {
    const { stage, code } = await atCode();
    stage.telegram.plan('signIn', { kind: 'unknown' });
    const lost = await stage.send(code, { type: 'submit_code', code: '12345' });
    expect(lost.state).toMatchObject({ step: 'code', triesLeft: 5, issue: { code: 'attempt.interrupted' } });
    expect((await stage.send(lost, { type: 'submit_code', code: '12345' })).state.step).toBe('connected');
  });

  test('of the password: connected', async () => {
    const { stage, code } = await atCode({ password });
    const asked = await stage.send(code, { type: 'submit_code', code: '12345' });
    stage.telegram.plan('checkPassword', 'lose_answer');
    expect((await stage.send(asked, { type: 'submit_password', password })).state.step).toBe('connected');
  });

  test('and no word from Telegram since: nothing more is sent until it is known', async () => {
    const { stage, code } = await atCode();
    stage.telegram.plan('signIn', 'lose_answer');
    stage.telegram.plan('getSelf', { kind: 'unreachable' }, { kind: 'unreachable' });
    const lost = await stage.send(code, { type: 'submit_code', code: '12345' });
    expect(codeOf(lost)).toBe('attempt.interrupted');
    const still = await stage.send(lost, { type: 'submit_code', code: '12345' });
    expect(codeOf(still)).toBe('attempt.interrupted');
    expect(stage.telegram.count('signIn')).toBe(1);
    const late = stage.send(still, { type: 'submit_code', code: '12345' });
    await expect(late).rejects.toMatchObject({ attempt: { state: { step: 'connected' } } });
  });

  test('and the user gone: the reaper finishes it', async () => {
    const { stage, code } = await atCode();
    stage.telegram.plan('signIn', 'lose_answer');
    stage.telegram.plan('getSelf', { kind: 'unreachable' });
    await stage.send(code, { type: 'submit_code', code: '12345' });
    expect(await reapAttempts(stage.deps, 10)).toBe(1);
    expect(await listConnections(stage.deps, stage.actor)).toHaveLength(1);
  });
});

describe('a store that fails when the connection is written', () => {
  test('loses nothing: the reaper writes it', async () => {
    const { stage, code } = await atCode();
    stage.vault.failCommit = (changes) =>
      changes.some(({ type }) => type === 'connection.put') ? new Error('disk full') : null;
    await expect(stage.send(code, { type: 'submit_code', code: '12345' })).rejects.toThrow('disk full');
    expect(stage.orphans()).toEqual([]);
    expect(await reapAttempts(stage.deps, 10)).toBe(0);
    stage.vault.failCommit = null;
    expect(await reapAttempts(stage.deps, 10)).toBe(1);
    expect(await listConnections(stage.deps, stage.actor)).toHaveLength(1);
    expect(stage.telegram.count('signIn')).toBe(1);
  });

  test('and a user who tries again gets the answer that the first try would have got', async () => {
    const { stage, code } = await atCode();
    stage.vault.failCommit = (changes) =>
      changes.some(({ type }) => type === 'connection.put') ? new Error('disk full') : null;
    await expect(stage.send(code, { type: 'submit_code', code: '12345' })).rejects.toThrow('disk full');
    stage.vault.failCommit = null;
    const done = await stage.send(code, { type: 'submit_code', code: '12345' });
    expect(done).toMatchObject({ revision: 2, state: { step: 'connected' } });
  });
});

describe('an attempt past its end', () => {
  test('is ended, its code called off and its key logged out', async () => {
    const { stage, code } = await atCode();
    stage.clock.advance(1_800_001);
    expect(await reapAttempts(stage.deps, 10)).toBe(1);
    expect(stage.vault.dump().attempts.get(code.id)?.signIn).toMatchObject({
      state: { step: 'expired' },
      session: null,
    });
    expect(stage.telegram.count('cancelCode')).toBe(1);
    await stage.rest();
    expect(stage.vault.dump().retired.size).toBe(0);
  });

  test('takes no command any more', async () => {
    const { stage, code } = await atCode();
    stage.clock.advance(1_800_001);
    const late = stage.send(code, { type: 'submit_code', code: '12345' });
    await expect(late).rejects.toMatchObject({
      code: 'attempt.command_not_allowed',
      attempt: { state: { step: 'expired' } },
    });
  });

  test('is erased a day later', async () => {
    const { stage } = await atCode();
    stage.clock.advance(1_800_001);
    await reapAttempts(stage.deps, 10);
    stage.clock.advance(86_400_001);
    await reapAttempts(stage.deps, 10);
    expect(stage.vault.dump().attempts.size).toBe(0);
  });
});

describe('an expired code', () => {
  test('goes back to the number, which is kept; nothing is sent', async () => {
    const { stage, code } = await atCode();
    stage.telegram.plan('signIn', refusal('PHONE_CODE_EXPIRED'));
    const back = await stage.send(code, { type: 'submit_code', code: '12345' });
    expect(back.state).toMatchObject({
      step: 'phone',
      storedPhoneMasked: '+34 ••• ••• 678',
      issue: { code: 'telegram.phone_code_expired' },
    });
    expect(stage.telegram.count('sendCode')).toBe(1);
  });
});

test('a migration: the new key is stored, the request repeated once, the answer is the user’s', async () => {
  const stage = setStage();
  stage.addAccount(phone, { dcId: 5 });
  const started = await stage.start();
  const before = stage.vault.dump().attempts.get(started.id)?.signIn.session;
  const code = await stage.send(started, { type: 'submit_phone', phone });
  expect(code).toMatchObject({ revision: 1, state: { step: 'code' } });
  expect(stage.vault.dump().attempts.get(started.id)?.signIn.session).not.toBe(before);
  expect(stage.vault.dump().retired.size).toBe(0);
  expect((await stage.send(code, { type: 'submit_code', code: '12345' })).state.step).toBe('connected');
});

test('a second migration is the end', async () => {
  const stage = setStage();
  const started = await stage.start();
  const session = stage.vault.dump().attempts.get(started.id)?.signIn.session ?? '';
  const moved = { kind: 'migrated', session, dcId: 4 } as const;
  stage.telegram.plan('sendCode', moved, moved);
  const failed = await stage.send(started, { type: 'submit_phone', phone });
  expect(failed.state).toMatchObject({ step: 'failed', code: 'telegram.second_migration' });
});

test('stale password parameters are fetched anew, once', async () => {
  const { stage, code } = await atCode({ password });
  const asked = await stage.send(code, { type: 'submit_code', code: '12345' });
  stage.telegram.plan('checkPassword', refusal('SRP_ID_INVALID'));
  expect((await stage.send(asked, { type: 'submit_password', password })).state.step).toBe('connected');
  expect(stage.telegram.count('checkPassword')).toBe(2);
});

test('five wrong passwords are the end, and the key is logged out', async () => {
  const { stage, code } = await atCode({ password });
  let attempt = await stage.send(code, { type: 'submit_code', code: '12345' });
  for (let n = 0; n < 5; n += 1)
    attempt = await stage.send(attempt, { type: 'submit_password', password: `wrong ${n}` });
  expect(attempt.state).toMatchObject({ step: 'failed', code: 'attempt.tries_exhausted' });
  await stage.rest();
  expect(stage.vault.dump().retired.size).toBe(0);
});

test('another number after the password step runs on another key', async () => {
  const { stage, code } = await atCode({ password });
  const asked = await stage.send(code, { type: 'submit_code', code: '12345' });
  const before = stage.vault.dump().attempts.get(code.id)?.signIn.session;
  const back = await stage.send(asked, { type: 'use_phone' });
  expect(back.state).toMatchObject({ step: 'phone', storedPhoneMasked: '+34 ••• ••• 678' });
  expect([...stage.vault.dump().retired.values()]).toMatchObject([{ secret: { session: before } }]);
  const again = await stage.send(back, { type: 'submit_phone', stored: true });
  expect((await stage.send(again, { type: 'submit_code', code: '12345' })).state.step).toBe('password');
});

test('an email is set up before the first code', async () => {
  const stage = setStage();
  stage.addAccount(phone, { needsEmail: true });
  const email = await stage.send(await stage.start(), { type: 'submit_phone', phone });
  expect(email.state).toMatchObject({ step: 'email', phoneMasked: '+34 ••• ••• 678' });
  const proof = await stage.send(email, { type: 'submit_email', email: 'bob@example.com' });
  expect(proof.state).toMatchObject({ step: 'code', delivery: { type: 'email_setup', length: 6 } });
  const wrong = await stage.send(proof, { type: 'submit_code', code: '111111' });
  expect(wrong.state).toMatchObject({ triesLeft: 4, issue: { code: 'telegram.code_invalid' } });
  const code = await stage.send(wrong, { type: 'submit_code', code: '555555' });
  expect(code.state).toMatchObject({ step: 'code', delivery: { type: 'app' }, triesLeft: 5 });
  expect((await stage.send(code, { type: 'submit_code', code: '12345' })).state.step).toBe('connected');
});

test('a code may be typed with blanks and in the digits of any script', async () => {
  const { stage, code } = await atCode();
  const typed = '١٢ ٣-\u200f٤٥';
  expect((await stage.send(code, { type: 'submit_code', code: typed })).state.step).toBe('connected');
});
