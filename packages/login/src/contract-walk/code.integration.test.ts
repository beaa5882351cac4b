import { describe, expect, test } from 'vitest';
import { numberOf, tokenOf, walkOnce } from './testing/walk.ts';

const walk = walkOnce();
const issue = (code: string) => ({ issue: expect.objectContaining({ code }) });
const wrong = { type: 'submit_code', code: '00000' } as const;

/** What the code leads to; nothing is sent on the way. */
async function typed(suffix: string) {
  const phone = numberOf(suffix);
  const ana = walk.newPerson();
  let attempt = await ana.toCode(phone);
  const asked = await walk.codesAskedDuring(async () => {
    attempt = await ana.typeCode(attempt, phone);
  });
  expect(asked).toBe(0);
  return { ana, phone, attempt, state: attempt.state };
}

describe('code | submit_code', () => {
  test.each([
    ['0001', 'app'],
    ['0101', 'sms'],
    ['0102', 'sms_word'],
    ['0103', 'sms_phrase'],
    ['0104', 'call'],
    ['0105', 'missed_call'],
    ['0106', 'fragment'],
    ['0107', 'email_code'],
    ['0109', 'firebase'],
    ['0110', 'unknown'],
    ['0111', 'sms_word'],
  ])('authorization (%s, by %s) → finish', async (suffix, type) => {
    const phone = numberOf(suffix, 1);
    const ana = walk.newPerson();
    const code = await ana.toCode(phone);
    expect(code.state).toMatchObject({ step: 'code', delivery: { type } });
    expect((await ana.typeCode(code, phone)).state).toMatchObject({ step: 'connected', advice: ['confirm_login'] });
  });

  test('authorization with setup_password_required → finish, with the advice', async () => {
    expect((await typed('0204')).state).toMatchObject({
      step: 'connected',
      advice: ['confirm_login', 'set_up_password'],
    });
  });

  test('SESSION_PASSWORD_NEEDED → password', async () => {
    expect((await typed('0203')).state).toMatchObject({ step: 'password', hint: null, triesLeft: 5 });
  });

  test('PHONE_CODE_INVALID → code, triesLeft - 1; at 0: the code is called off, phone + attempt.tries_exhausted', async () => {
    const phone = numberOf('0002');
    const ana = walk.newPerson();
    let attempt = await ana.toCode(phone);
    for (const triesLeft of [4, 3, 2, 1]) {
      attempt = await ana.send(attempt, wrong);
      expect(attempt.state).toMatchObject({ step: 'code', triesLeft, ...issue('telegram.phone_code_invalid') });
    }
    attempt = await ana.send(attempt, wrong);
    expect(attempt.state).toMatchObject({ step: 'phone', ...issue('attempt.tries_exhausted') });
    await expect(walk.stand.code(phone)).rejects.toThrow('404');
  });

  test('PHONE_CODE_EXPIRED → probe → phone + issue, number prefilled, nothing sent', async () => {
    const { state } = await typed('0401');
    expect(state).toMatchObject({
      step: 'phone',
      storedPhoneMasked: '+99 ••• ••• 401',
      ...issue('telegram.phone_code_expired'),
    });
  });

  test.each([
    ['0003', 'connected'],
    ['0202', 'password'],
  ])('PHONE_CODE_EXPIRED → probe → what has happened meanwhile (%s: %s)', async (suffix, step) => {
    const phone = numberOf(suffix);
    const ana = walk.newPerson();
    const qr = await ana.send(await ana.start(), { type: 'show_qr' });
    const code = await ana.send(qr, { type: 'submit_phone', phone });
    const digits = await walk.stand.code(phone);
    await walk.stand.approveQr(tokenOf(qr), phone);
    await walk.stand.fault({ type: 'rpc_error', code: 400, message: 'PHONE_CODE_EXPIRED' }, { method: 'auth.signIn' });
    expect((await ana.send(code, { type: 'submit_code', code: digits })).state.step).toBe(step);
  });

  test.each(['0200', '0201'])(
    'authorizationSignUpRequired, PHONE_NUMBER_UNOCCUPIED (%s) → failed, key retired',
    async (suffix) => {
      const { state } = await typed(suffix);
      expect(state).toMatchObject({ step: 'failed', code: 'telegram.phone_number_unoccupied', restart: 'phone' });
      expect([...walk.vault.dump().retired.values()].at(-1)).toMatchObject({ reason: 'failed' });
      await walk.drain();
      expect(walk.vault.dump().retired.size).toBe(0);
    },
  );

  test('FLOOD_WAIT → code + issue(retryAt), and the next code waits until then without Telegram', async () => {
    const { ana, phone, attempt } = await typed('0400');
    expect(attempt.state).toMatchObject({ step: 'code', triesLeft: 5, ...issue('telegram.flood_wait') });
    const asked = await walk.stand.timesAsked('auth.signIn');
    expect((await ana.typeCode(attempt, phone)).state).toEqual(attempt.state);
    expect(await walk.stand.timesAsked('auth.signIn')).toBe(asked);
  });

  test('406 → with Telegram’s own words', async () => {
    expect((await typed('0409')).state).toMatchObject({ issue: { code: 'telegram.unknown', text: /Contact/ } });
    expect((await typed('0408')).state).toMatchObject({ step: 'code', issue: { code: 'telegram.unknown' } });
  });

  test('500 after the effect → probe → finish', async () => {
    expect((await typed('0403')).state).toMatchObject({ step: 'connected' });
  });

  test.each(['0402', '0404', '0405'])('500, nothing done (%s) → probe → code + attempt.interrupted', async (suffix) => {
    const { state } = await typed(suffix);
    expect(state).toMatchObject({ step: 'code', triesLeft: 5, ...issue('attempt.interrupted') });
  });

  test.each(['mute', 'reset_before'] as const)(
    'no answer, nothing done (%s) → the same code may be typed again',
    async (type) => {
      const phone = numberOf(`11${type.length}`.padEnd(4, '0'));
      const ana = walk.newPerson();
      const code = await ana.toCode(phone);
      await walk.stand.fault({ type }, { method: 'auth.signIn' });
      const again = await ana.typeCode(code, phone);
      expect(again.state).toMatchObject({ step: 'code', triesLeft: 5, ...issue('attempt.interrupted') });
      expect((await ana.typeCode(again, phone)).state.step).toBe('connected');
    },
  );

  test.each(['answer_lost', 'reset_after', 'half_frame'] as const)('no answer (%s) → probe → finish', async (type) => {
    const phone = numberOf(`12${type.length}`.padEnd(4, '0'));
    const ana = walk.newPerson();
    const code = await ana.toCode(phone);
    await walk.stand.fault({ type }, { method: 'auth.signIn' });
    expect((await ana.typeCode(code, phone)).state.step).toBe('connected');
  });

  test('no answer → probe → password', async () => {
    const phone = numberOf('0202');
    const ana = walk.newPerson();
    const code = await ana.toCode(phone);
    await walk.stand.fault({ type: 'answer_lost' }, { method: 'auth.signIn' });
    expect((await ana.typeCode(code, phone)).state).toMatchObject({ step: 'password', hint: 'a battery staple' });
  });
});

