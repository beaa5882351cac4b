import type { TelegramMethod } from '../ports/telegram-gateway.ts';
import type { Context, Move } from './effects.ts';
import type { EventOf, SignInEvent } from './events.ts';
import { authorized, cancelCode, fail, issue, stay, to, toPassword, toPhone, withIssue } from './moves.ts';
import { codeSent, phone } from './phone.ts';
import { issueOf, kindOf } from './refusals.ts';
import { refused } from './refused.ts';
import type { SignIn, SignInStateOf } from './sign-in.ts';

type Code = SignInStateOf<'code'>;

const mayAuthorize: ReadonlySet<TelegramMethod> = new Set([
  'signIn',
  'verifyEmail',
  'exportLoginToken',
  'importLoginToken',
]);

/** The step that asks for the code Telegram has sent, wherever it went. */
export function code(signIn: SignIn, state: Code, event: SignInEvent, context: Context): Move {
  switch (event.type) {
    case 'code_sent':
      return codeSent(signIn, event, context);
    case 'email_required': {
      const { phone: number, phoneCodeHash } = event;
      return to(signIn, { step: 'email', issue: null, phone: number, phoneCodeHash });
    }
    case 'payment_required':
      return to(signIn, { ...state, suggest: 'qr', issue: issue('telegram.payment_required') });
    case 'sign_up_required':
      return fail(signIn, 'telegram.phone_number_unoccupied', 'phone', context.now);
    case 'authorized':
      return authorized(signIn, event.account, event.setUpPassword, context);
    case 'token': {
      const shown = toPhone(signIn, null, cancelCode(signIn));
      const move = phone(shown.signIn, shown.phone, event, context);
      return { ...move, effects: [...shown.effects, ...move.effects] };
    }
    case 'refused':
      return codeRefused(signIn, state, event, context);
    case 'unreachable':
      return withIssue(signIn, state, issue('telegram.unreachable'));
    case 'unknown':
      return lost(signIn, state, event.method);
    case 'held_back':
      return withIssue(signIn, state, issue(event.code, event.retryAt));
    case 'phone_wanted':
      return toPhone(signIn, null, cancelCode(signIn));
    case 'probed':
      return probed(signIn, state, event, context);
    default:
      return stay(signIn);
  }
}

function codeRefused(signIn: SignIn, state: Code, event: EventOf<'refused'>, context: Context): Move {
  const { error, method } = event;
  const kind = kindOf(error);
  if (kind === 'wrong_code' && (method === 'signIn' || method === 'verifyEmail'))
    return wrongCode(signIn, state, event, context);
  if (kind === 'doubtful') return lost(signIn, state, method);
  const isOver = kind === 'not_authorized' || (kind === 'code_expired' && method === 'verifyEmail');
  if (isOver) return toPhone(signIn, issueOf(error, context.now));
  if (kind === 'try_qr') {
    const sent = { ...state.sent, next: null };
    return to(signIn, { ...state, sent, suggest: 'qr', issue: issueOf(error, context.now) });
  }
  if (error.name === 'TASK_ALREADY_EXISTS' && state.sent.delivery.type === 'email_code')
    return withIssue(signIn, state, issue(error.code, state.sent.delivery.resetPendingAt));
  return refused(signIn, state, event, context);
}

function wrongCode(signIn: SignIn, state: Code, { error }: EventOf<'refused'>, { now }: Context): Move {
  const counted = { type: 'count_wrong_try', phone: state.sent.phone } as const;
  const triesLeft = state.triesLeft - 1;
  if (triesLeft > 0) return to(signIn, { ...state, triesLeft, issue: issueOf(error, now) }, [counted]);
  return toPhone(signIn, issue('attempt.tries_exhausted'), [counted, ...cancelCode(signIn)]);
}

/** Only requests that may authorise are probed; a lost answer to a request for a code is never repeated by us. */
function lost(signIn: SignIn, state: Code, method: TelegramMethod): Move {
  if (mayAuthorize.has(method)) return stay(signIn, [{ type: 'probe', reason: 'answer_lost' }]);
  return withIssue(signIn, state, issue('attempt.interrupted'));
}

function probed(signIn: SignIn, state: Code, { reason, outcome }: EventOf<'probed'>, context: Context): Move {
  switch (outcome.kind) {
    case 'authorized':
      return authorized(signIn, outcome.account, false, context);
    case 'password_needed':
      return toPassword(signIn);
    case 'not_authorized':
      if (reason === 'code_expired') return toPhone(signIn, issue('telegram.phone_code_expired'));
      return withIssue(signIn, state, issue('attempt.interrupted'));
    case 'unknown':
      return withIssue(signIn, state, issue('attempt.interrupted'), [{ type: 'keep_intent' }]);
  }
}
