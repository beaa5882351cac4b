import { createHash } from 'node:crypto';
import type { ConnectionRecord } from '../ports/vault.ts';
import { Refusal } from '../ports/world.ts';
import { checkConnection } from './check-connection.ts';
import type { SignInDeps } from './deps.ts';
import { systemActor } from './turn.ts';

/** A check comes up to this part of the interval early, so that what was connected together isn't checked together. */
const earliest = 0.2;
/** What could not be asked says nothing about the session: it is asked again after this part of the interval. */
const retry = 1 / 12;
const atOnce = 4;
/** Records that can't be checked stay the oldest; this many times the limit is looked at to get past them. */
const lookFurther = 5;

export interface DueChecks {
  /** Milliseconds between two checks of one connection, at most. */
  intervalMs: number;
  /** How many are checked in one go. */
  limit: number;
}

/** Checks the connections that are due, longest unchecked first; answers how many. Those that somebody holds wait. */
export async function checkDueConnections(deps: SignInDeps, { intervalMs, limit }: DueChecks): Promise<number> {
  const now = deps.clock.now();
  const checkedBefore = now - intervalMs * (1 - earliest);
  const unreachableBefore = now - intervalMs * retry * (1 - earliest);
  const looked = limit * lookFurther;
  const candidates = await deps.vault.connectionsToCheck({ checkedBefore, unreachableBefore, now, limit: looked });
  const due = candidates.filter((record) => dueAt(record, intervalMs) <= now);
  let checked = 0;
  for (let from = 0; from < due.length && checked < limit; from += atOnce) {
    const done = await Promise.all(due.slice(from, from + atOnce).map((record) => checkOne(deps, record)));
    checked += done.filter(Boolean).length;
  }
  return checked;
}

/** Each connection has a rhythm of its own, and a new one after each check. */
export function dueAt({ id, lastCheck, connectedAt }: ConnectionRecord, intervalMs: number): number {
  const last = lastCheck?.at ?? connectedAt;
  const part = createHash('sha256').update(`${id} ${last}`).digest().readUInt32BE() / 2 ** 32;
  const wait = lastCheck?.outcome === 'unreachable' ? intervalMs * retry : intervalMs;
  return last + wait * (1 - earliest * part);
}

async function checkOne(deps: SignInDeps, { id, userId }: ConnectionRecord): Promise<boolean> {
  try {
    await checkConnection(deps, systemActor(userId), id);
    return true;
  } catch (error) {
    const code = error instanceof Refusal ? error.code : 'server.internal';
    deps.log.warn('connection.check_skipped', { connectionId: id, code });
    return false;
  }
}
