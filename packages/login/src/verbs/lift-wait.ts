import { isTerminal } from '@botize/contract';
import type { AttemptRecord } from '../ports/vault.ts';
import type { Actor } from '../ports/world.ts';
import type { SignInDeps } from './deps.ts';
import { inTurn } from './in-turn.ts';
import { apply } from './perform.ts';
import { commitTurn } from './turn.ts';
import { withAttempt } from './with-attempt.ts';

/** Takes a wait off the page whose limit was cleared. @throws Refusal attempt.not_found */
export async function liftWait(deps: SignInDeps, actor: Actor, attemptId: string): Promise<void> {
  const look = ({ signIn: { state } }: AttemptRecord) =>
    isTerminal(state.step) || !('issue' in state) || !state.issue?.code.startsWith('limit.')
      ? { answer: undefined }
      : null;
  await withAttempt<undefined>({
    deps,
    actor,
    attemptId,
    look,
    work: async ({ held, record, signal }) => {
      if (look(record) !== null) return undefined;
      return inTurn({ deps, actor, held, work: 'limit_cleared', record, signal }, async (turn) => {
        await apply(turn, { type: 'limit_cleared' });
        await commitTurn(turn, null);
        return undefined;
      });
    },
  });
}
