import { setTimeout as sleep } from 'node:timers/promises';
import type { Lease } from '../ports/vault.ts';
import type { SignInDeps } from './deps.ts';

type LeaseDeps = Pick<SignInDeps, 'vault' | 'clock' | 'log'>;

/** Short, and renewed while we live: after a crash the next one waits no longer than this. */
const leaseMs = 6_000;
const renewEveryMs = 2_000;
const askAgainMs = 50;

export interface Held {
  lease(): Lease;
  /** Never rejects: a lease that could not be given back lapses. */
  release(): Promise<void>;
}

/** Takes the lease of a resource, or answers null if somebody has it. */
export async function takeLease(deps: LeaseDeps, resource: string): Promise<Held | null> {
  const { vault, clock, log } = deps;
  const now = clock.now();
  let lease = await vault.lease(resource, now, now + leaseMs);
  if (lease === null) return null;
  let last: Lease = lease;
  let renewal: Promise<void> = Promise.resolve();
  const renew = async () => {
    try {
      lease = await vault.renew(last, clock.now() + leaseMs);
      last = lease;
    } catch {
      log.warn('lease.renewal_failed', { method: 'renew' });
    }
  };
  const timer = setInterval(() => (renewal = renewal.then(renew)), renewEveryMs);
  timer.unref();
  return {
    lease: () => last,
    release: async () => {
      clearInterval(timer);
      await renewal;
      await vault.release(last).catch(() => log.warn('lease.release_failed', { method: 'release' }));
    },
  };
}

/** The same, but waits up to `waitMs` for whoever has it, and no longer than `signal` lets it. */
export async function awaitLease(
  deps: LeaseDeps,
  resource: string,
  waitMs: number,
  signal?: AbortSignal,
): Promise<Held | null> {
  const until = performance.now() + waitMs;
  for (;;) {
    const held = await takeLease(deps, resource);
    if (held !== null || performance.now() >= until || signal?.aborted === true) return held;
    await sleep(askAgainMs);
  }
}

/** Waits for somebody like us only: who has taken a lease for longer (a host) will not give it back in time. */
export async function awaitShortLease(
  deps: LeaseDeps,
  resource: string,
  waitMs: number,
  signal?: AbortSignal,
): Promise<Held | null> {
  const now = deps.clock.now();
  const until = await deps.vault.leasedUntil(resource, now);
  return until !== null && until - now > leaseMs ? null : awaitLease(deps, resource, waitMs, signal);
}
