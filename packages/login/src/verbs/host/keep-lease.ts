import type { RenewedLease } from '@botize/contract';
import type { HostKey, HostLeaseRecord } from '../../ports/host.ts';
import { LeaseLost, type AuditEntry } from '../../ports/vault.ts';
import { Refusal } from '../../ports/world.ts';
import { connectionKey } from '../list-connections.ts';
import { auditActor } from '../turn.ts';
import { hostActor, type HostDeps } from './deps.ts';
import { leaseGapMs } from './lease-session.ts';

type LeaseDeps = Pick<HostDeps, 'host' | 'clock'>;

/**
 * Extends a lease from now. One that has run out, was revoked, or whose session is not the connection's any more
 * (the user has reconnected) can't be: its holder has to let go. @throws Refusal lease.not_found
 */
export async function renewLease(deps: LeaseDeps, id: string): Promise<RenewedLease> {
  const record = await loadLease(deps, id);
  const now = deps.clock.now();
  const connection = await deps.host.connectionOfAnybody(record.connectionId);
  const isGood = connection?.generation === record.generation && connection.status === 'connected';
  if (!isGood || record.expiresAt <= now) throw new Refusal('lease.not_found');
  const expiresAt = now + record.seconds * 1000;
  await unlessLost(deps.host.renewLease(record, { expiresAt, gapEndsAt: expiresAt + leaseGapMs }));
  return { id, fence: record.fence, expiresAt: new Date(expiresAt).toISOString() };
}

/** The holder's connection to Telegram is closed: the next lease may begin at once. Repeatable. */
export async function releaseLease(deps: LeaseDeps, key: HostKey, id: string): Promise<void> {
  const record = await deps.host.lease(id);
  if (record === null) return;
  await deps.host.endLease(record, leaseOf(record), entryOf(deps, key, record, 'session.returned'));
}

/** @throws Refusal lease.not_found */
export async function loadLease({ host }: Pick<HostDeps, 'host'>, id: string): Promise<HostLeaseRecord> {
  const record = await host.lease(id);
  if (record === null) throw new Refusal('lease.not_found');
  return record;
}

export const leaseOf = ({ connectionId, fence, expiresAt }: HostLeaseRecord) => ({
  resource: connectionKey(connectionId),
  fence,
  expiresAt,
});

export const entryOf = (
  { clock }: Pick<HostDeps, 'clock'>,
  key: HostKey,
  record: HostLeaseRecord,
  action: AuditEntry['action'],
): AuditEntry => ({
  userId: record.userId,
  at: clock.now(),
  actor: auditActor(hostActor(key, record.userId)),
  action,
  connectionId: record.connectionId,
  detail: { lease: record.id, holder: record.holder, fence: record.fence },
});

/** @throws Refusal lease.not_found where the lease has gone to somebody else */
export async function unlessLost(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (error instanceof LeaseLost) throw new Refusal('lease.not_found');
    throw error;
  }
}
