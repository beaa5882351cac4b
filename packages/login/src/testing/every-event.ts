import { readFileSync } from 'node:fs';
import { telegramError } from '../gramjs/telegram-error.ts';
import type { ProbeOutcome, ProbeReason, SignInEvent } from '../machine/events.ts';
import type { SignIn, SignInState } from '../machine/sign-in.ts';
import type { TelegramMethod } from '../ports/telegram-gateway.ts';
import { bob, eve, now, onCode, onConfirm, onEmail, onPassword, onPhone, signInAt, withQr } from './sign-ins.ts';

const waits = { code: 'telegram.flood_wait', retryAt: now + 60_000 } as const;
const ours = { code: 'limit.number_busy', retryAt: now + 60_000 } as const;
const sentBy = (delivery: (typeof onCode)['sent']['delivery']) => ({ ...onCode, sent: { ...onCode.sent, delivery } });
const emailCode = {
  type: 'email_code',
  pattern: 'b***@example.com',
  length: 6,
  resetAvailableAt: null,
  resetPendingAt: now + 5_000,
} as const;

const states: Record<string, SignInState> = {
  phone: onPhone,
  'phone, with a number kept': { ...onPhone, storedPhone: '+34687654321', issue: waits },
  'phone, after a limit of ours': { ...onPhone, issue: ours },
  'phone, with a QR code': withQr,
  code: onCode,
  'code, one try left': { ...onCode, triesLeft: 1, issue: waits },
  'code, after a limit of ours': { ...onCode, issue: ours },
  'code by email': sentBy(emailCode),
  'code that confirms an address': sentBy({ type: 'email_setup', pattern: 'b***@example.com', length: 6 }),
  email: onEmail,
  password: onPassword,
  'password, one try left': { ...onPassword, triesLeft: 1 },
  'another account': onConfirm,
  connected: { step: 'connected', connectionId: 'con_1', outcome: 'created', account: bob, advice: [] },
  failed: { step: 'failed', code: 'telegram.unknown', retryAt: null, restart: 'phone' },
  cancelled: { step: 'cancelled' },
  expired: { step: 'expired' },
};

const spareToken = { token: 'c3BhcmU', expiresAt: now + 20_000 };

/** Where a sign-in may stand, by a name to be read. */
export const everySignIn: Record<string, SignIn> = {
  ...Object.fromEntries(Object.entries(states).map(([name, state]) => [name, signInAt(state)])),
  'phone, with a token to spare': signInAt(onPhone, { spareToken, phone: '+34687654321' }),
  'phone, long after a QR code': signInAt(onPhone, { lastTokenExpiresAt: now - 60_000 }),
  'phone, just after a QR code': signInAt(onPhone, { lastTokenExpiresAt: now - 10_000 }),
  'password, after a QR code': signInAt(onPassword, { lastTokenExpiresAt: now + 5_000 }),
  'password, after no number': signInAt(onPassword, { phone: null }),
  'code, without a key': signInAt(onCode, { session: null }),
  'phone with a QR code, without a key': signInAt(withQr, { session: null }),
  'password, without a key': signInAt(onPassword, { session: null }),
};

const typed = '+34612345678';
const reasons: ProbeReason[] = ['answer_lost', 'interrupted', 'code_expired', 'before_code', 'attempt_expired'];
const outcomes: ProbeOutcome[] = [
  { kind: 'authorized', account: bob },
  { kind: 'authorized', account: eve },
  { kind: 'password_needed' },
  { kind: 'not_authorized' },
  { kind: 'unknown' },
];

/** Every method of which the machine hears. */
export const methods = [
  'sendCode',
  'resendCode',
  'signIn',
  'sendEmailCode',
  'verifyEmail',
  'resetEmail',
  'checkPassword',
  'passwordHint',
  'exportLoginToken',
  'importLoginToken',
] as const satisfies TelegramMethod[];

const file = new URL('../gramjs/telegram-auth-errors.json', import.meta.url);
const catalogue = JSON.parse(readFileSync(file, 'utf8')) as { code: number; error: string; policy: string }[];

/** Those that the machine calls by their name, and of the others one for each policy. */
const named = [
  ...['SESSION_PASSWORD_NEEDED', 'API_ID_INVALID', 'CONNECTION_API_ID_INVALID', 'API_ID_PUBLISHED_FLOOD'],
  ...['AUTH_KEY_UNREGISTERED', 'AUTH_KEY_EMPTY', 'PHONE_CODE_INVALID', 'PHONE_CODE_EMPTY', 'CODE_INVALID'],
  ...['CODE_EMPTY', 'PASSWORD_HASH_INVALID', 'PHONE_CODE_EXPIRED', 'PHONE_CODE_HASH_EMPTY', 'CODE_HASH_INVALID'],
  ...['PHONE_HASH_EXPIRED', 'EMAIL_HASH_EXPIRED', 'EMAIL_VERIFY_EXPIRED', 'PHONE_NUMBER_UNOCCUPIED'],
  ...['USER_DEACTIVATED', 'USER_DEACTIVATED_BAN', 'FROZEN_METHOD_INVALID', 'PHONE_NUMBER_INVALID', 'EMAIL_INVALID'],
  ...['EMAIL_NOT_ALLOWED', 'SEND_CODE_UNAVAILABLE', 'SMS_CODE_CREATE_FAILED', 'PHONE_PASSWORD_PROTECTED'],
  ...['PHONE_NUMBER_APP_SIGNUP_FORBIDDEN', 'TASK_ALREADY_EXISTS'],
];
const policies = new Map(catalogue.filter(({ error }) => !named.includes(error)).map((each) => [each.policy, each]));

