import type { Context, Move } from './effects.ts';
import type { EventOf, SignInEvent } from './events.ts';
import { authorized, fail, issue, retire, stay, to, toPhone, withIssue } from './moves.ts';
import { issueOf, kindOf } from './refusals.ts';
import { refused } from './refused.ts';
import type { SignIn, SignInStateOf } from './sign-in.ts';

type Password = SignInStateOf<'password'>;

/** The step that asks for the cloud password of two-step verification. */
export function password(signIn: SignIn, state: Password, event: SignInEvent, context: Context): Move {
  switch (event.type) {
    case 'hint':
      return to(signIn, { ...state, hint: event.hint });
    case 'authorized':
      return authorized(signIn, event.account, event.setUpPassword, context);
    case 'refused':
      return passwordRefused(signIn, state, event, context);
    case 'unreachable':
      return withIssue(signIn, state, issue('telegram.unreachable'));
    case 'unknown':
      return stay(signIn, [{ type: 'probe', reason: 'answer_lost' }]);
    case 'held_back':
      return withIssue(signIn, state, issue(event.code, event.retryAt));
    case 'phone_wanted': {
      // The key is half signed in: another number needs another one.
      const retired = retire(signIn, 'replaced', context.now);
      return toPhone(retired.signIn, null, retired.effects);
    }
    case 'probed':
      return probed(signIn, state, event, context);
    default:
      return stay(signIn);
  }
}

function passwordRefused(signIn: SignIn, state: Password, event: EventOf<'refused'>, context: Context): Move {
  const { error } = event;
  switch (kindOf(error)) {
    case 'wrong_password':
      return wrongPassword(signIn, state, event, context);
    case 'not_authorized':
      return toPhone(signIn, issueOf(error, context.now));
    case 'doubtful':
    case 'password_needed':
      return stay(signIn, [{ type: 'probe', reason: 'answer_lost' }]);
    default:
      return refused(signIn, state, event, context);
  }
}

function wrongPassword(signIn: SignIn, state: Password, { error }: EventOf<'refused'>, { now }: Context): Move {
  const counted = { type: 'count_wrong_try', phone: signIn.phone } as const;
  const triesLeft = state.triesLeft - 1;
  if (triesLeft > 0) return to(signIn, { ...state, triesLeft, issue: issueOf(error, now) }, [counted]);
  const failed = fail(signIn, 'attempt.tries_exhausted', 'phone', now);
  return { ...failed, effects: [counted, ...failed.effects] };
}

function probed(signIn: SignIn, state: Password, { outcome }: EventOf<'probed'>, context: Context): Move {
  switch (outcome.kind) {
    case 'authorized':
      return authorized(signIn, outcome.account, false, context);
    case 'password_needed':
      return withIssue(signIn, state, issue('attempt.interrupted'));
    case 'not_authorized':
      return toPhone(signIn, issue('telegram.auth_key_unregistered'));
    case 'unknown':
      return withIssue(signIn, state, issue('attempt.interrupted'), [{ type: 'keep_intent' }]);
  }
}
