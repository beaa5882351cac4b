import type { Context, Effect, Move } from './effects.ts';
import type { EventOf } from './events.ts';
import { fail, retire, stay, toPassword, toPhone, withIssue } from './moves.ts';
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
      return state.step === 'code'
        ? stay(signIn, [{ type: 'probe', reason: 'code_expired' }])
        : toPhone(signIn, issueOf(error, now));
    case 'not_authorized':
    case 'try_qr':
    case 'wrong_code':
    case 'wrong_password':
    case 'doubtful':
    case 'other':
      return withIssue(signIn, state, issueOf(error, now));
  }
}

const block = (phone: string | null, until: number | null): Effect[] =>
  phone === null || until === null ? [] : [{ type: 'block_number', phone, until }];
