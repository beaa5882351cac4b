import type { Disconnected } from '@botize/contract';
import type { Actor } from '../ports/world.ts';
import type { SignInDeps } from './deps.ts';
import { drainKey } from './drain-retired-keys.ts';
import { awaitShortLease } from './lease.ts';
import { connectionKey, loadConnection } from './list-connections.ts';
import { retiredKey } from './retire-key.ts';
import { auditActor } from './turn.ts';

/** A check of ours is over by then; who still holds the connection is a host. */
const checkMs = 1_000;
/** What a host gets to put its session down before it is logged out under its hands. */
const hostGraceMs = 5_000;

/**
 * Erases the connection, for everybody and at once, then logs its session out at Telegram; what doesn't succeed now
 * is tried again until it does. @throws Refusal connection.not_found
 */
export async function disconnectConnection(deps: SignInDeps, actor: Actor, id: string): Promise<Disconnected> {
  await loadConnection(deps, actor, id);
  const held = await awaitShortLease(deps, connectionKey(id), checkMs);
  const key = await erase(deps, actor, id, held === null ? hostGraceMs : 0).finally(() => held?.release());
  if (key === null || held === null) return { remoteLogout: key === null ? 'confirmed' : 'pending' };
  return { remoteLogout: (await drainKey(deps, key)) ? 'confirmed' : 'pending' };
}

async function erase(deps: SignInDeps, actor: Actor, id: string, graceMs: number) {
  const { vault, gateway, clock } = deps;
  const { userId, generation } = await loadConnection(deps, actor, id);
  const secret = await vault.connectionSecret(userId, id);
  const now = clock.now();
  const key =
    secret === null ? null : retiredKey(deps, { userId, reason: 'disconnected', notBefore: now + graceMs, secret });
  await gateway.release(connectionKey(id));
  const action = 'connection.disconnected' as const;
  const entry = { userId, at: now, actor: auditActor(actor), action, connectionId: id };
  await vault.commit(null, [
    ...(key === null ? [] : [{ type: 'key.retire' as const, key }]),
    { type: 'connection.erase', userId, id },
    { type: 'audit', entry: { ...entry, detail: { generation } } },
  ]);
  return key;
}
