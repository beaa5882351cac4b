import { describe, expect, test } from 'vitest';
import { refusal } from '../testing/refusal.ts';
import {
  bob,
  eve,
  now,
  onCode,
  onConfirm,
  onEmail,
  onPassword,
  onPhone,
  signInAt,
  withQr,
} from '../testing/sign-ins.ts';
import type { TelegramMethod } from '../ports/telegram-gateway.ts';
import type { Context, Effect } from './effects.ts';
import type { ProbeOutcome, ProbeReason, SignInEvent } from './events.ts';
import type { SignIn, SignInState } from './sign-in.ts';
import { transition } from './transition.ts';

const phone = '+34612345678';
const context: Context = { now, expected: null };
const codeSent: SignInEvent = {
  type: 'code_sent',
  phone,
  sent: {
    kind: 'code_sent',
    delivery: { type: 'sms', length: 6 },
    phoneCodeHash: 'hash-2',
    next: { type: 'call', afterSeconds: 90 },
  },
};
const refused = (method: TelegramMethod, name: string, more: Parameters<typeof refusal>[1] = {}): SignInEvent => ({
  type: 'refused',
  method,
  phone: method === 'sendCode' ? phone : null,
  error: refusal(name, more).error,
});
const probed = (reason: ProbeReason, outcome: ProbeOutcome): SignInEvent => ({ type: 'probed', reason, outcome });
const authorized: SignInEvent = { type: 'authorized', account: bob, setUpPassword: false };
const issue = (code: string, retryAt: number | null = null) => ({ issue: { code, retryAt } });
const finish = (account = bob): Effect => ({ type: 'finish', account, advice: ['confirm_login'] });
const cancelCode: Effect = { type: 'cancel_code', session: 'session-1', phone, phoneCodeHash: 'hash-1' };
const retired = (reason: string, notBefore = now) => ({ type: 'retire_key', session: 'session-1', reason, notBefore });
const probe = (reason: ProbeReason): Effect => ({ type: 'probe', reason });
const keepIntent: Effect = { type: 'keep_intent' };
const unknown = (method: TelegramMethod): SignInEvent => ({ type: 'unknown', method, phone: null });
const lateApproval = withQr.qr === null ? 0 : withQr.qr.expiresAt + 10_000;
const found = { kind: 'authorized', account: bob } as const;
const needed = { kind: 'password_needed' } as const;
const notYet = { kind: 'not_authorized' } as const;
const nobodyKnows = { kind: 'unknown' } as const;

/** Step, what is found, the state after it (in part), and what is to be done. */
type Row = [name: string, from: SignInState, event: SignInEvent, to: object, effects: object[]];

