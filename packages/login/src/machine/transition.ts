import { isTerminal } from '@botize/contract';
import { code } from './code.ts';
import { confirmAccount } from './confirm-account.ts';
import type { Context, Effect, Move } from './effects.ts';
import { email } from './email.ts';
import type { EventOf, SignInEvent } from './events.ts';
import { end, fail, lateApprovalMs, stay, to, withoutSecrets } from './moves.ts';
import { password } from './password.ts';
import { phone } from './phone.ts';
import type { SignIn } from './sign-in.ts';

/**
 * Every step of a sign-in: what follows from an event. Pure and total; an event that means nothing to the step
 * changes nothing. The effects are the caller's to perform, in their order.
 */
export function transition(signIn: SignIn, event: SignInEvent, context: Context): Move {
  if (isTerminal(signIn.state.step)) return stay(signIn);
  switch (event.type) {
    case 'cancelled':
      return end(signIn, { step: 'cancelled' }, reasonToLeave(signIn, 'cancelled'), context.now);
    case 'expired':
      return expired(signIn, context);
    case 'limit_cleared':
      return limitCleared(signIn);
    case 'second_migration':
      return fail(signIn, 'telegram.second_migration', 'phone', context.now);
    case 'key_opened':
      return stay({ ...signIn, session: event.session, spareToken: null, lastTokenExpiresAt: null });
    case 'key_moved':
      return keyMoved(signIn, event, context);
    case 'finished':
      return finished(signIn, event);
    case 'probed':
      return event.reason === 'attempt_expired' ? expiryProbed(signIn, event, context) : inStep(signIn, event, context);
    default:
      return inStep(signIn, event, context);
  }
}

function inStep(signIn: SignIn, event: SignInEvent, context: Context): Move {
  const { state } = signIn;
  switch (state.step) {
    case 'phone':
      return phone(signIn, state, event, context);
    case 'code':
      return code(signIn, state, event, context);
    case 'email':
      return email(signIn, state, event, context);
    case 'password':
      return password(signIn, state, event, context);
    case 'confirm_account':
      return confirmAccount(signIn, state, event, context);
    case 'connected':
    case 'failed':
    case 'cancelled':
    case 'expired':
      return stay(signIn);
  }
}

/** What Telegram wants waited for stays. */
function limitCleared(signIn: SignIn): Move {
  const { state } = signIn;
  if (!('issue' in state) || !state.issue?.code.startsWith('limit.')) return stay(signIn);
  return to(signIn, { ...state, issue: null });
}

const reasonToLeave = ({ state }: SignIn, otherwise: 'cancelled' | 'expired') =>
  state.step === 'confirm_account' ? 'discarded' : otherwise;

/** A session nobody has agreed to keep is never kept by the clock; any other key is asked first. */
function expired(signIn: SignIn, { now }: Context): Move {
  if (signIn.session === null || signIn.state.step === 'confirm_account')
    return end(signIn, { step: 'expired' }, reasonToLeave(signIn, 'expired'), now);
  return stay(signIn, [{ type: 'probe', reason: 'attempt_expired' }]);
}

function expiryProbed(signIn: SignIn, { outcome }: EventOf<'probed'>, { now, expected }: Context): Move {
  const wanted = outcome.kind === 'authorized' && (expected === null || expected.id === outcome.account.id);
  if (wanted) return stay(signIn, [{ type: 'finish', account: outcome.account, advice: ['confirm_login'] }]);
  return end(signIn, { step: 'expired' }, 'expired', now);
}

/** The old key was never authorised, unless somebody approves a QR token that it once showed. */
function keyMoved(signIn: SignIn, { session }: EventOf<'key_moved'>, { now }: Context): Move {
  const { lastTokenExpiresAt, state } = signIn;
  const left: Effect[] =
    lastTokenExpiresAt === null || signIn.session === null
      ? []
      : [
          {
            type: 'retire_key',
            session: signIn.session,
            reason: 'qr_left',
            notBefore: Math.max(now, lastTokenExpiresAt + lateApprovalMs),
          },
        ];
  const moved = { ...signIn, session, spareToken: null, lastTokenExpiresAt: null };
  return to(moved, state.step === 'phone' ? { ...state, qr: null } : state, left);
}

function finished(signIn: SignIn, { connectionId, outcome, account, advice }: EventOf<'finished'>): Move {
  return to(withoutSecrets(signIn), { step: 'connected', connectionId, outcome, account, advice });
}
