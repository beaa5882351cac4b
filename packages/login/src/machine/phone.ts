import type { Context, Move } from './effects.ts';
import type { EventOf, SignInEvent } from './events.ts';
import { authorized, fail, issue, stay, to, toPassword, triesAtMost, withIssue } from './moves.ts';
import { issueOf, kindOf } from './refusals.ts';
import { refused } from './refused.ts';
import type { SignIn, SignInStateOf } from './sign-in.ts';

type Phone = SignInStateOf<'phone'>;

/** The step that asks for a number, with a QR code beside it when wanted. */
export function phone(signIn: SignIn, state: Phone, event: SignInEvent, context: Context): Move {
  switch (event.type) {
    case 'code_sent':
      return codeSent(signIn, event, context);
    case 'email_required': {
      const { phone: number, phoneCodeHash } = event;
      return to({ ...signIn, phone: number }, { step: 'email', issue: null, phone: number, phoneCodeHash });
    }
    case 'payment_required':
      return typed(signIn, { ...state, suggest: 'qr', issue: issue('telegram.payment_required') }, event.phone);
    case 'sign_up_required':
      return fail(signIn, 'telegram.phone_number_unoccupied', 'phone', context.now);
    case 'authorized':
      return authorized(signIn, event.account, event.setUpPassword, context);
    case 'token':
      return tokenShown(signIn, state, event);
    case 'refused':
      return phoneRefused(signIn, state, event, context);
    case 'unreachable':
      return typed(signIn, { ...state, issue: issue('telegram.unreachable') }, event.phone);
    case 'unknown':
      return lost(signIn, state, event);
    case 'held_back':
      return typed(signIn, { ...state, issue: issue(event.code, event.retryAt) }, event.phone);
    case 'qr_paused':
      return paused(signIn, state);
    case 'probed':
      return probed(signIn, state, event, context);
    default:
      return stay(signIn);
  }
}

export function codeSent(signIn: SignIn, event: EventOf<'code_sent'>, { now }: Context): Move {
  const { delivery, phoneCodeHash, next } = event.sent;
  return to(
    { ...signIn, phone: event.phone },
    {
      step: 'code',
      issue: null,
      suggest: null,
      triesLeft: triesAtMost,
      sent: {
        phone: event.phone,
        phoneCodeHash,
        delivery,
        next: next === null ? null : { type: next.type, at: now + next.afterSeconds * 1000 },
      },
    },
  );
}

/** Keeps the number that was typed, so that it need not be typed again. */
const typed = (signIn: SignIn, state: Phone, number: string | null): Move =>
  number === null ? to(signIn, state) : to({ ...signIn, phone: number }, { ...state, storedPhone: number });

function tokenShown(signIn: SignIn, state: Phone, event: EventOf<'token'>): Move {
  const { token, expiresAt } = event;
  const lastTokenExpiresAt = Math.max(expiresAt, signIn.lastTokenExpiresAt ?? expiresAt);
  return to(
    { ...signIn, lastTokenExpiresAt, spareToken: null },
    { ...state, issue: null, suggest: null, qr: { token, expiresAt, paused: false } },
  );
}

function phoneRefused(signIn: SignIn, state: Phone, event: EventOf<'refused'>, context: Context): Move {
  const kind = kindOf(event.error);
  if (kind === 'doubtful') return lost(signIn, state, event);
  if (kind === 'try_qr' || event.error.policy === 'restart-qr')
    return typed(signIn, { ...state, suggest: 'qr', issue: issueOf(event.error, context.now) }, event.phone);
  if (event.error.name === 'PHONE_NUMBER_INVALID') return withIssue(signIn, state, issueOf(event.error, context.now));
  const move = refused(signIn, state, event, context);
  return move.signIn.state.step === 'phone'
    ? { ...typed(move.signIn, move.signIn.state, event.phone), effects: move.effects }
    : move;
}

/** A lost answer to `sendCode` loses the hash, and no probe sees it: the next code is the user's choice. */
function lost(signIn: SignIn, state: Phone, event: EventOf<'unknown' | 'refused'>): Move {
  if (event.method === 'sendCode') return typed(signIn, { ...state, issue: issue('attempt.interrupted') }, event.phone);
  return stay(signIn, [{ type: 'probe', reason: 'answer_lost' }]);
}

const paused = (signIn: SignIn, state: Phone): Move =>
  state.qr === null ? stay(signIn) : to(signIn, { ...state, qr: { ...state.qr, paused: true } });

function probed(signIn: SignIn, state: Phone, { reason, outcome }: EventOf<'probed'>, context: Context): Move {
  switch (outcome.kind) {
    case 'authorized':
      return authorized(signIn, outcome.account, false, context);
    case 'password_needed':
      return toPassword(signIn);
    case 'not_authorized':
      return reason === 'before_code' ? stay(signIn) : withIssue(signIn, state, issue('attempt.interrupted'));
    case 'unknown':
      if (reason === 'before_code') return withIssue(signIn, state, issue('telegram.unreachable'));
      return withIssue(signIn, state, issue('attempt.interrupted'), [{ type: 'keep_intent' }]);
  }
}