const phoneRows: Row[] = [
  ['a sent code', onPhone, codeSent, { step: 'code', triesLeft: 5, sent: { phoneCodeHash: 'hash-2', next: { type: 'call', at: now + 90_000 } } }, []],
  ['an email to set up', onPhone, { type: 'email_required', phone, phoneCodeHash: 'h' }, { step: 'email', phone, phoneCodeHash: 'h' }, []],
  ['a password', onPhone, refused('sendCode', 'SESSION_PASSWORD_NEEDED', { status: 401 }), { step: 'password', hint: null, triesLeft: 5 }, [{ type: 'fetch_hint' }]],
  ['a sign-in at once', onPhone, authorized, { step: 'phone' }, [finish()]],
  ['a sign-up', onPhone, { type: 'sign_up_required' }, { step: 'failed', code: 'telegram.phone_number_unoccupied', restart: 'phone' }, [retired('failed')]],
  ['a second migration', onPhone, { type: 'second_migration' }, { step: 'failed', code: 'telegram.second_migration' }, [retired('failed')]],
  ['a bad number', onPhone, refused('sendCode', 'PHONE_NUMBER_INVALID'), { step: 'phone', storedPhone: null, ...issue('telegram.phone_number_invalid') }, []],
  ['a flood', onPhone, refused('sendCode', 'FLOOD_WAIT', { status: 420, waitSeconds: 30 }), { step: 'phone', storedPhone: phone, ...issue('telegram.flood_wait', now + 30_000) }, []],
  ['a flooded number', onPhone, refused('sendCode', 'PHONE_NUMBER_FLOOD'), { step: 'phone', ...issue('telegram.phone_number_flood', now + 86_400_000) }, [{ type: 'block_number', phone, until: now + 86_400_000 }]],
  ['a flooded password', onPhone, refused('sendCode', 'PHONE_PASSWORD_FLOOD', { status: 406 }), { step: 'phone', ...issue('telegram.phone_password_flood', now + 86_400_000) }, [{ type: 'block_number', phone, until: now + 86_400_000 }]],
  ['a limit of our own', onPhone, { type: 'held_back', code: 'limit.number_busy', retryAt: now + 5, phone }, { step: 'phone', storedPhone: phone, ...issue('limit.number_busy', now + 5) }, []],
  ['a banned number', onPhone, refused('sendCode', 'PHONE_NUMBER_BANNED'), { step: 'phone', suggest: null, ...issue('telegram.phone_number_banned') }, []],
  ['no delivery', onPhone, refused('sendCode', 'SEND_CODE_UNAVAILABLE', { status: 406 }), { step: 'phone', suggest: 'qr', ...issue('telegram.send_code_unavailable') }, []],
  ['a payment', onPhone, { type: 'payment_required', phone }, { step: 'phone', suggest: 'qr', ...issue('telegram.payment_required') }, []],
  ['credentials that are refused now', onPhone, refused('sendCode', 'API_ID_INVALID'), { step: 'failed', restart: 'credentials', code: 'telegram.api_id_invalid' }, [retired('failed')]],
  ['no answer to the request for a code', onPhone, unknown('sendCode'), { step: 'phone', ...issue('attempt.interrupted') }, []],
  ['an error of Telegram itself', onPhone, refused('sendCode', 'RPC_CALL_FAIL', { status: 500 }), { step: 'phone', storedPhone: phone, ...issue('attempt.interrupted') }, []],
  ['a time-out of Telegram itself', onPhone, refused('sendCode', 'TIMEDOUT', { status: -503 }), { step: 'phone', ...issue('attempt.interrupted') }, []],
  ['nobody at the other end', onPhone, { type: 'unreachable', phone }, { step: 'phone', storedPhone: phone, ...issue('telegram.unreachable') }, []],
  ['a deactivated account', onPhone, refused('sendCode', 'USER_DEACTIVATED', { status: 401 }), { step: 'failed', restart: null }, [retired('failed')]],
  ['a dead key', onPhone, refused('sendCode', 'SESSION_REVOKED', { status: 401 }), { step: 'phone', ...issue('telegram.session_revoked') }, [retired('failed')]],
  ['a QR token', onPhone, { type: 'token', token: 'dA', expiresAt: now + 9 }, { step: 'phone', qr: { token: 'dA', expiresAt: now + 9, paused: false } }, []],
  ['an approved QR code', withQr, authorized, { step: 'phone' }, [finish()]],
  ['a QR code of somebody with a password', withQr, refused('exportLoginToken', 'SESSION_PASSWORD_NEEDED'), { step: 'password' }, [{ type: 'fetch_hint' }]],
  ['a lost answer about a QR code', withQr, unknown('exportLoginToken'), { step: 'phone' }, [probe('answer_lost')]],
  ['a QR code with nobody looking', withQr, { type: 'qr_paused' }, { step: 'phone', qr: { paused: true } }, []],
  ['a late approval found before a code', withQr, probed('before_code', found), { step: 'phone' }, [finish()]],
  ['no late approval', withQr, probed('before_code', notYet), { step: 'phone', issue: null }, []],
  ['no word on a late approval', withQr, probed('before_code', nobodyKnows), { step: 'phone', ...issue('telegram.unreachable') }, []],
  ['a move to another data centre', withQr, { type: 'key_moved', session: 'session-2' }, { step: 'phone', qr: null }, [retired('qr_left', lateApproval)]],
];

