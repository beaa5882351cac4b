import type { LoginAttempt } from '@botize/contract';
import { describe, expect, test } from 'vitest';
import { refusal } from '../testing/refusal.ts';
import { phone, setStage, type Stage } from '../testing/stage.ts';

const minute = 60_001;
const day = 86_400_001;
const codeOf = ({ state }: LoginAttempt) => ('issue' in state ? (state.issue?.code ?? null) : null);

/** Asks for a code, and goes back. */
async function askForCode(stage: Stage, number = phone): Promise<string | null> {
  const answer = await stage.send(await stage.start(), { type: 'submit_phone', phone: number });
  await stage.cancel(answer);
  return codeOf(answer);
}

describe('codes', () => {
  test('for one number come a minute apart, whoever asks', async () => {
    const stage = setStage({ limits: true });
    expect(await askForCode(stage)).toBeNull();
    const eve = stage.reboot();
    eve.actor.userId = 'u2';
    expect(await askForCode(eve)).toBe('limit.number_busy');
    stage.clock.advance(minute);
    expect(await askForCode(eve)).toBeNull();
    expect(stage.telegram.count('sendCode')).toBe(2);
  });

  test('for one number come three times a day', async () => {
    const stage = setStage({ limits: true });
    const found = [];
    for (let n = 0; n < 4; n += 1) {
      found.push(await askForCode(stage));
      stage.clock.advance(minute);
    }
    expect(found).toEqual([null, null, null, 'limit.codes_for_number']);
    stage.clock.advance(day);
    expect(await askForCode(stage)).toBeNull();
  });

  test('for one user come five times a day', async () => {
    const stage = setStage({ limits: true });
    const found = [];
    for (let n = 0; n < 6; n += 1) {
      const number = `+3461234570${n}`;
      stage.addAccount(number);
      found.push(await askForCode(stage, number));
    }
    expect(found).toEqual([null, null, null, null, null, 'limit.codes_for_user']);
  });

  test('that were never sent do not count', async () => {
    const stage = setStage({ limits: true });
    stage.telegram.plan('sendCode', { kind: 'unreachable' }, refusal('PHONE_NUMBER_INVALID'));
    const started = await stage.start();
    const offline = await stage.send(started, { type: 'submit_phone', phone });
    expect(codeOf(offline)).toBe('telegram.unreachable');
    const refused = await stage.send(offline, { type: 'submit_phone', phone });
    expect(codeOf(refused)).toBe('telegram.phone_number_invalid');
    expect((await stage.send(refused, { type: 'submit_phone', phone })).state.step).toBe('code');
  });

  test('that may have been sent do count', async () => {
    const stage = setStage({ limits: true });
    stage.telegram.plan('sendCode', 'lose_answer');
    const lost = await stage.send(await stage.start(), { type: 'submit_phone', phone });
    expect(codeOf(lost)).toBe('attempt.interrupted');
    expect(codeOf(await stage.send(lost, { type: 'submit_phone', phone }))).toBe('limit.number_busy');
    expect(stage.telegram.count('sendCode')).toBe(1);
  });

  test('again for the same sign-in wait for Telegram’s countdown only', async () => {
    const stage = setStage({ limits: true });
    const code = await stage.send(await stage.start(), { type: 'submit_phone', phone });
    const early = await stage.send(code, { type: 'resend_code' });
    expect(codeOf(early)).toBe('attempt.resend_too_early');
    expect(stage.telegram.count('resendCode')).toBe(0);
    stage.clock.advance(minute);
    const again = await stage.send(early, { type: 'resend_code' });
    expect(again.state).toMatchObject({ step: 'code', issue: null, triesLeft: 5 });
  });

  test('are not what a QR code counts as', async () => {
    const stage = setStage({ limits: true });
    for (let n = 0; n < 5; n += 1) {
      stage.addAccount(`+3461234570${n}`);
      await askForCode(stage, `+3461234570${n}`);
    }
    expect(await askForCode(stage)).toBe('limit.codes_for_user');
    for (let n = 0; n < 9; n += 1) {
      const shown = await stage.send(await stage.start(), { type: 'show_qr' });
      expect(shown.state).toMatchObject({ step: 'phone', issue: null, qr: { paused: false } });
      await stage.cancel(shown);
    }
  });

  test('that are refused by a limit never reach Telegram', async () => {
    const stage = setStage({ limits: true });
    for (let n = 0; n < 9; n += 1) await askForCode(stage);
    expect(stage.telegram.count('sendCode')).toBe(1);
  });

  test('for a number that Telegram has cooled down are not asked for, for a day', async () => {
    const stage = setStage({ limits: true });
    stage.telegram.plan('sendCode', refusal('PHONE_NUMBER_FLOOD'));
    expect(await askForCode(stage)).toBe('telegram.phone_number_flood');
    stage.clock.advance(minute);
    const eve = stage.reboot();
    eve.actor.userId = 'u2';
    expect(await askForCode(eve)).toBe('limit.number_cooling_down');
    stage.clock.advance(day);
    expect(await askForCode(eve)).toBeNull();
  });
});

test('a tenth wrong code is the last one of the day', async () => {
  const stage = setStage({ limits: true });
  let wrong = 0;
  for (let round = 0; round < 2; round += 1) {
    let attempt = await stage.send(await stage.start(), { type: 'submit_phone', phone });
    for (; attempt.state.step === 'code'; wrong += 1)
      attempt = await stage.send(attempt, { type: 'submit_code', code: String(wrong) });
    expect(codeOf(attempt)).toBe('attempt.tries_exhausted');
    await stage.cancel(attempt);
    stage.clock.advance(minute);
  }
  expect(wrong).toBe(10);
  const code = await stage.send(await stage.start(), { type: 'submit_phone', phone });
  const held = await stage.send(code, { type: 'submit_code', code: '12345' });
  expect(codeOf(held)).toBe('limit.tries_for_number');
  expect(stage.telegram.count('signIn')).toBe(10);
});

test('no limit holds anybody back when they are off', async () => {
  const stage = setStage();
  for (let n = 0; n < 6; n += 1) expect(await askForCode(stage)).toBeNull();
});
