import { beforeAll, describe, expect, test } from 'vitest';
import { createRig, sendCodeTo, type Rig } from './methods/testing/rig.ts';
import { walk } from './methods/testing/walk.ts';
import type { TlObject } from './rpc.ts';
import { scenarios } from './scenarios.ts';

const plain = 'App, Sms in 60 | authorization | user';
const noSession = 'AUTH_KEY_UNREGISTERED';
const refusedTwice = (error: string) => `${error} | ${error} | ${noSession}`;
const afterCode = (rest: string) => `App, Sms in 60 | ${rest}`;
const codeRefused = (error: string) => afterCode(refusedTwice(error));
const atPassword = (rest: string) => afterCode(`SESSION_PASSWORD_NEEDED | ${rest}`);
const passwordRefused = (error: string) => atPassword(`${error} | ${error} | SESSION_PASSWORD_NEEDED`);
const emailFirst = `SetUpEmailRequired | ${refusedTwice('PHONE_CODE_EMPTY')}`;

/** What a whole sign-in meets, for each row of the table. */
const walks: Record<string, string> = {
  ...Object.fromEntries(scenarios.slice(0, 10).map(({ name }) => [name, plain])),
  app_only: 'App | authorization | user',
  sms: 'Sms, Call in 60 | authorization | user',
  sms_word: 'SmsWord, Sms in 60 | authorization | user',
  sms_phrase: 'SmsPhrase, Sms in 60 | authorization | user',
  call: 'Call, Sms in 60 | authorization | user',
  missed_call: 'MissedCall, Sms in 60 | authorization | user',
  fragment: 'FragmentSms | authorization | user',
  email_code: 'EmailCode | authorization | user',
  email_setup: emailFirst,
  firebase: 'FirebaseSms, Call in 0 | authorization | user',
  flash_call: 'FlashCall, Sms in 2 | authorization | user',
  sms_word_hidden: 'SmsWord | authorization | user',
  sms_phrase_hidden: 'SmsPhrase | authorization | user',
  next_after_2_s: 'App, Sms in 2 | authorization | user',
  all_deliveries: 'App, Sms in 2 | authorization | user',
  six_digits: plain,
  email_reset_wait: 'EmailCode | authorization | user',
  email_reset_short: 'EmailCode | authorization | user',
  email_setup_then_app: emailFirst,
  next_at_once: 'App, Sms in 0 | authorization | user',
  code_3_s: plain,
  next_fragment: 'App, FragmentSms in 2 | authorization | user',
  next_flash_call: 'App, FlashCall in 2 | authorization | user',

  sign_up: afterCode(`authorizationSignUpRequired | ${noSession}`),
  unoccupied: codeRefused('PHONE_NUMBER_UNOCCUPIED'),
  password: atPassword('authorization | user'),
  password_no_hint: atPassword('authorization | user'),
  setup_password: plain,
  frozen: afterCode('authorization | FROZEN_METHOD_INVALID'),
  deactivated: afterCode('authorization | USER_DEACTIVATED'),
  deactivated_ban: afterCode('authorization | USER_DEACTIVATED_BAN'),
  email_and_password: 'EmailCode | SESSION_PASSWORD_NEEDED | authorization | user',
  password_without_code: 'SESSION_PASSWORD_NEEDED | authorization | user',
  password_verbatim: atPassword('authorization | user'),
  signed_in_at_once: 'sentCodeSuccess | user',
  sign_up_at_once: `sentCodeSuccess | ${noSession}`,
  payment_required: refusedTwice('SEND_CODE_UNAVAILABLE'),
  right_to_left: plain,
  hostile_name: plain,
  long_name: plain,

  flood_send_code: refusedTwice('FLOOD_WAIT_2940'),
  number_invalid: refusedTwice('PHONE_NUMBER_INVALID'),
  number_invalid_406: refusedTwice('PHONE_NUMBER_INVALID with a notice'),
  number_banned: refusedTwice('PHONE_NUMBER_BANNED'),
  number_flood: refusedTwice('PHONE_NUMBER_FLOOD'),
  password_flood: refusedTwice('PHONE_PASSWORD_FLOOD with a notice'),
  app_signup_forbidden: refusedTwice('PHONE_NUMBER_APP_SIGNUP_FORBIDDEN'),
  password_protected: refusedTwice('PHONE_PASSWORD_PROTECTED'),
  code_create_failed: refusedTwice('SMS_CODE_CREATE_FAILED'),
  auth_restart: refusedTwice('AUTH_RESTART'),
  auth_restart_once: `AUTH_RESTART | ${plain}`,
  auth_restart_number: refusedTwice('AUTH_RESTART_12'),
  send_code_500: refusedTwice('RPC_CALL_FAIL'),
  send_code_500_once: `RPC_CALL_FAIL | ${plain}`,
  update_app: refusedTwice('UPDATE_APP_TO_LOGIN'),
  unknown_error: refusedTwice('TOTALLY_NEW_ERROR'),
  service_notice: refusedTwice('SERVICE_NOTICE with a notice'),
  send_code_timeout: refusedTwice('Timeout'),
  flood_premium: refusedTwice('FLOOD_PREMIUM_WAIT_30'),
  flood_2_s: `FLOOD_WAIT_2 | ${plain}`,
  api_id_invalid: refusedTwice('API_ID_INVALID'),
  api_id_published: refusedTwice('API_ID_PUBLISHED_FLOOD'),
  migrate_for_ever: refusedTwice('PHONE_MIGRATE_3'),
  network_migrate: plain,
  test_phone_flood: refusedTwice('FLOOD_TEST_PHONE_WAIT_60'),

  flood_sign_in: codeRefused('FLOOD_WAIT_2940'),
  code_expired: codeRefused('PHONE_CODE_EXPIRED'),
  sign_in_failed: codeRefused('SIGN_IN_FAILED'),
  sign_in_500_done: afterCode('RPC_CALL_FAIL | PHONE_CODE_EXPIRED | user'),
  sign_in_500_once: afterCode('RPC_CALL_FAIL | authorization | user'),
  sign_in_restart: codeRefused('AUTH_RESTART'),
  sign_in_update_app: codeRefused('UPDATE_APP_TO_LOGIN'),
  no_code_is_right: codeRefused('PHONE_CODE_INVALID'),
  sign_in_unknown: codeRefused('TOTALLY_NEW_ERROR'),
  sign_in_notice: codeRefused('SERVICE_NOTICE with a notice'),

  flood_password: passwordRefused('FLOOD_WAIT_2940'),
  srp_id_once: atPassword('SRP_ID_INVALID | authorization | user'),
  srp_changed_once: atPassword('SRP_PASSWORD_CHANGED | authorization | user'),
  password_500_done: atPassword('RPC_CALL_FAIL | user'),
  password_too_late: atPassword(`${noSession} | ${noSession}`),
  srp_id_always: passwordRefused('SRP_ID_INVALID'),
  password_500: passwordRefused('RPC_CALL_FAIL'),
  password_unknown: passwordRefused('TOTALLY_NEW_ERROR'),

  resend_unavailable: 'App, Sms in 0 | authorization | user',
  resend_flood: 'App, Sms in 0 | authorization | user',
  email_not_allowed: emailFirst,
  email_verify_expired: emailFirst,
  email_hash_expired: emailFirst,
  session_revoked: afterCode('authorization | SESSION_REVOKED'),
  session_expired: afterCode('authorization | SESSION_EXPIRED'),
  key_duplicated: afterCode('authorization | AUTH_KEY_DUPLICATED'),
  log_out_500: plain,
  flood_check: afterCode('authorization | FLOOD_WAIT_2940'),
};

