import { describe, expect, test } from 'vitest';
import type { SignInEvent } from './events.ts';
import type { SignIn, SignInState } from './sign-in.ts';
import { transition } from './transition.ts';
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
import {
  type Row,
  authorized,
  cancelCode,
  context,
  finish,
  found,
  lateApproval,
  nobodyKnows,
  notYet,
  probe,
  probed,
  refused,
  retired,
  testRows,
} from '../testing/transition-rows.ts';

const rows: Row[] = [
  ['phone, cancelled', onPhone, { type: 'cancelled' }, { step: 'cancelled' }, [retired('cancelled')]],
  [
    'phone with a QR code, cancelled',
    withQr,
    { type: 'cancelled' },
    { step: 'cancelled' },
    [retired('qr_left', lateApproval)],
  ],
  ['code, cancelled', onCode, { type: 'cancelled' }, { step: 'cancelled' }, [cancelCode, retired('cancelled')]],
  ['password, cancelled', onPassword, { type: 'cancelled' }, { step: 'cancelled' }, [retired('cancelled')]],
  ['code, past its end', onCode, { type: 'expired' }, { step: 'code' }, [probe('attempt_expired')]],
  [
    'code, past its end and not in',
    onCode,
    probed('attempt_expired', notYet),
    { step: 'expired' },
    [cancelCode, retired('expired')],
  ],
  [
    'code, past its end and unknown',
    onCode,
    probed('attempt_expired', nobodyKnows),
    { step: 'expired' },
    [cancelCode, retired('expired')],
  ],
  ['code, past its end and in', onCode, probed('attempt_expired', found), { step: 'code' }, [finish()]],
  [
    'phone with a QR code, past its end',
    withQr,
    probed('attempt_expired', notYet),
    { step: 'expired' },
    [retired('qr_left', lateApproval)],
  ],
  [
    'connected',
    onCode,
    { type: 'finished', connectionId: 'con_1', outcome: 'created', account: bob, advice: [] },
    { step: 'connected', connectionId: 'con_1' },
    [],
  ],
];

testRows(rows);

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

describe('without a key', () => {
  const keyless = signInAt(onCode, { session: null });
  test.each<SignInEvent>([{ type: 'cancelled' }, { type: 'expired' }])(
    '$type ends with nothing to be done',
    (event) => {
      const move = transition(keyless, event, context);
      expect(move).toMatchObject({ signIn: { state: { step: event.type } }, effects: [] });
    },
  );
  test('there is none to be left behind', () => {
    const shown = signInAt(withQr, { session: null });
    expect(transition(shown, { type: 'key_moved', session: 'session-2' }, context).effects).toEqual([]);
  });
});

describe('another key', () => {
  const spareToken = { token: 'c3BhcmU', expiresAt: now };
  test('in place of one that showed no QR code leaves nothing behind, and changes no page', () => {
    const before = signInAt(onCode, { spareToken });
    const move = transition(before, { type: 'key_moved', session: 'session-2' }, context);
    expect(move).toEqual({ signIn: { ...before, session: 'session-2', spareToken: null }, effects: [] });
  });
  test('is taken over as it is opened, with no token of the one before', () => {
    const before = signInAt(withQr, { spareToken });
    const move = transition(before, { type: 'key_opened', session: 'session-2' }, context);
    const after = { ...before, session: 'session-2', spareToken: null, lastTokenExpiresAt: null };
    expect(move).toEqual({ signIn: after, effects: [] });
  });
  test('is watched from now on if the token has lapsed already', () => {
    const before = signInAt(withQr, { lastTokenExpiresAt: now - 20_000 });
    const move = transition(before, { type: 'key_moved', session: 'session-2' }, context);
    expect(move.effects).toEqual([retired('qr_left', now)]);
    expect(transition(before, { type: 'cancelled' }, context).effects).toEqual([retired('cancelled', now)]);
  });
});

test.each<[string, SignInState, SignInEvent]>([
  ['phone', onPhone, { type: 'phone_wanted' }],
  ['code', onCode, { type: 'qr_paused' }],
  ['email', onEmail, { type: 'qr_paused' }],
  ['password', onPassword, { type: 'account_kept' }],
  ['confirm_account', onConfirm, { type: 'phone_wanted' }],
])('what means nothing to the step %s changes nothing', (_, from, event) => {
  const before = signInAt(from);
  expect(transition(before, event, context)).toEqual({ signIn: before, effects: [] });
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
  test('that meets its own account at its end keeps it', () => {
    const move = transition(signInAt(onCode), probed('attempt_expired', found), expected);
    expect(move.effects).toEqual([finish()]);
  });
  test('that meets another account at its end does not keep it', () => {
    const move = transition(
      signInAt(onCode),
      probed('attempt_expired', { kind: 'authorized', account: eve }),
      expected,
    );
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
