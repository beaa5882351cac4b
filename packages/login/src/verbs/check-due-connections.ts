import { Refusal } from '../ports/world.ts';
import { checkConnection } from './check-connection.ts';
import type { SignInDeps } from './deps.ts';
import { systemActor } from './turn.ts';

/** Checks those connections that have waited longest since `checkedBefore`; answers how many. Leased ones wait. */
export async function checkDueConnections(
  deps: SignInDeps,
  { checkedBefore, limit }: { checkedBefore: number; limit: number },
): Promise<number> {
  const due = await deps.vault.connectionsToCheck(checkedBefore, limit);
  let checked = 0;
  for (const { id, userId } of due) {
    try {
      await checkConnection(deps, systemActor(userId), id);
      checked += 1;
    } catch (error) {
      const code = error instanceof Refusal ? error.code : 'server.internal';
      deps.log.warn('connection.check_skipped', { connectionId: id, code });
    }
  }
  return checked;
}