describe('code | resend_code', () => {
  test('sentCode → code, new hash, triesLeft reset', async () => {
    const phone = numberOf('0119');
    const ana = walk.newPerson();
    const code = await ana.send(await ana.toCode(phone), wrong);
    const again = await ana.send(code, { type: 'resend_code' });
    expect(again.state).toMatchObject({
      step: 'code',
      delivery: { type: 'sms' },
      resend: { type: 'call' },
      triesLeft: 5,
    });
    const third = await ana.send(again, { type: 'resend_code' });
    expect(third.state).toMatchObject({ delivery: { type: 'call' }, resend: null });
    expect((await ana.typeCode(third, phone)).state.step).toBe('connected');
  });

  test('SEND_CODE_UNAVAILABLE → code, resend null, suggest qr', async () => {
    const ana = walk.newPerson();
    const none = await ana.send(await ana.toCode(numberOf('0600')), { type: 'resend_code' });
    expect(none.state).toMatchObject({
      step: 'code',
      resend: null,
      suggest: 'qr',
      ...issue('telegram.send_code_unavailable'),
    });
  });

  test('before resend.at → code + issue(retryAt), Telegram not asked', async () => {
    const ana = walk.newPerson();
    const code = await ana.toCode(numberOf('0008'));
    const at = code.state.step === 'code' ? code.state.resend?.at : null;
    const asked = await walk.codesAskedDuring(async () => {
      const early = await ana.send(code, { type: 'resend_code' });
      expect(early.state).toMatchObject({
        issue: { code: 'attempt.resend_too_early', retryAt: at, command: 'resend_code' },
      });
    });
    expect(asked).toBe(0);
  });

  test('FLOOD_WAIT → holds back the next request, not the code in hand', async () => {
    const phone = numberOf('0601');
    const ana = walk.newPerson();
    const held = await ana.send(await ana.toCode(phone), { type: 'resend_code' });
    expect(held.state).toMatchObject({ issue: { code: 'telegram.flood_wait', command: 'resend_code' } });
    const asked = await walk.codesAskedDuring(async () => {
      expect((await ana.send(held, { type: 'resend_code' })).state).toEqual(held.state);
    });
    expect(asked).toBe(0);
    expect((await ana.typeCode(await ana.now(held), phone)).state.step).toBe('connected');
  });
});

test('code | use_phone → the code is called off, phone', async () => {
  const phone = numberOf('0009');
  const ana = walk.newPerson();
  const back = await ana.send(await ana.toCode(phone), { type: 'use_phone' });
  expect(back.state).toMatchObject({ step: 'phone', issue: null, storedPhoneMasked: '+99 ••• ••• 009' });
  await expect(walk.stand.code(phone)).rejects.toThrow('404');
  const other = numberOf('1234');
  const code = await ana.send(back, { type: 'submit_phone', phone: other });
  expect((await ana.typeCode(code, other)).state.step).toBe('connected');
});

describe('code (email) | reset_email', () => {
  test('ok → code with the new delivery', async () => {
    const ana = walk.newPerson();
    const phone = numberOf('0107');
    const reset = await ana.send(await ana.toCode(phone), { type: 'reset_email' });
    expect(reset.state).toMatchObject({ step: 'code', issue: null, delivery: { type: 'sms' } });
    expect((await ana.typeCode(reset, phone)).state.step).toBe('connected');
  });

  test('a wait → code that says until when; asked again: issue(retryAt), and the code in hand still works', async () => {
    const ana = walk.newPerson();
    const phone = numberOf('0116');
    const reset = await ana.send(await ana.toCode(phone), { type: 'reset_email' });
    const pending =
      reset.state.step === 'code' && reset.state.delivery.type === 'email_code'
        ? reset.state.delivery.resetPendingAt
        : null;
    expect(Math.abs(Date.parse(pending ?? '') - Date.now() - 259_200_000)).toBeLessThan(10_000);
    const again = await ana.send(reset, { type: 'reset_email' });
    expect(again.state).toMatchObject({ issue: { code: 'telegram.task_already_exists', retryAt: pending } });
    expect((await ana.typeCode(again, phone)).state.step).toBe('connected');
  });
});
