import type { Refusal, Scenario } from '../scenario.ts';

const password = { text: 'correct horse', hint: 'a battery staple' };
const notification = 'This number cannot be used to sign in at the moment. Contact login@stel.com for help.';

const onSend = (code: number, message: string, more: Partial<Refusal> = {}): Pick<Scenario, 'refusals'> => ({
  refusals: [{ method: 'auth.sendCode', code, message, ...more }],
});
const onSignIn = (code: number, message: string, more: Partial<Refusal> = {}): Pick<Scenario, 'refusals'> => ({
  refusals: [{ method: 'auth.signIn', code, message, ...more }],
});
const onPassword = (
  code: number, message: string, more: Partial<Refusal> = {},
): Pick<Scenario, 'refusals' | 'password'> => ({
  password,
  refusals: [{ method: 'auth.checkPassword', code, message, ...more }],
});

/** Errors in place of an answer, by the request that meets them. */
export const refusalScenarios: Scenario[] = [
  { suffix: '0300', name: 'flood_send_code', shows: 'Has to wait 49 minutes for a code.', ...onSend(420, 'FLOOD_WAIT_2940') },
  { suffix: '0301', name: 'number_invalid', shows: 'The number is called invalid.', ...onSend(400, 'PHONE_NUMBER_INVALID') },
  {
    suffix: '0302', name: 'number_invalid_406', shows: 'The number is called invalid (406), with a notice.',
    ...onSend(406, 'PHONE_NUMBER_INVALID', { notification }),
  },
  { suffix: '0303', name: 'number_banned', shows: 'The number is banned.', ...onSend(400, 'PHONE_NUMBER_BANNED') },
  { suffix: '0304', name: 'number_flood', shows: 'Too many codes: about a day.', ...onSend(400, 'PHONE_NUMBER_FLOOD') },
  {
    suffix: '0305', name: 'password_flood', shows: 'Too many sign-ins: about a day (406).',
    ...onSend(406, 'PHONE_PASSWORD_FLOOD', { notification: 'You have tried logging in too many times.' }),
  },
  {
    suffix: '0306', name: 'app_signup_forbidden', shows: 'This app may not sign the number up.',
    ...onSend(400, 'PHONE_NUMBER_APP_SIGNUP_FORBIDDEN'),
  },
  {
    suffix: '0307', name: 'password_protected', shows: 'The number is protected by a password.',
    ...onSend(400, 'PHONE_PASSWORD_PROTECTED'),
  },
  {
    suffix: '0308', name: 'code_create_failed', shows: 'The SMS could not be made.',
    ...onSend(400, 'SMS_CODE_CREATE_FAILED'),
  },
  { suffix: '0309', name: 'auth_restart', shows: 'AUTH_RESTART, always.', ...onSend(500, 'AUTH_RESTART') },
  {
    suffix: '0310', name: 'auth_restart_once', shows: 'AUTH_RESTART once, then as it should be.',
    ...onSend(500, 'AUTH_RESTART', { times: 1 }),
  },
  { suffix: '0311', name: 'auth_restart_number', shows: 'AUTH_RESTART_12.', ...onSend(500, 'AUTH_RESTART_12') },
  { suffix: '0312', name: 'send_code_500', shows: 'Error 500 at each code.', ...onSend(500, 'RPC_CALL_FAIL') },
  {
    suffix: '0313', name: 'send_code_500_once', shows: 'Error 500 at the first code, although it was sent.',
    ...onSend(500, 'RPC_CALL_FAIL', { times: 1, afterEffect: true }),
  },
  { suffix: '0314', name: 'update_app', shows: 'The app is too old to sign in.', ...onSend(406, 'UPDATE_APP_TO_LOGIN') },
  { suffix: '0315', name: 'unknown_error', shows: 'An error nobody has heard of.', ...onSend(400, 'TOTALLY_NEW_ERROR') },
  {
    suffix: '0316', name: 'service_notice', shows: 'Refused, with a notice in plain words.',
    ...onSend(406, 'SERVICE_NOTICE', { notification }),
  },
  { suffix: '0317', name: 'send_code_timeout', shows: 'Error -503, Timeout.', ...onSend(-503, 'Timeout') },
  {
    suffix: '0318', name: 'flood_premium', shows: 'Has to wait 30 seconds without Premium.',
    ...onSend(420, 'FLOOD_PREMIUM_WAIT_30'),
  },
  {
    suffix: '0319', name: 'flood_2_s', shows: 'Has to wait 2 seconds once, then as it should be.',
    ...onSend(420, 'FLOOD_WAIT_2', { times: 1 }),
  },
  { suffix: '0320', name: 'api_id_invalid', shows: 'The credentials are refused at the code.', ...onSend(400, 'API_ID_INVALID') },
  {
    suffix: '0321', name: 'api_id_published', shows: 'The credentials are called published at the code.',
    ...onSend(400, 'API_ID_PUBLISHED_FLOOD'),
  },
  { suffix: '0322', name: 'migrate_for_ever', shows: 'Each data centre sends it to the next one.', ...onSend(303, 'PHONE_MIGRATE_NEXT') },
  {
    suffix: '0323', name: 'network_migrate', shows: 'Sent to its data centre by NETWORK_MIGRATE.',
    ...onSend(303, 'NETWORK_MIGRATE_HOME'),
  },
  { suffix: '0324', name: 'test_phone_flood', shows: 'FLOOD_TEST_PHONE_WAIT_60.', ...onSend(420, 'FLOOD_TEST_PHONE_WAIT_60') },

  { suffix: '0400', name: 'flood_sign_in', shows: 'Has to wait 49 minutes after the code.', ...onSignIn(420, 'FLOOD_WAIT_2940') },
  { suffix: '0401', name: 'code_expired', shows: 'The code has always expired.', ...onSignIn(400, 'PHONE_CODE_EXPIRED') },
  { suffix: '0402', name: 'sign_in_failed', shows: 'SIGN_IN_FAILED, always.', ...onSignIn(500, 'SIGN_IN_FAILED') },
  {
    suffix: '0403', name: 'sign_in_500_done', shows: 'Error 500 after the code, although the sign-in happened.',
    ...onSignIn(500, 'RPC_CALL_FAIL', { times: 1, afterEffect: true }),
  },
  {
    suffix: '0404', name: 'sign_in_500_once', shows: 'Error 500 after the code once; nothing happened.',
    ...onSignIn(500, 'RPC_CALL_FAIL', { times: 1 }),
  },
  { suffix: '0405', name: 'sign_in_restart', shows: 'AUTH_RESTART after the code.', ...onSignIn(500, 'AUTH_RESTART') },
  { suffix: '0406', name: 'sign_in_update_app', shows: 'The app is too old, told after the code.', ...onSignIn(406, 'UPDATE_APP_TO_LOGIN') },
  { suffix: '0407', name: 'no_code_is_right', shows: 'Every code is called wrong.', noCodeIsRight: true },
  { suffix: '0408', name: 'sign_in_unknown', shows: 'An error nobody has heard of, after the code.', ...onSignIn(400, 'TOTALLY_NEW_ERROR') },
  {
    suffix: '0409', name: 'sign_in_notice', shows: 'Refused after the code, with a notice in plain words.',
    ...onSignIn(406, 'SERVICE_NOTICE', { notification }),
  },

  { suffix: '0500', name: 'flood_password', shows: 'Has to wait 49 minutes at the password.', ...onPassword(420, 'FLOOD_WAIT_2940') },
  { suffix: '0501', name: 'srp_id_once', shows: 'SRP_ID_INVALID once.', ...onPassword(400, 'SRP_ID_INVALID', { times: 1 }) },
  { suffix: '0502', name: 'srp_changed_once', shows: 'SRP_PASSWORD_CHANGED once.', ...onPassword(400, 'SRP_PASSWORD_CHANGED', { times: 1 }) },
  { suffix: '0503', name: 'password_500_done', shows: 'Error 500 at the password, although it was right.',
    ...onPassword(500, 'RPC_CALL_FAIL', { times: 1, afterEffect: true }) },
  { suffix: '0504', name: 'password_too_late', shows: 'The sign-in lapses before the password.', password, lapsesAtPassword: true },
  { suffix: '0505', name: 'srp_id_always', shows: 'SRP_ID_INVALID, always.', ...onPassword(400, 'SRP_ID_INVALID') },
  { suffix: '0506', name: 'password_500', shows: 'Error 500 at each password.', ...onPassword(500, 'RPC_CALL_FAIL') },
  { suffix: '0507', name: 'password_unknown', shows: 'An error nobody has heard of, at the password.', ...onPassword(400, 'TOTALLY_NEW_ERROR') },

  {
    suffix: '0600', name: 'resend_unavailable', shows: 'The next delivery is announced, then refused.', nextAfterSeconds: 0,
    refusals: [{ method: 'auth.resendCode', code: 406, message: 'SEND_CODE_UNAVAILABLE' }],
  },
  {
    suffix: '0601', name: 'resend_flood', shows: 'Has to wait 49 minutes for the next delivery.', nextAfterSeconds: 0,
    refusals: [{ method: 'auth.resendCode', code: 420, message: 'FLOOD_WAIT_2940' }],
  },
  {
    suffix: '0610', name: 'email_not_allowed', shows: 'Every email address is refused.', deliveries: ['email_setup', 'app'],
    refusals: [{ method: 'account.sendVerifyEmailCode', code: 400, message: 'EMAIL_NOT_ALLOWED' }],
  },
  {
    suffix: '0611', name: 'email_verify_expired', shows: 'The code sent to the new address has expired.',
    deliveries: ['email_setup', 'app'],
    refusals: [{ method: 'account.verifyEmail', code: 400, message: 'EMAIL_VERIFY_EXPIRED' }],
  },
  {
    suffix: '0612', name: 'email_hash_expired', shows: 'The address was given too late.', deliveries: ['email_setup', 'app'],
    refusals: [{ method: 'account.sendVerifyEmailCode', code: 400, message: 'EMAIL_HASH_EXPIRED' }],
  },

  {
    suffix: '0700', name: 'session_revoked', shows: 'Signs in; from then on the session is called revoked.',
    endedAfterSignIn: 'revoked',
  },
  {
    suffix: '0701', name: 'session_expired', shows: 'Signs in; from then on the session is called expired.',
    endedAfterSignIn: 'expired',
  },
  {
    suffix: '0702', name: 'key_duplicated', shows: 'Signs in; from then on the key is called duplicated.',
    endedAfterSignIn: 'duplicated',
  },
  {
    suffix: '0703', name: 'log_out_500', shows: 'Signs in; the first two log-outs fail.',
    refusals: [{ method: 'auth.logOut', code: 500, message: 'RPC_CALL_FAIL', times: 2 }],
  },
  {
    suffix: '0704', name: 'flood_check', shows: 'Signs in; a check has to wait 49 minutes.',
    refusals: [{ method: 'users.getUsers', code: 420, message: 'FLOOD_WAIT_2940' }],
  },
];