const codeRows: Row[] = [
  ['an authorisation', onCode, authorized, { step: 'code' }, [finish()]],
  ['a password', onCode, refused('signIn', 'SESSION_PASSWORD_NEEDED', { status: 401 }), { step: 'password' }, [{ type: 'fetch_hint' }]],
  ['a wrong code', onCode, refused('signIn', 'PHONE_CODE_INVALID'), { step: 'code', triesLeft: 4, ...issue('telegram.phone_code_invalid') }, [{ type: 'count_wrong_try', phone }]],
  ['an empty code', onCode, refused('signIn', 'PHONE_CODE_EMPTY'), { step: 'code', triesLeft: 4 }, [{ type: 'count_wrong_try', phone }]],
  ['the last wrong code', { ...onCode, triesLeft: 1 }, refused('signIn', 'PHONE_CODE_INVALID'), { step: 'phone', storedPhone: phone, ...issue('attempt.tries_exhausted') }, [{ type: 'count_wrong_try', phone }, cancelCode]],
  ['an expired code', onCode, refused('signIn', 'PHONE_CODE_EXPIRED'), { step: 'code' }, [probe('code_expired')]],
  ['an expired code that was accepted', onCode, probed('code_expired', found), { step: 'code' }, [finish()]],
  ['an expired code before a password', onCode, probed('code_expired', needed), { step: 'password' }, [{ type: 'fetch_hint' }]],
  ['an expired code indeed', onCode, probed('code_expired', notYet), { step: 'phone', storedPhone: phone, ...issue('telegram.phone_code_expired') }, []],
  ['a sign-up', onCode, { type: 'sign_up_required' }, { step: 'failed', code: 'telegram.phone_number_unoccupied' }, [cancelCode, retired('failed')]],
  ['a number without an account', onCode, refused('signIn', 'PHONE_NUMBER_UNOCCUPIED'), { step: 'failed', code: 'telegram.phone_number_unoccupied' }, [cancelCode, retired('failed')]],
  ['a flood', onCode, refused('signIn', 'FLOOD_WAIT', { status: 420, waitSeconds: 7 }), { step: 'code', triesLeft: 5, ...issue('telegram.flood_wait', now + 7_000) }, []],
  ['no answer', onCode, unknown('signIn'), { step: 'code' }, [probe('answer_lost')]],
  ['an error of Telegram itself', onCode, refused('signIn', 'SIGN_IN_FAILED', { status: 500 }), { step: 'code' }, [probe('answer_lost')]],
  ['no answer, yet in', onCode, probed('answer_lost', found), { step: 'code' }, [finish()]],
  ['no answer, and not in', onCode, probed('answer_lost', notYet), { step: 'code', triesLeft: 5, ...issue('attempt.interrupted') }, []],
  ['no answer to the probe either', onCode, probed('answer_lost', nobodyKnows), { step: 'code', ...issue('attempt.interrupted') }, [keepIntent]],
  ['another code', { ...onCode, triesLeft: 2 }, codeSent, { step: 'code', triesLeft: 5, sent: { phoneCodeHash: 'hash-2' } }, []],
  ['no other delivery', onCode, refused('resendCode', 'SEND_CODE_UNAVAILABLE', { status: 406 }), { step: 'code', suggest: 'qr', sent: { next: null }, ...issue('telegram.send_code_unavailable') }, []],
  ['no answer about another code', onCode, unknown('resendCode'), { step: 'code', ...issue('attempt.interrupted') }, []],
  ['too early for another code', onCode, { type: 'held_back', code: 'attempt.resend_too_early', retryAt: now + 60_000, phone }, { step: 'code', ...issue('attempt.resend_too_early', now + 60_000) }, []],
  ['another number', onCode, { type: 'phone_wanted' }, { step: 'phone', issue: null, storedPhone: phone }, [cancelCode]],
  ['a QR token', onCode, { type: 'token', token: 'dA', expiresAt: now + 9 }, { step: 'phone', qr: { token: 'dA' } }, [cancelCode]],
  ['a reset that was asked for', { ...onCode, sent: { ...onCode.sent, delivery: { type: 'email_code', pattern: 'a*', length: 6, resetAvailableAt: null, resetPendingAt: now + 99 } } }, refused('resetEmail', 'TASK_ALREADY_EXISTS'), { step: 'code', ...issue('telegram.task_already_exists', now + 99) }, []],
];

