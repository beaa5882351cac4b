import { setTimeout as sleep } from 'node:timers/promises';
import type { TelegramClient } from 'telegram';
import { openTelegram, type TelegramNetwork } from './open-telegram.ts';
import { ConnectProblem } from './request.ts';
import type { LeaseRequest, RenewedLease, SessionLease } from './types.ts';

/** What a job gets besides the client. */
export interface Hold {
  /** Grows with every lease of the connection. */
  fence: number;
  /** Aborts when the lease is over: the client is being destroyed, nothing more may be asked of Telegram. */
  signal: AbortSignal;
}

export type Job<Result> = (telegram: TelegramClient, hold: Hold) => Promise<Result>;

/** The lease ended before the job did: it was revoked, the user reconnected, or it could not be renewed in time. */
export class LeaseEnded extends Error {
  constructor() {
    super('the lease has ended');
    this.name = 'LeaseEnded';
  }
}

export interface Leases {
  take(connectionId: string, request: LeaseRequest): Promise<SessionLease>;
  renew(leaseId: string): Promise<RenewedLease>;
  release(leaseId: string): Promise<void>;
  report(leaseId: string, error: string): Promise<void>;
}

interface Setting {
  leases: Leases;
  network: TelegramNetwork | null;
}

/** Telegram knows no fences, so the connection is closed before anybody else may open one. */
const letGoBeforeMs = 10_000;
const tryAgainMs = 1_000;

/** What Telegram calls a session that is over. */
const isOver = /^(AUTH_KEY_|SESSION_(REVOKED|EXPIRED|PASSWORD_NEEDED)|USER_DEACTIVATED|FROZEN_)/;

/**
 * Leases a session, connects a client, runs the job and gives everything back, whatever happens. Renews while the job
 * runs. What Telegram says of a dead session is reported. @throws ConnectProblem, LeaseEnded, what the job throws
 */
export async function withSession<Result>(
  { leases, network }: Setting,
  connectionId: string,
  job: Job<Result>,
  request: LeaseRequest,
): Promise<Result> {
  const lease = await leases.take(connectionId, request);
  const over = new AbortController();
  const done = new AbortController();
  const renewals = renewUntil({ leases, lease, seconds: request.seconds, over, done: done.signal });
  let telegram: TelegramClient | null = null;
  try {
    telegram = await openTelegram(lease, network);
    over.signal.throwIfAborted();
    return await Promise.race([job(telegram, { fence: lease.fence, signal: over.signal }), endOf(over.signal)]);
  } catch (error) {
    await report(leases, lease.id, error);
    throw error;
  } finally {
    done.abort();
    await renewals;
    await telegram?.destroy().catch(() => undefined);
    await leases.release(lease.id).catch(() => undefined);
  }
}

interface Renewal {
  leases: Leases;
  lease: SessionLease;
  seconds: number;
  over: AbortController;
  done: AbortSignal;
}

/** Renews at half time. A server that can't be reached is asked again until it is time to let go. */
async function renewUntil({ leases, lease, seconds, over, done }: Renewal): Promise<void> {
  let letGoAt = Date.parse(lease.expiresAt) - letGoBeforeMs;
  let wait = (seconds * 1000) / 2 - letGoBeforeMs / 2;
  while (!done.aborted) {
    await sleep(Math.max(0, Math.min(wait, letGoAt - Date.now())), undefined, { signal: done }).catch(() => undefined);
    if (done.aborted) return;
    const renewed = Date.now() >= letGoAt ? 'refused' : await renew(leases, lease.id);
    if (renewed === 'refused') return over.abort(new LeaseEnded());
    if (renewed !== null) letGoAt = Date.parse(renewed.expiresAt) - letGoBeforeMs;
    wait = renewed === null ? tryAgainMs : (seconds * 1000) / 2 - letGoBeforeMs / 2;
  }
}

/** Null: nobody answered, or not now. */
async function renew(leases: Leases, id: string): Promise<RenewedLease | 'refused' | null> {
  try {
    return await leases.renew(id);
  } catch (error) {
    return error instanceof ConnectProblem && error.status < 500 && error.status !== 429 ? 'refused' : null;
  }
}

const endOf = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });

/** Of an error of GramJS: the name that Telegram gave it. */
const nameOf = (error: unknown): string | null =>
  error instanceof Error && 'errorMessage' in error && typeof error.errorMessage === 'string'
    ? error.errorMessage
    : null;

async function report(leases: Leases, id: string, error: unknown): Promise<void> {
  const name = nameOf(error);
  if (name !== null && isOver.test(name)) await leases.report(id, name).catch(() => undefined);
}
