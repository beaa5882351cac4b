import type { UserErased } from '@botize/contract';
import { type Actor, Refusal } from '../ports/world.ts';
import { cancelAttempt } from './cancel-attempt.ts';
import { type SignInDeps, withinDeadline } from './deps.ts';
import { disconnectConnection } from './disconnect-connection.ts';
import { awaitLease } from './lease.ts';
import { auditActor } from './turn.ts';

/**
 * Erases all that is stored of a user: the open attempt is cancelled, every connection disconnected, the rest removed.
 * What stays: keys that Telegram has not logged out yet, and the audit for the time that the installation states. It
 * may be repeated, also for somebody who was never here. @throws Refusal server.busy (a sign-in is being started)
 */
export async function eraseUser(deps: SignInDeps, actor: Actor, userId: string): Promise<UserErased> {
  const owner = { ...actor, userId };
  // Whoever starts a sign-in holds this lease: none begins while the user is being erased.
  const held = await awaitLease(deps, `user:${userId}`, deps.deadlineMs);
  if (held === null) throw new Refusal('server.busy');
  try {
    return await eraseAlone(deps, owner);
  } finally {
    await held.release();
  }
}

async function eraseAlone(deps: SignInDeps, owner: Actor): Promise<UserErased> {
  const { vault, clock } = deps;
  const { userId } = owner;
  const signal = withinDeadline(deps);
  const erased = { disconnected: 0, pending: 0 };
  for (;;) {
    await cancelOpenAttempt(deps, owner);
    for (const { id } of await vault.connections(userId)) {
      const { remoteLogout } = await disconnect(deps, owner, id);
      erased.disconnected += 1;
      erased.pending += remoteLogout === 'pending' ? 1 : 0;
    }
    const detail = { disconnected: erased.disconnected };
    const entry = { userId, at: clock.now(), actor: auditActor(owner), action: 'user.erased' as const, detail };
    if (await vault.eraseUser(entry)) return erased;
    // A command that was under way has finished with a connection in between.
    if (signal.aborted) throw new Refusal('server.busy');
  }
}

async function cancelOpenAttempt(deps: SignInDeps, owner: Actor): Promise<void> {
  const open = await deps.vault.openAttempt(owner.userId);
  if (open !== null) await cancelAttempt(deps, owner, open.id);
}

/** Somebody else may have disconnected it meanwhile: then it is gone, which is what was wanted. */
async function disconnect(deps: SignInDeps, owner: Actor, id: string) {
  try {
    return await disconnectConnection(deps, owner, id);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'connection.not_found') return { remoteLogout: 'confirmed' };
    throw error;
  }
}
