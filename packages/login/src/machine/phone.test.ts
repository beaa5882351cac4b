import { expect, test } from 'vitest';
import { now, onPhone, signInAt, withQr } from '../testing/sign-ins.ts';
import { transition } from './transition.ts';
import {
  type Row,
  authorized,
  codeSent,
  context,
  finish,
  found,
  issue,
  keepIntent,
  lateApproval,
  needed,
  nobodyKnows,
  notYet,
  phone,
  probe,
  probed,
  refused,
  retired,
  testRows,
  unknown,
} from '../testing/transition-rows.ts';

const rows: Row[] = [
  [
    'a sent code',
    onPhone,
    codeSent,
    { step: 'code', triesLeft: 5, sent: { phoneCodeHash: 'hash-2', next: { type: 'call', at: now + 90_000 } } },
    [],
  ],
  [
    'an email to set up',
    onPhone,
    { type: 'email_required', phone, phoneCodeHash: 'h' },
    { step: 'email', phone, phoneCodeHash: 'h' },
    [],
  ],
  [
    'a password',
    onPhone,
    refused('sendCode', 'SESSION_PASSWORD_NEEDED', { status: 401 }),
    { step: 'password', hint: null, triesLeft: 5 },
    [{ type: 'fetch_hint' }],
  ],
  ['a sign-in at once', onPhone, authorized, { step: 'phone' }, [finish()]],
  [
    'a sign-up',
    onPhone,
    { type: 'sign_up_required' },
    { step: 'failed', code: 'telegram.phone_number_unoccupied', restart: 'phone' },
    [retired('failed')],
  ],
  [
    'a second migration',
    onPhone,
    { type: 'second_migration' },
    { step: 'failed', code: 'telegram.second_migration', restart: 'phone' },
    [retired('failed')],
  ],
  [
    'a bad number',
    onPhone,
    refused('sendCode', 'PHONE_NUMBER_INVALID'),
    { step: 'phone', storedPhone: null, ...issue('telegram.phone_number_invalid') },
    [],
  ],
  [
    'a flood',
    onPhone,
    refused('sendCode', 'FLOOD_WAIT', { status: 420, waitSeconds: 30 }),
    { step: 'phone', storedPhone: phone, ...issue('telegram.flood_wait', now + 30_000) },
    [],
  ],
  [
    'a flooded number',
    onPhone,
    refused('sendCode', 'PHONE_NUMBER_FLOOD'),
    { step: 'phone', ...issue('telegram.phone_number_flood', now + 86_400_000) },
    [{ type: 'block_number', phone, until: now + 86_400_000 }],
  ],
  [
    'a flooded password',
    onPhone,
    refused('sendCode', 'PHONE_PASSWORD_FLOOD', { status: 406 }),
    { step: 'phone', ...issue('telegram.phone_password_flood', now + 86_400_000) },
    [{ type: 'block_number', phone, until: now + 86_400_000 }],
  ],
  [
    'a limit of our own',
    onPhone,
    { type: 'held_back', code: 'limit.number_busy', retryAt: now + 5, phone },
    { step: 'phone', storedPhone: phone, ...issue('limit.number_busy', now + 5) },
    [],
  ],
  [
    'a banned number',
    onPhone,
    refused('sendCode', 'PHONE_NUMBER_BANNED'),
    { step: 'phone', suggest: null, ...issue('telegram.phone_number_banned') },
    [],
  ],
  [
    'no delivery',
    onPhone,
    refused('sendCode', 'SEND_CODE_UNAVAILABLE', { status: 406 }),
    { step: 'phone', suggest: 'qr', ...issue('telegram.send_code_unavailable') },
    [],
  ],
  [
    'a payment',
    onPhone,
    { type: 'payment_required', phone },
    { step: 'phone', suggest: 'qr', ...issue('telegram.payment_required') },
    [],
  ],
  [
    'credentials that are refused now',
    onPhone,
    refused('sendCode', 'API_ID_INVALID'),
    { step: 'failed', restart: 'credentials', code: 'telegram.api_id_invalid' },
    [retired('failed')],
  ],
  [
    'no answer to the request for a code',
    onPhone,
    unknown('sendCode'),
    { step: 'phone', ...issue('attempt.interrupted') },
    [],
  ],
  [
    'an error of Telegram itself',
    onPhone,
    refused('sendCode', 'RPC_CALL_FAIL', { status: 500 }),
    { step: 'phone', storedPhone: phone, ...issue('attempt.interrupted') },
    [],
  ],
  [
    'a time-out of Telegram itself',
    onPhone,
    refused('sendCode', 'TIMEDOUT', { status: -503 }),
    { step: 'phone', ...issue('attempt.interrupted') },
    [],
  ],
  [
    'nobody at the other end',
    onPhone,
    { type: 'unreachable', phone },
    { step: 'phone', storedPhone: phone, ...issue('telegram.unreachable') },
    [],
  ],
  [
    'a deactivated account',
    onPhone,
    refused('sendCode', 'USER_DEACTIVATED', { status: 401 }),
    { step: 'failed', restart: null },
    [retired('failed')],
  ],
  [
    'a dead key',
    onPhone,
    refused('sendCode', 'SESSION_REVOKED', { status: 401 }),
    { step: 'phone', ...issue('telegram.session_revoked') },
    [retired('failed')],
  ],
  [
    'a QR token',
    onPhone,
    { type: 'token', token: 'dA', expiresAt: now + 9 },
    { step: 'phone', qr: { token: 'dA', expiresAt: now + 9, paused: false } },
    [],
  ],
  ['an approved QR code', withQr, authorized, { step: 'phone' }, [finish()]],
  [
    'a QR code of somebody with a password',
    withQr,
    refused('exportLoginToken', 'SESSION_PASSWORD_NEEDED'),
    { step: 'password' },
    [{ type: 'fetch_hint' }],
  ],
  ['a lost answer about a QR code', withQr, unknown('exportLoginToken'), { step: 'phone' }, [probe('answer_lost')]],
  [
    'a limit of ours that was cleared',
    { ...onPhone, issue: { code: 'limit.codes_for_number', retryAt: now + 1 } },
    { type: 'limit_cleared' },
    { step: 'phone', issue: null },
    [],
  ],
  [
    'a wait of Telegram’s when a limit of ours was cleared',
    { ...onPhone, issue: { code: 'telegram.flood_wait', retryAt: now + 1 } },
    { type: 'limit_cleared' },
    { step: 'phone', issue: { code: 'telegram.flood_wait' } },
    [],
  ],
  ['a QR code with nobody looking', withQr, { type: 'qr_paused' }, { step: 'phone', qr: { paused: true } }, []],
  ['a late approval found before a code', withQr, probed('before_code', found), { step: 'phone' }, [finish()]],
  ['no late approval', withQr, probed('before_code', notYet), { step: 'phone', issue: null }, []],
  [
    'no word on a late approval',
    withQr,
    probed('before_code', nobodyKnows),
    { step: 'phone', ...issue('telegram.unreachable') },
    [],
  ],
  [
    'a move to another data centre',
    withQr,
    { type: 'key_moved', session: 'session-2' },
    { step: 'phone', qr: null },
    [retired('qr_left', lateApproval)],
  ],
  [
    'a sent code that cannot be sent otherwise',
    onPhone,
    { ...codeSent, sent: { ...codeSent.sent, next: null } },
    { step: 'code', sent: { phone, next: null } },
    [],
  ],
  [
    'nobody at the other end of a QR code',
    { ...onPhone, storedPhone: phone },
    { type: 'unreachable', phone: null },
    { step: 'phone', storedPhone: phone, ...issue('telegram.unreachable') },
    [],
  ],
  [
    'a refusal that only a QR code gets round',
    onPhone,
    refused('sendCode', 'PHONE_NUMBER_BANNED', { policy: 'restart-qr' }),
    { step: 'phone', suggest: 'qr', storedPhone: phone, ...issue('telegram.phone_number_banned') },
    [],
  ],
  ['nobody looking, with no QR code', onPhone, { type: 'qr_paused' }, onPhone, []],
  [
    'a password behind a QR code',
    withQr,
    probed('before_code', needed),
    { step: 'password' },
    [{ type: 'fetch_hint' }],
  ],
  [
    'no answer, and not in',
    withQr,
    probed('interrupted', notYet),
    { step: 'phone', ...issue('attempt.interrupted') },
    [],
  ],
  [
    'no answer to the probe either',
    withQr,
    probed('interrupted', nobodyKnows),
    { step: 'phone', ...issue('attempt.interrupted') },
    [keepIntent],
  ],
  [
    'a number without an account',
    onPhone,
    refused('sendCode', 'PHONE_NUMBER_UNOCCUPIED'),
    { step: 'failed', code: 'telegram.phone_number_unoccupied', restart: 'phone' },
    [retired('failed')],
  ],
  [
    'a wait for a code',
    onPhone,
    refused('sendCode', 'FLOOD_WAIT', { status: 420, policy: 'retry-after', waitSeconds: 30 }),
    { step: 'phone', storedPhone: phone, ...issue('telegram.flood_wait', now + 30_000) },
    [{ type: 'block_number', phone, until: now + 30_000 }],
  ],
  [
    'a wait without an end',
    onPhone,
    refused('sendCode', 'FLOOD_WAIT', { status: 420, policy: 'retry-after' }),
    { step: 'phone', ...issue('telegram.flood_wait') },
    [],
  ],
  [
    'a wait for a number nobody knows',
    onPhone,
    refused('resendCode', 'FLOOD_WAIT', { policy: 'retry-after', waitSeconds: 30 }),
    { step: 'phone', ...issue('telegram.flood_wait', now + 30_000) },
    [],
  ],
  [
    'a code that has expired',
    onPhone,
    refused('sendCode', 'PHONE_CODE_EXPIRED'),
    { step: 'phone', storedPhone: phone, ...issue('telegram.phone_code_expired') },
    [],
  ],
  [
    'a key that is not signed in',
    onPhone,
    refused('sendCode', 'AUTH_KEY_UNREGISTERED', { status: 401 }),
    { step: 'phone', storedPhone: phone, ...issue('telegram.auth_key_unregistered') },
    [],
  ],
  [
    'a wrong code where none was given',
    onPhone,
    refused('sendCode', 'PHONE_CODE_INVALID'),
    { step: 'phone', storedPhone: phone, ...issue('telegram.phone_code_invalid') },
    [],
  ],
];

testRows(rows);

test('the latest end of any token that was shown is remembered, and the spare one is used up', () => {
  const spare = { token: 'c3BhcmU', expiresAt: now + 5 };
  const event = { type: 'token', token: 'dA', expiresAt: now + 9 } as const;
  const first = transition(signInAt(onPhone, { spareToken: spare }), event, context).signIn;
  expect(first).toMatchObject({ lastTokenExpiresAt: now + 9, spareToken: null });
  expect(transition(signInAt(withQr), event, context).signIn.lastTokenExpiresAt).toBe(now + 30_000);
  const later = { ...event, expiresAt: now + 60_000 };
  expect(transition(signInAt(withQr), later, context).signIn.lastTokenExpiresAt).toBe(now + 60_000);
});

test('the number that was typed is the one in use', () => {
  for (const event of [
    codeSent,
    { type: 'email_required', phone, phoneCodeHash: 'h' } as const,
    refused('sendCode', 'FLOOD_WAIT'),
  ])
    expect(transition(signInAt(onPhone), event, context).signIn.phone).toBe(phone);
});
