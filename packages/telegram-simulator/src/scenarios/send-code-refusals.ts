import type { Scenario } from '../scenario.ts';
import { noticeText, refusing } from './refusing.ts';

const onSend = refusing('auth.sendCode');

/** Errors in place of a code. */
export const sendCodeRefusals: Scenario[] = [
  {
    suffix: '0300',
    name: 'flood_send_code',
    shows: 'Has to wait 49 minutes for a code.',
    ...onSend(420, 'FLOOD_WAIT_2940'),
  },
  {
    suffix: '0301',
    name: 'number_invalid',
    shows: 'The number is called invalid.',
    ...onSend(400, 'PHONE_NUMBER_INVALID'),
  },
  {
    suffix: '0302',
    name: 'number_invalid_406',
    shows: 'The number is called invalid (406), with a notice.',
    ...onSend(406, 'PHONE_NUMBER_INVALID', { notification: noticeText }),
  },
  { suffix: '0303', name: 'number_banned', shows: 'The number is banned.', ...onSend(400, 'PHONE_NUMBER_BANNED') },
  { suffix: '0304', name: 'number_flood', shows: 'Too many codes: about a day.', ...onSend(400, 'PHONE_NUMBER_FLOOD') },
  {
    suffix: '0305',
    name: 'password_flood',
    shows: 'Too many sign-ins: about a day (406).',
    ...onSend(406, 'PHONE_PASSWORD_FLOOD', { notification: 'You have tried logging in too many times.' }),
  },
  {
    suffix: '0306',
    name: 'app_signup_forbidden',
    shows: 'This app may not sign the number up.',
    ...onSend(400, 'PHONE_NUMBER_APP_SIGNUP_FORBIDDEN'),
  },
  {
    suffix: '0307',
    name: 'password_protected',
    shows: 'The number is protected by a password.',
    ...onSend(400, 'PHONE_PASSWORD_PROTECTED'),
  },
  {
    suffix: '0308',
    name: 'code_create_failed',
    shows: 'The SMS could not be made.',
    ...onSend(400, 'SMS_CODE_CREATE_FAILED'),
  },
  { suffix: '0309', name: 'auth_restart', shows: 'AUTH_RESTART, always.', ...onSend(500, 'AUTH_RESTART') },
  {
    suffix: '0310',
    name: 'auth_restart_once',
    shows: 'AUTH_RESTART once, then as it should be.',
    ...onSend(500, 'AUTH_RESTART', { times: 1 }),
  },
  { suffix: '0311', name: 'auth_restart_number', shows: 'AUTH_RESTART_12.', ...onSend(500, 'AUTH_RESTART_12') },
  { suffix: '0312', name: 'send_code_500', shows: 'Error 500 at each code.', ...onSend(500, 'RPC_CALL_FAIL') },
  {
    suffix: '0313',
    name: 'send_code_500_once',
    shows: 'Error 500 at the first code, although it was sent.',
    ...onSend(500, 'RPC_CALL_FAIL', { times: 1, afterEffect: true }),
  },
  {
    suffix: '0314',
    name: 'update_app',
    shows: 'The app is too old to sign in.',
    ...onSend(406, 'UPDATE_APP_TO_LOGIN'),
  },
  {
    suffix: '0315',
    name: 'unknown_error',
    shows: 'An error nobody has heard of.',
    ...onSend(400, 'TOTALLY_NEW_ERROR'),
  },
  {
    suffix: '0316',
    name: 'service_notice',
    shows: 'Refused, with a notice in plain words.',
    ...onSend(406, 'SERVICE_NOTICE', { notification: noticeText }),
  },
  { suffix: '0317', name: 'send_code_timeout', shows: 'Error -503, Timeout.', ...onSend(-503, 'Timeout') },
  {
    suffix: '0318',
    name: 'flood_premium',
    shows: 'Has to wait 30 seconds without Premium.',
    ...onSend(420, 'FLOOD_PREMIUM_WAIT_30'),
  },
  {
    suffix: '0319',
    name: 'flood_2_s',
    shows: 'Has to wait 2 seconds once, then as it should be.',
    ...onSend(420, 'FLOOD_WAIT_2', { times: 1 }),
  },
  {
    suffix: '0320',
    name: 'api_id_invalid',
    shows: 'The credentials are refused at the code.',
    ...onSend(400, 'API_ID_INVALID'),
  },
  {
    suffix: '0321',
    name: 'api_id_published',
    shows: 'The credentials are called published at the code.',
    ...onSend(400, 'API_ID_PUBLISHED_FLOOD'),
  },
  {
    suffix: '0322',
    name: 'migrate_for_ever',
    shows: 'Each data centre sends it to the next one.',
    ...onSend(303, 'PHONE_MIGRATE_NEXT'),
  },
  {
    suffix: '0323',
    name: 'network_migrate',
    shows: 'Sent to its data centre by NETWORK_MIGRATE.',
    ...onSend(303, 'NETWORK_MIGRATE_HOME'),
  },
  {
    suffix: '0324',
    name: 'test_phone_flood',
    shows: 'FLOOD_TEST_PHONE_WAIT_60.',
    ...onSend(420, 'FLOOD_TEST_PHONE_WAIT_60'),
  },
];