let rig: Rig;
beforeAll(async () => {
  rig = await createRig();
});

test('suffixes and names are used once, and every row is walked below', () => {
  expect(new Set(scenarios.map(({ suffix }) => suffix)).size).toBe(scenarios.length);
  expect(scenarios.map(({ name }) => name).toSorted()).toEqual(Object.keys(walks).toSorted());
  expect(scenarios.filter(({ suffix }) => !/^\d{4}$/.test(suffix))).toEqual([]);
});

test.for(scenarios.map(({ suffix, name }) => [suffix, name] as const))('%s %s', async ([suffix, name]) => {
  expect(await walk(rig, suffix)).toBe(walks[name]);
});

describe('what a whole sign-in does not show', () => {
  const resend = (phone: string, sent: TlObject): TlObject => ({
    _: 'auth.resendCode',
    phone_number: phone,
    phone_code_hash: sent['phone_code_hash'],
  });
  const typeOf = (sent: TlObject): string => (sent['type'] as TlObject)._.replace('auth.sentCodeType', '');

  test.for([
    ['0100', ['App']],
    ['0101', ['Sms', 'Call']],
    ['0109', ['FirebaseSms', 'Call']],
    ['0114', ['App', 'Sms', 'Call', 'MissedCall']],
    ['0119', ['App', 'Sms', 'Call']],
    ['0121', ['App', 'FragmentSms']],
    ['0122', ['App', 'FlashCall', 'Sms']],
  ] as const)('deliveries of %s: %j, then none', async ([suffix, deliveries]) => {
    const phone = `+999661${suffix}`;
    const options = { dcId: 1 };
    let sent = await rig.sendCode(phone, options);
    const seen = [typeOf(sent)];
    while (sent['next_type'] !== undefined) {
      rig.pass(1000 * (sent['timeout'] as number));
      sent = await rig.ask(resend(phone, sent), options);
      seen.push(typeOf(sent));
    }
    expect(seen).toEqual(deliveries);
    expect(await rig.refusal(resend(phone, sent), options)).toBe('406 SEND_CODE_UNAVAILABLE');
  });

  test.for([
    ['0600', '406 SEND_CODE_UNAVAILABLE'],
    ['0601', '420 FLOOD_WAIT_2940'],
  ] as const)('a resend of %s is refused: %s', async ([suffix, refusal]) => {
    const sent = await rig.sendCode(`+999662${suffix}`);
    expect(await rig.refusal(resend(`+999662${suffix}`, sent))).toBe(refusal);
  });

  test.for([
    ['0610', '400 EMAIL_NOT_ALLOWED'],
    ['0612', '400 EMAIL_HASH_EXPIRED'],
    ['0611', 'answered account.sentEmailCode'],
  ] as const)('an address for %s: %s', async ([suffix, answer]) => {
    const phone = `+999662${suffix}`;
    const sent = await rig.sendCode(phone);
    const purpose = {
      _: 'emailVerifyPurposeLoginSetup',
      phone_number: phone,
      phone_code_hash: sent['phone_code_hash'],
    };
    const verification = { _: 'emailVerificationCode', code: '222222' };
    expect(await rig.refusal({ _: 'account.sendVerifyEmailCode', purpose, email: 'a@b.cc' })).toBe(answer);
    expect(await rig.refusal({ _: 'account.verifyEmail', purpose, verification })).toBe('400 EMAIL_VERIFY_EXPIRED');
  });

  test('log-out of 0703 fails twice', async () => {
    const logOut = { _: 'auth.logOut' };
    await walk(rig, '0703');
    expect(await rig.refusal(logOut, { key: '0703' })).toBe('500 RPC_CALL_FAIL');
    expect(await rig.refusal(logOut, { key: '0703' })).toBe('500 RPC_CALL_FAIL');
    expect(await rig.refusal(logOut, { key: '0703' })).toBe('answered auth.loggedOut');
  });

  test('data centres: 0322 goes round for ever, 0323 goes home', async () => {
    expect(await rig.refusal(sendCodeTo('+9996610322'), { dcId: 3 })).toBe('303 PHONE_MIGRATE_1');
    expect(await rig.refusal(sendCodeTo('+9996630323'), { dcId: 2 })).toBe('303 NETWORK_MIGRATE_3');
    expect(await rig.refusal(sendCodeTo('+9996630323'), { dcId: 3 })).toBe('answered auth.sentCode');
  });

  test('newer layers learn that 0213 would have to pay', async () => {
    const answer = await rig.ask(sendCodeTo('+9996620213'), { layer: 227 });
    expect(answer).toMatchObject({ _: 'auth.sentCodePaymentRequired', currency: 'EUR' });
  });

  test('details: beginnings, lengths, hints, advice, names', async () => {
    expect(await rig.sendCode('+9996620102')).toMatchObject({ type: { beginning: 'l' } });
    expect(await rig.sendCode('+9996620103')).toMatchObject({ type: { beginning: 'three' } });
    expect((await rig.sendCode('+9996620111'))['type']).toEqual({ _: 'auth.sentCodeTypeSmsWord' });
    expect((await rig.sendCode('+9996620112'))['type']).toEqual({ _: 'auth.sentCodeTypeSmsPhrase' });
    expect(await rig.sendCode('+9996620115')).toMatchObject({ type: { length: 6 } });
    expect(rig.state.codes.newestLive('+9996620115', 0)?.code).toBe('222222');
    expect(rig.state.accounts.find('+9996620203')).toMatchObject({ password: 'correct horse', hint: null });
    expect(rig.state.accounts.find('+9996620210')).toMatchObject({ password: ' Pässwörd ✓ ' });
    expect(rig.state.accounts.find('+9996620214')).toMatchObject({ firstName: 'ليلى', username: null });
    const advised = await rig.ask(rig.signIn('+9996620204', await rig.sendCode('+9996620204')));
    expect(advised).toMatchObject({ setup_password_required: true, otherwise_relogin_days: 7 });
  });

  test('the code of 0120 lasts 3 seconds', async () => {
    const request = rig.signIn('+9996620120', await rig.sendCode('+9996620120'));
    rig.pass(3000);
    expect(await rig.refusal(request)).toBe('400 PHONE_CODE_EXPIRED');
  });

  test('the first code of 0313 does arrive, and at 0403 and 0503 the sign-in does happen', async () => {
    const own = await createRig();
    for (const suffix of ['0313', '0403', '0503']) await walk(own, suffix);
    expect(own.state.messages.list('+9996620313', 9).filter(({ code }) => code !== null)).toHaveLength(2);
    for (const key of ['0403', '0503']) expect(own.state.authorizations.find(key)?.passwordPending).toBe(false);
  });
});