/** The number in a name (a wait, a data centre) is 7. */
const refusals = [
  ...catalogue.filter((each) => named.includes(each.error) || policies.get(each.policy) === each),
  { code: 400, error: 'NEVER_HEARD_OF' },
  { code: 500, error: 'NEVER_HEARD_OF_EITHER' },
].map(({ code, error }) => telegramError(code, error.replace('%d', '7'), code === 406 ? 'In their words.' : null));

const byType: { [T in SignInEvent['type']]: Extract<SignInEvent, { type: T }>[] } = {
  code_sent: [
    {
      type: 'code_sent',
      phone: '+34600000000',
      sent: {
        kind: 'code_sent',
        delivery: { type: 'sms', length: 6 },
        phoneCodeHash: 'hash-2',
        next: { type: 'call', afterSeconds: 90 },
      },
    },
    {
      type: 'code_sent',
      phone: '+34600000000',
      sent: { kind: 'code_sent', delivery: { type: 'app', length: 5 }, phoneCodeHash: 'hash-2', next: null },
    },
  ],
  email_required: [{ type: 'email_required', phone: '+34600000000', phoneCodeHash: 'hash-2' }],
  email_code_sent: [{ type: 'email_code_sent', pattern: 'a***@example.com', length: 6 }],
  payment_required: [{ type: 'payment_required', phone: '+34600000000' }],
  sign_up_required: [{ type: 'sign_up_required' }],
  authorized: [
    { type: 'authorized', account: bob, setUpPassword: false },
    { type: 'authorized', account: eve, setUpPassword: true },
  ],
  token: [
    { type: 'token', token: 'bmV3', expiresAt: now + 30_000 },
    { type: 'token', token: 'b2xk', expiresAt: now - 120_000 },
  ],
  refused: methods.flatMap((method) =>
    refusals.map((error) => ({ type: 'refused' as const, method, error, phone: method === 'sendCode' ? typed : null })),
  ),
  unreachable: [
    { type: 'unreachable', phone: null },
    { type: 'unreachable', phone: '+34600000000' },
  ],
  unknown: methods.map((method) => ({ type: 'unknown', method, phone: method === 'sendCode' ? typed : null })),
  second_migration: [{ type: 'second_migration' }],
  key_moved: [{ type: 'key_moved', session: 'session-2' }],
  key_opened: [{ type: 'key_opened', session: 'session-2' }],
  hint: [
    { type: 'hint', hint: 'cat' },
    { type: 'hint', hint: null },
  ],
  probed: reasons.flatMap((reason) => outcomes.map((outcome) => ({ type: 'probed' as const, reason, outcome }))),
  held_back: [
    { type: 'held_back', code: 'limit.number_busy', retryAt: now + 60_000, phone: '+34600000000' },
    { type: 'held_back', code: 'limit.number_busy', retryAt: null, phone: null },
  ],
  limit_cleared: [{ type: 'limit_cleared' }],
  phone_wanted: [{ type: 'phone_wanted' }],
  qr_paused: [{ type: 'qr_paused' }],
  account_kept: [{ type: 'account_kept' }],
  account_discarded: [{ type: 'account_discarded' }],
  finished: [
    { type: 'finished', connectionId: 'con_2', outcome: 'reconnected', account: bob, advice: ['confirm_login'] },
  ],
  cancelled: [{ type: 'cancelled' }],
  expired: [{ type: 'expired' }],
};

/** Everything that may happen to it. */
export const everyEvent: SignInEvent[] = Object.values(byType).flat();

/** What sets one event apart from others of its type, in few words. */
export function nameOf(event: SignInEvent): string {
  switch (event.type) {
    case 'probed': {
      const { outcome, reason } = event;
      return `probed, ${reason}: ${outcome.kind}${outcome.kind === 'authorized' ? ` as ${outcome.account.name}` : ''}`;
    }
    case 'authorized':
      return `authorized as ${event.account.name}`;
    case 'code_sent':
      return `code_sent: ${event.sent.delivery.type}`;
    case 'token':
      return `token until ${event.expiresAt > now ? 'later' : 'before'}`;
    case 'hint':
      return `hint: ${event.hint ?? 'none'}`;
    case 'unreachable':
    case 'held_back':
      return `${event.type}${event.phone === null ? '' : ' with a number'}`;
    default:
      return event.type;
  }
}
