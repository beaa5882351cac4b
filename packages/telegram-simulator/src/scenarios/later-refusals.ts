import type { Scenario } from '../scenario.ts';
import { noticeText, refusing } from './refusing.ts';

const password = { text: 'correct horse', hint: 'a battery staple' };
const onSignIn = refusing('auth.signIn');
const onPassword = refusing('auth.checkPassword');

/** Errors in place of what follows the first code: the code itself, the password, another delivery, the use. */
export const laterRefusals: Scenario[] = [
  {
    suffix: '0400',
    name: 'flood_sign_in',
    shows: 'Has to wait 49 minutes after the code.',
    ...onSignIn(420, 'FLOOD_WAIT_2940'),
  },
  {
    suffix: '0401',
    name: 'code_expired',
    shows: 'The code has always expired.',
    ...onSignIn(400, 'PHONE_CODE_EXPIRED'),
  },
  { suffix: '0402', name: 'sign_in_failed', shows: 'SIGN_IN_FAILED, always.', ...onSignIn(500, 'SIGN_IN_FAILED') },
  {
    suffix: '0403',
    name: 'sign_in_500_done',
    shows: 'Error 500 after the code, although the sign-in happened.',
    ...onSignIn(500, 'RPC_CALL_FAIL', { times: 1, afterEffect: true }),
  },
  {
    suffix: '0404',
    name: 'sign_in_500_once',
    shows: 'Error 500 after the code once; nothing happened.',
    ...onSignIn(500, 'RPC_CALL_FAIL', { times: 1 }),
  },
  { suffix: '0405', name: 'sign_in_restart', shows: 'AUTH_RESTART after the code.', ...onSignIn(500, 'AUTH_RESTART') },
  {
    suffix: '0406',
    name: 'sign_in_update_app',
    shows: 'The app is too old, told after the code.',
    ...onSignIn(406, 'UPDATE_APP_TO_LOGIN'),
  },
  { suffix: '0407', name: 'no_code_is_right', shows: 'Every code is called wrong.', noCodeIsRight: true },
  {
    suffix: '0408',
    name: 'sign_in_unknown',
    shows: 'An error nobody has heard of, after the code.',
    ...onSignIn(400, 'TOTALLY_NEW_ERROR'),
  },
  {
    suffix: '0409',
    name: 'sign_in_notice',
    shows: 'Refused after the code, with a notice in plain words.',
    ...onSignIn(406, 'SERVICE_NOTICE', { notification: noticeText }),
  },

  {
    suffix: '0500',
    name: 'flood_password',
    shows: 'Has to wait 49 minutes at the password.',
    password,
    ...onPassword(420, 'FLOOD_WAIT_2940'),
  },
  {
    suffix: '0501',
    name: 'srp_id_once',
    shows: 'SRP_ID_INVALID once.',
    password,
    ...onPassword(400, 'SRP_ID_INVALID', { times: 1 }),
  },
  {
    suffix: '0502',
    name: 'srp_changed_once',
    shows: 'SRP_PASSWORD_CHANGED once.',
    password,
    ...onPassword(400, 'SRP_PASSWORD_CHANGED', { times: 1 }),
  },
  {
    suffix: '0503',
    name: 'password_500_done',
    shows: 'Error 500 at the password, although it was right.',
    password,
    ...onPassword(500, 'RPC_CALL_FAIL', { times: 1, afterEffect: true }),
  },
  {
    suffix: '0504',
    name: 'password_too_late',
    shows: 'The sign-in lapses before the password.',
    password,
    lapsesAtPassword: true,
  },
  {
    suffix: '0505',
    name: 'srp_id_always',
    shows: 'SRP_ID_INVALID, always.',
    password,
    ...onPassword(400, 'SRP_ID_INVALID'),
  },
  {
    suffix: '0506',
    name: 'password_500',
    shows: 'Error 500 at each password.',
    password,
    ...onPassword(500, 'RPC_CALL_FAIL'),
  },
  {
    suffix: '0507',
    name: 'password_unknown',
    shows: 'An error nobody has heard of, at the password.',
    password,
    ...onPassword(400, 'TOTALLY_NEW_ERROR'),
  },

  {
    suffix: '0600',
    name: 'resend_unavailable',
    shows: 'The next delivery is announced, then refused.',
    nextAfterSeconds: 0,
    refusals: [{ method: 'auth.resendCode', code: 406, message: 'SEND_CODE_UNAVAILABLE' }],
  },
  {
    suffix: '0601',
    name: 'resend_flood',
    shows: 'Has to wait 49 minutes for the next delivery.',
    nextAfterSeconds: 0,
    refusals: [{ method: 'auth.resendCode', code: 420, message: 'FLOOD_WAIT_2940' }],
  },
  {
    suffix: '0610',
    name: 'email_not_allowed',
    shows: 'Every email address is refused.',
    deliveries: ['email_setup', 'app'],
    refusals: [{ method: 'account.sendVerifyEmailCode', code: 400, message: 'EMAIL_NOT_ALLOWED' }],
  },
  {
    suffix: '0611',
    name: 'email_verify_expired',
    shows: 'The code sent to the new address has expired.',
    deliveries: ['email_setup', 'app'],
    refusals: [{ method: 'account.verifyEmail', code: 400, message: 'EMAIL_VERIFY_EXPIRED' }],
  },
  {
    suffix: '0612',
    name: 'email_hash_expired',
    shows: 'The address was given too late.',
    deliveries: ['email_setup', 'app'],
    refusals: [{ method: 'account.sendVerifyEmailCode', code: 400, message: 'EMAIL_HASH_EXPIRED' }],
  },

  {
    suffix: '0700',
    name: 'session_revoked',
    shows: 'Signs in; from then on the session is called revoked.',
    endedAfterSignIn: 'revoked',
  },
  {
    suffix: '0701',
    name: 'session_expired',
    shows: 'Signs in; from then on the session is called expired.',
    endedAfterSignIn: 'expired',
  },
  {
    suffix: '0702',
    name: 'key_duplicated',
    shows: 'Signs in; from then on the key is called duplicated.',
    endedAfterSignIn: 'duplicated',
  },
  {
    suffix: '0703',
    name: 'log_out_500',
    shows: 'Signs in; the first two log-outs fail.',
    refusals: [{ method: 'auth.logOut', code: 500, message: 'RPC_CALL_FAIL', times: 2 }],
  },
  {
    suffix: '0704',
    name: 'flood_check',
    shows: 'Signs in; a check has to wait 49 minutes.',
    refusals: [{ method: 'users.getUsers', code: 420, message: 'FLOOD_WAIT_2940' }],
  },
];