const emailRows: Row[] = [
  ['a code to the email', onEmail, { type: 'email_code_sent', pattern: 'b***@x.org', length: 6 }, { step: 'code', sent: { delivery: { type: 'email_setup', pattern: 'b***@x.org', length: 6 }, phoneCodeHash: 'hash-1' } }, []],
  ['a bad email', onEmail, refused('sendEmailCode', 'EMAIL_INVALID'), { step: 'email', ...issue('telegram.email_invalid') }, []],
  ['an email that is not allowed', onEmail, refused('sendEmailCode', 'EMAIL_NOT_ALLOWED'), { step: 'email', ...issue('telegram.email_not_allowed') }, []],
  ['an email nobody has confirmed', onEmail, refused('sendEmailCode', 'EMAIL_UNCONFIRMED'), { step: 'email', ...issue('telegram.email_unconfirmed') }, []],
  ['no answer', onEmail, unknown('sendEmailCode'), { step: 'email', ...issue('attempt.interrupted') }, []],
  ['another number', onEmail, { type: 'phone_wanted' }, { step: 'phone' }, [cancelCode]],
];

const passwordRows: Row[] = [
  ['an authorisation', onPassword, authorized, { step: 'password' }, [finish()]],
  ['a hint', { ...onPassword, hint: null }, { type: 'hint', hint: 'pet' }, { step: 'password', hint: 'pet' }, []],
  ['a wrong password', onPassword, refused('checkPassword', 'PASSWORD_HASH_INVALID'), { step: 'password', triesLeft: 4, ...issue('telegram.password_hash_invalid') }, [{ type: 'count_wrong_try', phone }]],
  ['the last wrong password', { ...onPassword, triesLeft: 1 }, refused('checkPassword', 'PASSWORD_HASH_INVALID'), { step: 'failed', code: 'attempt.tries_exhausted' }, [{ type: 'count_wrong_try', phone }, retired('failed')]],
  ['stale parameters, twice', onPassword, refused('checkPassword', 'SRP_ID_INVALID'), { step: 'password', triesLeft: 5, ...issue('telegram.srp_id_invalid') }, []],
  ['a sign-in that has lapsed', onPassword, refused('checkPassword', 'AUTH_KEY_UNREGISTERED', { status: 401 }), { step: 'phone', storedPhone: phone, ...issue('telegram.auth_key_unregistered') }, []],
  ['no answer', onPassword, unknown('checkPassword'), { step: 'password' }, [probe('answer_lost')]],
  ['no answer, yet in', onPassword, probed('answer_lost', found), { step: 'password' }, [finish()]],
  ['no answer, and still asked', onPassword, probed('answer_lost', needed), { step: 'password', triesLeft: 5, ...issue('attempt.interrupted') }, []],
  ['no answer, and lapsed', onPassword, probed('answer_lost', notYet), { step: 'phone', ...issue('telegram.auth_key_unregistered') }, []],
  ['no answer to the probe either', onPassword, probed('answer_lost', nobodyKnows), { step: 'password', ...issue('attempt.interrupted') }, [keepIntent]],
  ['another number', onPassword, { type: 'phone_wanted' }, { step: 'phone', storedPhone: phone }, [retired('replaced')]],
];

const confirmRows: Row[] = [
  ['kept', onConfirm, { type: 'account_kept' }, { step: 'confirm_account' }, [finish(eve)]],
  ['discarded', onConfirm, { type: 'account_discarded' }, { step: 'phone' }, [retired('discarded')]],
  ['cancelled', onConfirm, { type: 'cancelled' }, { step: 'cancelled' }, [retired('discarded')]],
  ['left until its end', onConfirm, { type: 'expired' }, { step: 'expired' }, [retired('discarded')]],
];

