import { isTerminal } from '@botize/contract';
import { expect, test } from 'vitest';
import type { Context, Effect, Move } from '../machine/effects.ts';
import type { EventOf, ProbeOutcome, ProbeReason, SignInEvent } from '../machine/events.ts';
import type { SignIn, SignInState } from '../machine/sign-in.ts';
import { transition } from '../machine/transition.ts';
import type { TelegramMethod } from '../ports/telegram-gateway.ts';
import { refusal } from './refusal.ts';
import { bob, now, signInAt, withQr } from './sign-ins.ts';

export const phone = '+34612345678';
export const context: Context = { now, expected: null };
export const codeSent: EventOf<'code_sent'> = {
  type: 'code_sent',
  phone,
  sent: {
    kind: 'code_sent',
    delivery: { type: 'sms', length: 6 },
    phoneCodeHash: 'hash-2',
    next: { type: 'call', afterSeconds: 90 },
  },
};
export const refused = (
  method: TelegramMethod,
  name: string,
  more: Parameters<typeof refusal>[1] = {},
): SignInEvent => ({
  type: 'refused',
  method,
  phone: method === 'sendCode' ? phone : null,
  error: refusal(name, more).error,
});
export const probed = (reason: ProbeReason, outcome: ProbeOutcome): SignInEvent => ({
  type: 'probed',
  reason,
  outcome,
});
export const authorized: SignInEvent = { type: 'authorized', account: bob, setUpPassword: false };
export const issue = (code: string, retryAt: number | null = null) => ({ issue: { code, retryAt } });
export const finish = (account = bob): Effect => ({ type: 'finish', account, advice: ['confirm_login'] });
export const cancelCode: Effect = { type: 'cancel_code', session: 'session-1', phone, phoneCodeHash: 'hash-1' };
export const retired = (reason: string, notBefore = now) => ({
  type: 'retire_key',
  session: 'session-1',
  reason,
  notBefore,
});
export const probe = (reason: ProbeReason): Effect => ({ type: 'probe', reason });
export const keepIntent: Effect = { type: 'keep_intent' };
export const unknown = (method: TelegramMethod): SignInEvent => ({ type: 'unknown', method, phone: null });
export const lateApproval = withQr.qr === null ? 0 : withQr.qr.expiresAt + 10_000;
export const found = { kind: 'authorized', account: bob } as const;
export const needed = { kind: 'password_needed' } as const;
export const notYet = { kind: 'not_authorized' } as const;
export const nobodyKnows = { kind: 'unknown' } as const;

/** What was found, on which step, the state after it (in part), and what is to be done. */
export type Row = [found: string, from: SignInState, event: SignInEvent, to: object, effects: object[]];

/** What holds of every move: an end keeps nothing, and nothing else is lost on the way; a key goes only when retired. */
function expectNothingLost(before: SignIn, { signIn, effects }: Move, event: SignInEvent): void {
  expect(signIn.country).toBe(before.country);
  if (isTerminal(signIn.state.step)) {
    expect(signIn).toMatchObject({
      credentials: { apiId: 0, apiHash: '' },
      session: null,
      spareToken: null,
      phone: null,
    });
    return;
  }
  expect(signIn.credentials).toEqual(before.credentials);
  const isRetired = effects.some((effect) => effect.type === 'retire_key');
  const session = event.type === 'key_moved' || event.type === 'key_opened' ? event.session : before.session;
  expect(signIn.session).toBe(isRetired && event.type !== 'key_moved' ? null : session);
}

/** One test for each row of a table of transitions. */
export function testRows(rows: Row[]): void {
  test.each(rows)('%s', (...[, from, event, to, effects]) => {
    const before = signInAt(from);
    const move = transition(before, event, context);
    expect(move.signIn.state).toMatchObject(to);
    expect(move.effects).toEqual(effects);
    expectNothingLost(before, move, event);
  });
}
