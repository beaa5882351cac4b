import { toPublic } from '../machine/to-public.ts';
import { type AttemptRecord, LeaseLost, StaleRevision } from '../ports/vault.ts';
import { type Actor, Refusal } from '../ports/world.ts';
import { listen } from './changes.ts';
import { type SignInDeps, withinDeadline } from './deps.ts';
import { type Held, takeLease } from './lease.ts';
import { keyOf } from './turn.ts';

const askAgainMs = 250;

/** The lease, the attempt as it is under it, and what is left of the time. */
export interface Doing {
  held: Held;
  record: AttemptRecord;
  signal: AbortSignal;
}

export interface OnAttempt<T> {
  deps: SignInDeps;
  actor: Actor;
  attemptId: string;
  /** Looks before the lease is taken, and again each time somebody else has changed the attempt; null: go on. */
  look: (record: AttemptRecord) => { answer: T } | null;
  work: (doing: Doing) => Promise<T>;
}

/**
 * Works on an attempt alone. Who finds it busy waits and looks again, so that equal commands get one answer.
 * @throws Refusal attempt.not_found, attempt.stale_revision (still busy after a whole deadline)
 */
export async function withAttempt<T>({ deps, actor, attemptId, look, work }: OnAttempt<T>): Promise<T> {
  const changes = listen(deps.feed, attemptId, 'server');
  const load = () => loadAttempt(deps, actor, attemptId);
  const signal = withinDeadline(deps);
  try {
    for (;;) {
      const record = await load();
      const seen = look(record);
      if (seen !== null) return seen.answer;
      const held = await takeLease(deps, keyOf(record));
      if (held !== null) {
        const done = await alone(deps, held, attemptId, async () =>
          unlessLost(async () => work({ held, record: await load(), signal })),
        );
        if (done !== lost) return done;
      }
      if (signal.aborted) throw new Refusal('attempt.stale_revision', { attempt: toPublic(record) });
      await changes.wait(askAgainMs, signal);
    }
  } finally {
    changes.stop();
  }
}

const lost = Symbol('lost');

/** Another process has taken over (we were stopped for too long): what it has made of the attempt counts. */
async function unlessLost<T>(work: () => Promise<T>): Promise<T | typeof lost> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof LeaseLost || error instanceof StaleRevision) return lost;
    throw error;
  }
}

/** Gives the lease back and tells everybody, whatever happened. */
export async function alone<T>(deps: SignInDeps, held: Held, attemptId: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await held.release();
    deps.feed.publish(attemptId);
  }
}

/** @throws Refusal attempt.not_found, for an attempt of somebody else as well. */
export async function loadAttempt({ vault }: SignInDeps, actor: Actor, attemptId: string): Promise<AttemptRecord> {
  const record = await vault.attempt(actor.userId, attemptId);
  if (record === null) throw new Refusal('attempt.not_found');
  return record;
}
