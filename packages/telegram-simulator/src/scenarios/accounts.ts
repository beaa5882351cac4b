import type { Scenario } from '../scenario.ts';

const correctHorse = { text: 'correct horse', hint: 'a battery staple' };

/** What kind of account it is, and what becomes of it. */
export const accountScenarios: Scenario[] = [
  { suffix: '0200', name: 'sign_up', shows: 'No account: after the code Telegram asks to sign up.', nobody: 'sign_up' },
  { suffix: '0201', name: 'unoccupied', shows: 'No account: after the code an error says so.', nobody: 'unoccupied' },
  {
    suffix: '0202',
    name: 'password',
    shows: 'Cloud password “correct horse”, hint “a battery staple”.',
    password: correctHorse,
  },
  {
    suffix: '0203',
    name: 'password_no_hint',
    shows: 'Cloud password “correct horse”, without a hint.',
    password: { ...correctHorse, hint: null },
  },
  {
    suffix: '0204',
    name: 'setup_password',
    shows: 'Signs in, and Telegram advises to set a cloud password.',
    reloginDays: 7,
  },
  { suffix: '0205', name: 'frozen', shows: 'Signs in, but the account is frozen.', status: 'frozen' },
  { suffix: '0206', name: 'deactivated', shows: 'Signs in, but the account is deleted.', status: 'deactivated' },
  { suffix: '0207', name: 'deactivated_ban', shows: 'Signs in, but the account is banned.', status: 'banned' },
  {
    suffix: '0208',
    name: 'email_and_password',
    shows: 'Code by email, then the cloud password “correct horse”.',
    deliveries: ['email_code', 'sms'],
    password: correctHorse,
  },
  {
    suffix: '0209',
    name: 'password_without_code',
    shows: 'No code at all: the cloud password “correct horse” at once.',
    sendCodeAnswers: 'signed_in',
    password: correctHorse,
  },
  {
    suffix: '0210',
    name: 'password_verbatim',
    shows: 'Cloud password “ Pässwörd ✓ ” with a space at each end.',
    password: { text: ' Pässwörd ✓ ', hint: 'Spaces count' },
  },
  {
    suffix: '0211',
    name: 'signed_in_at_once',
    shows: 'Signed in without a code.',
    sendCodeAnswers: 'signed_in',
  },
  {
    suffix: '0212',
    name: 'sign_up_at_once',
    shows: 'No account, told without a code.',
    sendCodeAnswers: 'success_sign_up',
    nobody: 'sign_up',
  },
  {
    suffix: '0213',
    name: 'payment_required',
    shows: 'The code would cost money (newer layers; older ones: no code can be sent).',
    sendCodeAnswers: 'payment_required',
  },
  {
    suffix: '0214',
    name: 'right_to_left',
    shows: 'A name in Arabic, and no username.',
    person: { firstName: 'ليلى', lastName: 'الحسن', username: null },
  },
  {
    suffix: '0215',
    name: 'hostile_name',
    shows: 'A name full of markup and control characters.',
    person: { firstName: '<b>Bobby</b> "\u202e', lastName: "'; DROP TABLE--", username: 'bobby_tables' },
  },
  {
    suffix: '0216',
    name: 'long_name',
    shows: 'First and last name as long as Telegram allows.',
    person: {
      firstName: 'Wolfeschlegel'.repeat(5).slice(0, 64),
      lastName: 'steinhausenberger'.repeat(4).slice(0, 64),
      username: 'w'.repeat(32),
    },
  },
];
