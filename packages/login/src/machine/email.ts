import type { Context, Move } from './effects.ts';
import type { EventOf, SignInEvent } from './events.ts';
import { authorized, cancelCode, issue, stay, to, toPassword, toPhone, triesAtMost, withIssue } from './moves.ts';
import { issueOf, kindOf } from './refusals.ts';
import { refused } from './refused.ts';
import type { SignIn, SignInStateOf } from './sign-in.ts';

type Email = SignInStateOf<'email'>;

/** The step that asks for a login email, which Telegram wants before it sends any code. */
export function email(signIn: SignIn, state: Email, event: SignInEvent, context: Context): Move {
  switch (event.type) {
    case 'email_code_sent':
      return setUpCodeSent(signIn, state, event);
    case 'refused':
      return emailRefused(signIn, state, event, context);
    case 'unreachable':
      return withIssue(signIn, state, issue('telegram.unreachable'));
    case 'unknown':
      return withIssue(signIn, state, issue('attempt.interrupted'));
    case 'held_back':
      return withIssue(signIn, state, issue(event.code, event.retryAt));
    case 'phone_wanted':
      return toPhone(signIn, null, cancelCode(signIn));
    case 'authorized':
      return authorized(signIn, event.account, event.setUpPassword, context);
    case 'probed':
      return probed(signIn, state, event, context);
    default:
      return stay(signIn);
  }
}

function setUpCodeSent(signIn: SignIn, state: Email, { pattern, length }: EventOf<'email_code_sent'>): Move {
  const { phone, phoneCodeHash } = state;
  const delivery = { type: 'email_setup', pattern, length } as const;
  const sent = { phone, phoneCodeHash, delivery, next: null };
  return to(signIn, { step: 'code', issue: null, suggest: null, sent, triesLeft: triesAtMost });
}

function emailRefused(signIn: SignIn, state: Email, event: EventOf<'refused'>, context: Context): Move {
  const kind = kindOf(event.error);
  if (kind === 'doubtful') return withIssue(signIn, state, issue('attempt.interrupted'));
  if (kind === 'not_authorized') return toPhone(signIn, issueOf(event.error, context.now));
  return refused(signIn, state, event, context);
}

function probed(signIn: SignIn, state: Email, { outcome }: EventOf<'probed'>, context: Context): Move {
  switch (outcome.kind) {
    case 'authorized':
      return authorized(signIn, outcome.account, false, context);
    case 'password_needed':
      return toPassword(signIn);
    case 'not_authorized':
      return withIssue(signIn, state, issue('attempt.interrupted'));
    case 'unknown':
      return withIssue(signIn, state, issue('attempt.interrupted'), [{ type: 'keep_intent' }]);
  }
}
