import type { Scenario } from '../scenario.ts';

/** How the code comes, and what follows when it doesn't. */
export const deliveryScenarios: Scenario[] = [
  { suffix: '0100', name: 'app_only', shows: 'Code in the app, and no other way after it.', deliveries: ['app'] },
  { suffix: '0101', name: 'sms', shows: 'Code by SMS, then by call.', deliveries: ['sms', 'call'] },
  {
    suffix: '0102', name: 'sms_word', shows: 'One word by SMS: lantern. Its first letter is told.',
    deliveries: ['sms_word', 'sms'],
  },
  {
    suffix: '0103', name: 'sms_phrase', shows: 'A phrase by SMS: three quiet boats. Its first word is told.',
    deliveries: ['sms_phrase', 'sms'],
  },
  { suffix: '0104', name: 'call', shows: 'A voice reads the code.', deliveries: ['call', 'sms'] },
  {
    suffix: '0105', name: 'missed_call', shows: 'A call that ends at once: the last digits of its number are the code.',
    deliveries: ['missed_call', 'sms'],
  },
  { suffix: '0106', name: 'fragment', shows: 'Code on the Fragment page of an anonymous number.', deliveries: ['fragment'] },
  {
    suffix: '0107', name: 'email_code', shows: 'Code by email; the address can be reset at once, then SMS.',
    deliveries: ['email_code', 'sms'],
  },
  {
    suffix: '0108', name: 'email_setup', shows: 'An email address is asked for first; the login code goes there.',
    deliveries: ['email_setup', 'email_code', 'sms'],
  },
  {
    suffix: '0109', name: 'firebase', shows: 'A delivery for official apps only; call is next, at once.',
    deliveries: ['firebase', 'call'], nextAfterSeconds: 0,
  },
  {
    suffix: '0110', name: 'flash_call', shows: 'A flash call, which this sign-in never asked for.',
    deliveries: ['flash_call', 'sms'], nextAfterSeconds: 2,
  },
  {
    suffix: '0111', name: 'sms_word_hidden', shows: 'One word by SMS (lantern), and no beginning is told.',
    deliveries: ['sms_word'], hidesBeginning: true,
  },
  {
    suffix: '0112', name: 'sms_phrase_hidden', shows: 'A phrase by SMS (three quiet boats), and no beginning is told.',
    deliveries: ['sms_phrase'], hidesBeginning: true,
  },
  { suffix: '0113', name: 'next_after_2_s', shows: 'Code in the app; SMS after 2 seconds.', nextAfterSeconds: 2 },
  {
    suffix: '0114', name: 'all_deliveries', shows: 'App, SMS, call, missed call, 2 seconds each; then no other way.',
    deliveries: ['app', 'sms', 'call', 'missed_call'], nextAfterSeconds: 2,
  },
  { suffix: '0115', name: 'six_digits', shows: 'A code of six digits.', codeLength: 6 },
  {
    suffix: '0116', name: 'email_reset_wait', shows: 'Code by email; a reset of the address takes 3 days.',
    deliveries: ['email_code', 'sms'], emailResetSeconds: 259_200,
  },
  {
    suffix: '0117', name: 'email_reset_short', shows: 'Code by email; a reset of the address takes 3 seconds.',
    deliveries: ['email_code', 'sms'], emailResetSeconds: 3,
  },
  {
    suffix: '0118', name: 'email_setup_then_app', shows: 'An email address is asked for first; the code comes in the app.',
    deliveries: ['email_setup', 'app'],
  },
  {
    suffix: '0119', name: 'next_at_once', shows: 'Code in the app; SMS may be asked for at once, then a call.',
    deliveries: ['app', 'sms', 'call'], nextAfterSeconds: 0,
  },
  { suffix: '0120', name: 'code_3_s', shows: 'The code is good for 3 seconds.', codeSeconds: 3 },
  {
    suffix: '0121', name: 'next_fragment', shows: 'Code in the app, then (after 2 seconds) on Fragment.',
    deliveries: ['app', 'fragment'], nextAfterSeconds: 2,
  },
  {
    suffix: '0122', name: 'next_flash_call', shows: 'Code in the app; next (after 2 seconds) would be a flash call.',
    deliveries: ['app', 'flash_call', 'sms'], nextAfterSeconds: 2,
  },
];
