import { describe, expect, test } from 'vitest';
import { numberOf, tokenOf, walkOnce } from './testing/walk.ts';

const walk = walkOnce({ limits: true });

/** What a number leads to when it is given. */
const given = async (phone: string) => (await walk.newPerson().toCode(phone)).state;
const issue = (code: string) => ({ issue: expect.objectContaining({ code }) });
const secondsTo = (at: string | null | undefined) => Math.round((Date.parse(at ?? '') - walk.clock.now()) / 1_000);

describe('phone | submit_phone', () => {
  test('sentCode → code', async () => {
    const phone = numberOf('0001');
    expect(await given(phone)).toMatchObject({
      step: 'code',
      issue: null,
      triesLeft: 5,
      phoneMasked: '+99 ••• ••• 001',
    });
  });

  test('SetUpEmailRequired → email', async () => {
    expect(await given(numberOf('0108'))).toMatchObject({ step: 'email', issue: null });
  });

  test('SESSION_PASSWORD_NEEDED → password', async () => {
    expect(await given(numberOf('0209'))).toMatchObject({ step: 'password', hint: 'a battery staple', triesLeft: 5 });
  });

  test('sentCodeSuccess → finish', async () => {
    expect(await given(numberOf('0211'))).toMatchObject({ step: 'connected', outcome: 'created' });
  });

  test('sentCodeSuccess that asks to sign up → failed', async () => {
    expect(await given(numberOf('0212'))).toMatchObject({ step: 'failed', code: 'telegram.phone_number_unoccupied' });
  });

  test.each(['0003', '0323'])(
    '*_MIGRATE_X (%s) → the new key is saved and the request repeated once',
    async (suffix) => {
      const phone = numberOf(suffix, 3);
      const ana = walk.newPerson();
      const started = await ana.start();
      const before = walk.keyOf(started);
      const code = await ana.send(started, { type: 'submit_phone', phone });
      expect(code.state.step).toBe('code');
      expect(walk.keyOf(code)).not.toBe(before);
      expect((await ana.typeCode(code, phone)).state.step).toBe('connected');
    },
  );

  test('a second *_MIGRATE_X → failed', async () => {
    expect(await given(numberOf('0322'))).toMatchObject({ step: 'failed', code: 'telegram.second_migration' });
  });

  test.each([
    ['0301', 'telegram.phone_number_invalid', null],
    ['0302', 'telegram.phone_number_invalid', null],
    ['0300', 'telegram.flood_wait', 2_940],
    ['0318', 'telegram.flood_premium_wait', 30],
    ['0324', 'telegram.flood_test_phone_wait', 60],
    ['0304', 'telegram.phone_number_flood', 86_400],
    ['0305', 'telegram.phone_password_flood', 86_400],
  ])('%s → phone + %s, to wait %s s', async (suffix, code, wait) => {
    const state = await given(numberOf(suffix));
    expect(state).toMatchObject({ step: 'phone', issue: { code, command: 'submit_phone' } });
    const retryAt = state.step === 'phone' ? state.issue?.retryAt : undefined;
    if (wait === null) expect(retryAt).toBeNull();
    else expect(Math.abs(secondsTo(retryAt) - wait)).toBeLessThanOrEqual(2);
  });

  test('406 → with Telegram’s own words, as plain text', async () => {
    const words = 'This number cannot be used to sign in at the moment. Contact login@stel.com for help.';
    expect(await given(numberOf('0302', 1))).toMatchObject({ issue: { text: words } });
    expect(await given(numberOf('0316'))).toMatchObject({ issue: { code: 'telegram.unknown', text: words } });
  });

  test.each(['0304', '0305', '0300'])(
    'after %s the number is refused here, for anybody, and Telegram is not asked',
    async (suffix) => {
      const phone = numberOf(suffix, 1);
      const ana = walk.newPerson();
      const closed = await ana.toCode(phone);
      const asked = await walk.codesAskedDuring(async () => {
        const again = await ana.send(closed, { type: 'submit_phone', phone });
        expect(again.state).toEqual(closed.state);
        const stored = await ana.send(again, { type: 'submit_phone', stored: true });
        expect(stored.state).toEqual(closed.state);
        const other = await walk.newPerson().toCode(phone);
        expect(other.state).toMatchObject({ step: 'phone', ...issue('limit.number_cooling_down') });
      });
      expect(asked).toBe(0);
    },
  );

  test('own limit → phone + issue, and Telegram is not asked', async () => {
    const phone = numberOf('0005');
    await given(phone);
    const asked = await walk.codesAskedDuring(async () =>
      expect(await given(phone)).toMatchObject({ step: 'phone', ...issue('limit.number_busy') }),
    );
    expect(asked).toBe(0);
  });

  test.each([
    ['0303', 'telegram.phone_number_banned', null],
    ['0306', 'telegram.phone_number_app_signup_forbidden', 'qr'],
    ['0307', 'telegram.phone_password_protected', 'qr'],
    ['0308', 'telegram.sms_code_create_failed', 'qr'],
    ['0213', 'telegram.send_code_unavailable', 'qr'],
    ['0314', 'telegram.update_app_to_login', null],
    ['0315', 'telegram.unknown', null],
  ])('%s → phone + %s, suggest %s', async (suffix, code, suggest) => {
    expect(await given(numberOf(suffix))).toMatchObject({ step: 'phone', suggest, ...issue(code) });
  });

  test.each(['0320', '0321'])('API_ID_* refused now (%s) → failed, back to the credentials', async (suffix) => {
    expect(await given(numberOf(suffix))).toMatchObject({ step: 'failed', restart: 'credentials' });
  });

  test.each(['0312', '0317', '0309', '0311'])(
    '500, -503, AUTH_RESTART (%s) → phone + attempt.interrupted, never repeated',
    async (suffix) => {
      const asked = await walk.codesAskedDuring(async () =>
        expect(await given(numberOf(suffix))).toMatchObject({ step: 'phone', ...issue('attempt.interrupted') }),
      );
      expect(asked).toBe(1);
    },
  );

  test.each([
    ['mute', '1001', 0],
    ['reset_before', '1002', 0],
    ['answer_lost', '1003', 1],
    ['reset_after', '1004', 1],
  ] as const)('no answer (%s) → phone + attempt.interrupted, never repeated by us', async (type, suffix, reached) => {
    const ana = walk.newPerson();
    const started = await ana.start();
    await walk.stand.fault({ type }, { method: 'auth.sendCode' });
    const asked = await walk.codesAskedDuring(async () => {
      const lost = await ana.send(started, { type: 'submit_phone', phone: numberOf(suffix) });
      expect(lost.state).toMatchObject({ step: 'phone', ...issue('attempt.interrupted') });
      await walk.reap();
      expect(await ana.now(lost)).toEqual(lost);
    });
    expect(asked).toBe(reached);
  });
});

