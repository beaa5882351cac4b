import { isTerminal } from '@botize/contract';
import type { AttemptRecord } from '../ports/vault.ts';
import type { Actor } from '../ports/world.ts';
import type { SignInDeps } from './deps.ts';
import { inTurn } from './in-turn.ts';
import { apply } from './perform.ts';
import { commitTurn } from './turn.ts';
import { withAttempt } from './with-attempt.ts';

/**
 * Ends an attempt: its code is called off, its key retired. Ended attempts stay as they are, so it may be repeated.
 * @throws Refusal attempt.not_found
 */
export async function cancelAttempt(deps: SignInDeps, actor: Actor, attemptId: string): Promise<void> {
  const look = ({ signIn }: AttemptRecord) => (isTerminal(signIn.state.step) ? { answer: undefined } : null);
  await withAttempt<undefined>({
    deps,
    actor,
    attemptId,
    look,
    work: async ({ held, record, signal }) => {
      if (look(record) !== null) return undefined;
      return inTurn({ deps, actor, held, work: 'cancel', record, signal }, async (turn) => {
        await apply(turn, { type: 'cancelled' });
        await commitTurn(turn, null);
        return undefined;
      });
    },
  });
}
