import { apply } from './perform.ts';
import type { Turn } from './turn.ts';
import type { CommandOf } from './verb.ts';

/** A reconnect has met another account than before: keep it beside the old one, or log it out again. */
export const confirmAccount = (turn: Turn, { decision }: CommandOf<'confirm_account'>): Promise<void> =>
  apply(turn, { type: decision === 'add' ? 'account_kept' : 'account_discarded' });
