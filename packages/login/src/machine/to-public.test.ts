import { describe, expect, test } from 'vitest';
import type { SentDelivery } from '../ports/telegram-gateway.ts';
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
import type { SignInState } from './sign-in.ts';
import { publicAccount, toPublic } from './to-public.ts';

const at = (ms: number) => new Date(ms).toISOString();
const masked = '+34 ••• ••• 678';

const attempt = (state: SignInState) =>
  toPublic({
    id: 'att_1',
    userId: 'u1',
    reference: 'CN-7K3M-Q2WD',
    revision: 7,
    eventId: 9,
    createdAt: now,
    expiresAt: now + 600_000,
    connectionId: 'con_1',
    consent: { version: 'v', locale: null, at: now },
    intent: null,
    signIn: signInAt(state),
    replay: null,
  });
const shown = (state: SignInState) => attempt(state).state;

test('an attempt shows what a page needs, and nothing of how it is done', () => {
  expect(attempt(onEmail)).toEqual({
    id: 'att_1',
    reference: 'CN-7K3M-Q2WD',
    revision: 7,
    expiresAt: at(now + 600_000),
    connectionId: 'con_1',
    state: { step: 'email', issue: null, phoneMasked: masked },
  });
});

describe('the step', () => {
  test('phone', () => {
    const empty = { step: 'phone', issue: null, suggest: null, country: 'ES', storedPhoneMasked: null, qr: null };
    expect(shown(onPhone)).toEqual(empty);
    const { phone } = bob;
    expect(shown({ ...withQr, storedPhone: phone, suggest: 'qr' })).toEqual({
      ...empty,
      suggest: 'qr',
      storedPhoneMasked: masked,
      qr: { url: 'tg://login?token=dG9rZW4', urlExpiresAt: at(now + 30_000), paused: false },
    });
  });

  test('code', () => {
    const code = { step: 'code', issue: null, suggest: null, phoneMasked: masked, triesLeft: 5 };
    expect(shown(onCode)).toEqual({
      ...code,
      delivery: { type: 'app', length: 5 },
      resend: { type: 'sms', at: at(now + 60_000) },
    });
    expect(shown({ ...onCode, sent: { ...onCode.sent, next: null } })).toMatchObject({ resend: null });
  });

  test('password', () => {
    expect(shown(onPassword)).toEqual({ step: 'password', issue: null, hint: 'pet', triesLeft: 5 });
  });

  test('confirm_account', () => {
    expect(shown(onConfirm)).toEqual({
      step: 'confirm_account',
      issue: null,
      found: { id: eve.id, name: 'Eve', username: null, phoneMasked: '+34 ••• ••• 321' },
      expected: { id: bob.id, name: 'Bob', username: 'bob', phoneMasked: masked },
    });
  });

  test('connected', () => {
    const advice = ['confirm_login' as const];
    const state = { step: 'connected', connectionId: 'con_1', outcome: 'created', account: bob, advice } as const;
    expect(shown({ ...state, advice })).toEqual({ ...state, account: publicAccount(bob) });
  });

  test('failed, cancelled and expired', () => {
    const failed = { step: 'failed', code: 'attempt.tries_exhausted', restart: 'phone' } as const;
    expect(shown({ ...failed, retryAt: null })).toEqual({ ...failed, retryAt: null });
    expect(shown({ ...failed, retryAt: now })).toEqual({ ...failed, retryAt: at(now) });
    expect(shown({ step: 'cancelled' })).toEqual({ step: 'cancelled' });
    expect(shown({ step: 'expired' })).toEqual({ step: 'expired' });
  });
});

describe('an issue', () => {
  const issue = { code: 'telegram.flood_wait', retryAt: now } as const;
  test('has a time, and is told on each page that asks', () => {
    for (const state of [onPhone, onCode, onEmail, onPassword, onConfirm])
      expect(shown({ ...state, issue })).toMatchObject({ issue: { code: issue.code, retryAt: at(now) } });
  });
  test('has words and a command only where there are some', () => {
    const of = (more: object) => (shown({ ...onEmail, issue: { ...issue, ...more } }) as { issue: object }).issue;
    expect(of({ retryAt: null })).toStrictEqual({ code: issue.code, retryAt: null });
    expect(of({ text: 'Wait' })).toStrictEqual({ code: issue.code, retryAt: at(now), text: 'Wait' });
    expect(of({ command: 'show_qr' })).toStrictEqual({ code: issue.code, retryAt: at(now), command: 'show_qr' });
  });
});

describe('a delivery', () => {
  const deliveryOf = (delivery: SentDelivery) => shown({ ...onCode, sent: { ...onCode.sent, delivery } });
  test.each<SentDelivery>([
    { type: 'app', length: 5 },
    { type: 'sms', length: 5 },
    { type: 'call', length: 5 },
    { type: 'firebase', length: 5 },
    { type: 'email_setup', pattern: 'a*', length: 6 },
    { type: 'sms_word', beginning: 'a' },
    { type: 'sms_phrase', beginning: 'a' },
    { type: 'missed_call', prefix: '+34', length: 5 },
    { type: 'fragment', url: 'https://fragment.com/x', length: 5 },
    { type: 'unknown' },
  ] as SentDelivery[])('by $type is told as it is', (delivery) => {
    expect(deliveryOf(delivery)).toMatchObject({ delivery });
  });
  test('by email has its times', () => {
    const delivery = { type: 'email_code', pattern: 'a*', length: 6 } as const;
    expect(deliveryOf({ ...delivery, resetAvailableAt: now, resetPendingAt: null })).toMatchObject({
      delivery: { ...delivery, resetAvailableAt: at(now), resetPendingAt: null },
    });
    expect(deliveryOf({ ...delivery, resetAvailableAt: null, resetPendingAt: now })).toMatchObject({
      delivery: { ...delivery, resetAvailableAt: null, resetPendingAt: at(now) },
    });
  });
});

test('an account shows the mask that is stored with it, or one of its number', () => {
  expect(publicAccount(eve, 'stored')).toEqual({ id: eve.id, name: 'Eve', username: null, phoneMasked: 'stored' });
});
