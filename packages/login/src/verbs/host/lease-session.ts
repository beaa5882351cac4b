import { setTimeout as sleep } from 'node:timers/promises';
import type { RequestLease, SessionLease } from '@botize/contract';
import type { HostKey, HostLeaseRecord } from '../../ports/host.ts';
import type { ConnectionRecord, ConnectionSecret, Lease, Millis } from '../../ports/vault.ts';
import { Refusal } from '../../ports/world.ts';
import { connectionKey } from '../list-connections.ts';
import { auditActor } from '../turn.ts';
import { connectionOfHost, hostActor, opaqueId, type HostDeps } from './deps.ts';

/** Telegram knows no fences: the next lease waits for clocks that are off and for a client that closes late. */
export const leaseGapMs = 10_000;

type LeaseDeps = Pick<HostDeps, 'vault' | 'host' | 'clock'>;

/** A check of ours is over within this. */
const checkMs = 3_000;
const askAgainMs = 50;

/**
 * Gives the session of a connection to one holder for a limited time. The audit says so before the secret is read.
 * @throws Refusal connection.not_found, lease.not_redeemed, lease.unusable, lease.held
 */
export async function leaseSession(
  deps: LeaseDeps,
  key: HostKey,
  connectionId: string,
  request: RequestLease,
): Promise<SessionLease> {
  usable(await connectionOfHost(deps, connectionId));
  const { lease, expiresAt } = await take(deps, connectionId, request.seconds);
  try {
    const connection = usable(await connectionOfHost(deps, connectionId));
    const record = recordOf({ key, connection, request, lease, now: deps.clock.now(), expiresAt });
    await writeDown(deps, key, record, lease);
    return toPublic(record, await secretOf(deps, connection));
  } catch (error) {
    await deps.vault.release(lease);
    throw error;
  }
}

const usable = (connection: ConnectionRecord & { redeemed: boolean }): ConnectionRecord => {
  if (!connection.redeemed) throw new Refusal('lease.not_redeemed');
  if (connection.status !== 'connected') throw new Refusal('lease.unusable');
  return connection;
};

async function take(
  deps: LeaseDeps,
  connectionId: string,
  seconds: number,
): Promise<{ lease: Lease; expiresAt: Millis }> {
  const end = performance.now() + checkMs;
  for (;;) {
    const now = deps.clock.now();
    const expiresAt = now + seconds * 1000;
    const lease = await deps.vault.lease(connectionKey(connectionId), now, expiresAt + leaseGapMs);
    if (lease !== null) return { lease, expiresAt };
    const holder = await deps.host.leaseOn(connectionId);
    const inHand = holder !== null && holder.expiresAt + leaseGapMs > now;
    if (inHand) throw new Refusal('lease.held', { retryAt: holder.expiresAt });
    if (performance.now() >= end) throw new Refusal('lease.held', { retryAt: now + askAgainMs });
    await sleep(askAgainMs);
  }
}

interface Parts {
  key: HostKey;
  connection: ConnectionRecord;
  request: RequestLease;
  lease: Lease;
  now: Millis;
  expiresAt: Millis;
}

const recordOf = ({ key, connection, request, lease, now, expiresAt }: Parts): HostLeaseRecord => ({
  id: opaqueId('lse'),
  connectionId: connection.id,
  userId: connection.userId,
  keyId: key.id,
  holder: request.holder,
  fence: lease.fence,
  generation: connection.generation,
  seconds: request.seconds,
  createdAt: now,
  expiresAt,
});

async function writeDown({ vault }: LeaseDeps, key: HostKey, record: HostLeaseRecord, lease: Lease): Promise<void> {
  const { userId, connectionId, holder, fence, generation, seconds } = record;
  const detail = { lease: record.id, holder, fence, generation, seconds };
  const actor = auditActor(hostActor(key, userId));
  const entry = { userId, at: record.createdAt, actor, action: 'session.leased' as const, connectionId, detail };
  await vault.commit(lease, [
    { type: 'audit', entry },
    { type: 'host_lease.put', lease: record },
  ]);
}

/** @throws Refusal lease.held if the user has reconnected at this very moment: what was written down is not what we have */
async function secretOf(
  { vault, clock }: LeaseDeps,
  { userId, id, generation }: ConnectionRecord,
): Promise<ConnectionSecret> {
  const secret = await vault.connectionSecret(userId, id);
  const now = await vault.connection(userId, id);
  if (secret === null || now === null) throw new Refusal('connection.not_found');
  if (now.generation !== generation) throw new Refusal('lease.held', { retryAt: clock.now() + askAgainMs });
  return secret;
}

/** A session's text is `1` and base64; its first byte is the number of the data centre. */
const dataCentreOf = (session: string): number => Buffer.from(session.slice(1, 5), 'base64').readUInt8(0);

function toPublic({ id, fence, expiresAt }: HostLeaseRecord, { session, credentials }: ConnectionSecret): SessionLease {
  const { apiId, apiHash } = credentials;
  return {
    id,
    fence,
    expiresAt: new Date(expiresAt).toISOString(),
    session,
    apiId,
    apiHash,
    dcId: dataCentreOf(session),
  };
}