const anyRows: Row[] = [
  ['phone, cancelled', onPhone, { type: 'cancelled' }, { step: 'cancelled' }, [retired('cancelled')]],
  ['phone with a QR code, cancelled', withQr, { type: 'cancelled' }, { step: 'cancelled' }, [retired('qr_left', lateApproval)]],
  ['code, cancelled', onCode, { type: 'cancelled' }, { step: 'cancelled' }, [cancelCode, retired('cancelled')]],
  ['password, cancelled', onPassword, { type: 'cancelled' }, { step: 'cancelled' }, [retired('cancelled')]],
  ['code, past its end', onCode, { type: 'expired' }, { step: 'code' }, [probe('attempt_expired')]],
  ['code, past its end and not in', onCode, probed('attempt_expired', notYet), { step: 'expired' }, [cancelCode, retired('expired')]],
  ['code, past its end and unknown', onCode, probed('attempt_expired', nobodyKnows), { step: 'expired' }, [cancelCode, retired('expired')]],
  ['code, past its end and in', onCode, probed('attempt_expired', found), { step: 'code' }, [finish()]],
  ['phone with a QR code, past its end', withQr, probed('attempt_expired', notYet), { step: 'expired' }, [retired('qr_left', lateApproval)]],
  ['connected', onCode, { type: 'finished', connectionId: 'con_1', outcome: 'created', account: bob, advice: [] }, { step: 'connected', connectionId: 'con_1' }, []],
];

describe.each([
  ['phone', phoneRows],
  ['code', codeRows],
  ['email', emailRows],
  ['password', passwordRows],
  ['confirm_account', confirmRows],
  ['any', anyRows],
] as const)('%s:', (_step, rows) => {
  test.each(rows)('%s', (_name, from, event, to, effects) => {
    const move = transition(signInAt(from), event, context);
    expect(move.signIn.state).toMatchObject(to);
    expect(move.effects).toEqual(effects);
  });
});

const blank = { credentials: { apiId: 0, apiHash: '' }, session: null, spareToken: null, phone: null };

test.each<[string, SignInEvent]>([
  ['connected', { type: 'finished', connectionId: 'con_1', outcome: 'created', account: bob, advice: [] }],
  ['cancelled', { type: 'cancelled' }],
  ['failed', { type: 'second_migration' }],
])('nothing secret is left in an attempt that is %s', (_step, event) => {
  expect(transition(signInAt(onCode), event, context).signIn).toMatchObject(blank);
});

test('an ended attempt stays as it is, whatever comes', () => {
  const ended: SignIn = signInAt({ step: 'cancelled' }, { session: null });
  expect(transition(ended, authorized, context)).toEqual({ signIn: ended, effects: [] });
});

describe('a reconnect', () => {
  const expected = { now, expected: bob };
  test('that meets the account it expects goes on', () => {
    expect(transition(signInAt(onCode), authorized, expected).effects).toEqual([finish()]);
  });
  test('that meets another account asks first', () => {
    const move = transition(signInAt(onCode), { type: 'authorized', account: eve, setUpPassword: true }, expected);
    expect(move.signIn.state).toMatchObject({ step: 'confirm_account', found: eve, expected: bob });
    expect(move.signIn.session).toBe('session-1');
    expect(move.effects).toEqual([]);
  });
  test('that meets another account at its end does not keep it', () => {
    const move = transition(signInAt(onCode), probed('attempt_expired', { kind: 'authorized', account: eve }), expected);
    expect(move.signIn.state.step).toBe('expired');
    expect(move.effects).toContainEqual(retired('expired'));
  });
});

test('advises a password where Telegram does', () => {
  const move = transition(signInAt(onCode), { type: 'authorized', account: bob, setUpPassword: true }, context);
  expect(move.effects).toEqual([{ type: 'finish', account: bob, advice: ['confirm_login', 'set_up_password'] }]);
});

test("Telegram's own words reach the issue", () => {
  const event = refused('sendCode', 'UPDATE_APP_TO_LOGIN', { status: 406, text: 'Please update' });
  expect(transition(signInAt(onPhone), event, context).signIn.state).toMatchObject({
    issue: { code: 'telegram.update_app_to_login', text: 'Please update' },
  });
});
