import type { Context, Move } from './effects.ts';
import type { SignInEvent } from './events.ts';
import { retire, stay, toPhone } from './moves.ts';
import type { SignIn, SignInStateOf } from './sign-in.ts';

/** A reconnect met another account: it is asked about, never swapped silently. */
export function confirmAccount(
  signIn: SignIn,
  state: SignInStateOf<'confirm_account'>,
  event: SignInEvent,
  context: Context,
): Move {
  switch (event.type) {
    case 'account_kept':
      return stay(signIn, [{ type: 'finish', account: state.found, advice: state.advice }]);
    case 'account_discarded': {
      const retired = retire(signIn, 'discarded', context.now);
      const phone = context.expected?.phone ?? null;
      return toPhone({ ...retired.signIn, phone }, null, retired.effects);
    }
    default:
      return stay(signIn);
  }
}