describe('phone, code | show_qr', () => {
  test('token → phone with qr, the number’s form beside it', async () => {
    const ana = walk.newPerson();
    const shown = await ana.send(await ana.start(), { type: 'show_qr' });
    expect(shown.state).toMatchObject({ step: 'phone', issue: null, qr: { paused: false } });
    expect(tokenOf(shown)).toMatch(/^[\w-]+$/);
  });

  test('from code: the code is called off', async () => {
    const phone = numberOf('0007');
    const ana = walk.newPerson();
    const code = await ana.toCode(phone);
    const shown = await ana.send(code, { type: 'show_qr' });
    expect(shown.state).toMatchObject({ step: 'phone', storedPhoneMasked: '+99 ••• ••• 007', qr: { paused: false } });
    await expect(walk.stand.code(phone)).rejects.toThrow('404');
  });

  test('SESSION_PASSWORD_NEEDED → password', async () => {
    const phone = numberOf('0202');
    const ana = walk.newPerson();
    const shown = await ana.send(await ana.start(), { type: 'show_qr' });
    const code = await ana.send(shown, { type: 'submit_phone', phone });
    expect(code.state.step).toBe('code');
    await walk.stand.approveQr(tokenOf(shown), phone);
    expect((await ana.send(code, { type: 'show_qr' })).state).toMatchObject({
      step: 'password',
      hint: 'a battery staple',
    });
  });
});
