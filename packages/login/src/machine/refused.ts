import type { Context, Effect, Move } from './effects.ts';
import type { EventOf } from './events.ts';
import { fail, retire, stay, to, toPassword, toPhone, withIssue } from './moves.ts';
import { issueOf, kindOf } from './refusals.ts';
import type { SignIn, SignInStateOf } from './sign-in.ts';

type Asking = SignInStateOf<'phone' | 'code' | 'email' | 'password'>;

/** What a refusal leads to in every step that has no row of its own for it. */
export function refused(signIn: SignIn, state: Asking, event: EventOf<'refused'>, context: Context): Move {
  const { error } = event;
  const { now } = context;
  switch (kindOf(error)) {
    case 'password_needed':
      return toPassword(signIn);
    case 'bad_credentials':
      return fail(signIn, error.code, 'credentials', now);
    case 'no_account':
      return fail(signIn, error.code, 'phone', now);
    case 'account_closed':
      return fail(signIn, error.code, null, now);
    case 'cooldown':
      return withIssue(
        signIn,
        state,
        issueOf(error, now),
        block(event.phone ?? signIn.phone, issueOf(error, now).retryAt),
      );
    case 'dead_key': {
      const retired = retire(signIn, 'failed', now);
      return toPhone(retired.signIn, issueOf(error, now), retired.effects);
    }
    case 'code_expired':
      return codeExpired(signIn, state, event, context);
    case 'bad_number':
      return toPhone(signIn, issueOf(error, now));
    case 'bad_email':
      return badEmail(signIn, state, event, context);
    case 'other':
      return other(signIn, state, event, context);
    case 'not_authorized':
    case 'try_qr':
    case 'wrong_code':
    case 'wrong_password':
    case 'doubtful':
      return withIssue(signIn, state, issueOf(error, now));
  }
}

function codeExpired(signIn: SignIn, state: Asking, { error }: EventOf<'refused'>, { now }: Context): Move {
  if (state.step === 'code') return stay(signIn, [{ type: 'probe', reason: 'code_expired' }]);
  // With a password pending the code has done its work, and the key must not go back to a number.
  if (state.step === 'password') return withIssue(signIn, state, issueOf(error, now));
  return toPhone(signIn, issueOf(error, now));
}

/** The address is asked for again where it was given, not where its code is typed. */
function badEmail(signIn: SignIn, state: Asking, { error }: EventOf<'refused'>, { now }: Context): Move {
  const found = issueOf(error, now);
  if (state.step !== 'code' || state.sent.delivery.type !== 'email_setup') return withIssue(signIn, state, found);
  const { phone, phoneCodeHash } = state.sent;
  return to(signIn, { step: 'email', issue: found, phone, phoneCodeHash });
}

/** While Telegram asks to wait for a code, nobody else gets this number to ask again either. */
function other(signIn: SignIn, state: Asking, { error, method, phone }: EventOf<'refused'>, { now }: Context): Move {
  const found = issueOf(error, now);
  const asksForCode = method === 'sendCode' || method === 'resendCode';
  const effects = asksForCode && error.policy === 'retry-after' ? block(phone ?? signIn.phone, found.retryAt) : [];
  return withIssue(signIn, state, found, effects);
}

const block = (phone: string | null, until: number | null): Effect[] =>
  phone === null || until === null ? [] : [{ type: 'block_number', phone, until }];
