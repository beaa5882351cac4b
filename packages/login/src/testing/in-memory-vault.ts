import { createHmac, randomBytes } from 'node:crypto';
import { isTerminal } from '@botize/contract';
import type {
  AttemptRecord,
  AuditEntry,
  Change,
  ChecksDue,
  ConnectionRecord,
  ConnectionSecret,
  RetiredKey,
  Vault,
} from '../ports/vault.ts';
import type { Clock } from '../ports/world.ts';
import { applyChange } from './apply-change.ts';
import { inMemoryLeases } from './in-memory-leases.ts';

export interface Stored {
  attempts: Map<string, AttemptRecord>;
  endedAt: Map<string, number>;
  connections: Map<string, { record: ConnectionRecord; secret: ConnectionSecret }>;
  retired: Map<string, RetiredKey>;
  audit: AuditEntry[];
}

export interface InMemoryVault extends Vault {
  /** All that is stored, for assertions; a copy. */
  dump(): Stored;
  /** Asked before each commit; an Error that it answers is what the commit rejects with. */
  failCommit: ((changes: Change[]) => Error | null) | null;
}

/** The vault's port without a database: what a real one has to do, in the fewest words. Nothing in it is sealed. */
export function createInMemoryVault({ clock }: { clock: Clock }): InMemoryVault {
  const key = randomBytes(32);
  const leases = inMemoryLeases();
  let stored: Stored = {
    attempts: new Map(),
    endedAt: new Map(),
    connections: new Map(),
    retired: new Map(),
    audit: [],
  };
  const attempts = () => [...stored.attempts.values()];
  const connections = () => [...stored.connections.values()].map(({ record }) => record);
  const isOpen = ({ signIn }: AttemptRecord) => !isTerminal(signIn.state.step);
  const copy = <T>(value: T | undefined): T | null => (value === undefined ? null : structuredClone(value));
  const own = <T extends { userId: string }>(value: T | undefined, userId: string) =>
    copy(value?.userId === userId ? value : undefined);

  const vault: InMemoryVault = {
    failCommit: null,
    dump: () => structuredClone(stored),
    insertAttempt: async (record, audit) => {
      if (attempts().some((other) => other.userId === record.userId && isOpen(other))) return false;
      stored.attempts.set(record.id, structuredClone(record));
      stored.audit.push(...structuredClone(audit));
      return true;
    },
    attempt: async (userId, id) => own(stored.attempts.get(id), userId),
    openAttempt: async (userId) => copy(attempts().find((record) => record.userId === userId && isOpen(record))),
    attemptsDue: async (now, limit) =>
      attempts()
        .filter((record) => isOpen(record) && (record.expiresAt <= now || isLeft(record, now)))
        .sort((a, b) => a.createdAt - b.createdAt)
        .slice(0, limit)
        .map((record) => structuredClone(record)),
    eraseAttemptsBefore: async (endedBefore) => {
      const old = [...stored.endedAt].filter(([, at]) => at < endedBefore).map(([id]) => id);
      for (const id of old) {
        stored.attempts.delete(id);
        stored.endedAt.delete(id);
      }
      return old.length;
    },
    connections: async (userId) => structuredClone(connections().filter((record) => record.userId === userId)),
    connection: async (userId, id) => own(stored.connections.get(id)?.record, userId),
    connectionOfAccount: async (userId, accountId) =>
      copy(connections().find((record) => record.userId === userId && record.account.id === accountId)),
    connectedByOthers: async (userId, accountId) =>
      connections().some((record) => record.userId !== userId && record.account.id === accountId),
    connectionSecret: async (userId, id) => {
      const entry = stored.connections.get(id);
      return copy(entry?.record.userId === userId ? entry.secret : undefined);
    },
    connectionsToCheck: async ({ now, limit, ...due }) =>
      structuredClone(
        connections()
          .filter((record) => isDue(record, due) && leases.until(`connection:${record.id}`, now) === null)
          .sort((a, b) => lastSeen(a) - lastSeen(b))
          .slice(0, limit),
      ),
    retiredKeysDue: async (now, limit) =>
      structuredClone(
        [...stored.retired.values()]
          .filter(({ notBefore }) => notBefore <= now)
          .sort((a, b) => a.notBefore - b.notBefore)
          .slice(0, limit),
      ),
    logoutsPending: async (userId) =>
      [...stored.retired.values()].filter((one) => one.userId === userId && one.reason === 'disconnected').length,
    eraseUser: async (entry) => {
      const { userId } = entry;
      const isTheirs = (record: { userId: string }) => record.userId === userId;
      if (connections().some(isTheirs) || attempts().some((record) => isTheirs(record) && isOpen(record))) return false;
      for (const { id } of attempts().filter(isTheirs)) stored.attempts.delete(id);
      stored.audit.push(structuredClone(entry));
      return true;
    },
    eraseAuditBefore: async (newestBefore) => {
      const here = [...attempts(), ...connections(), ...stored.retired.values()].map(({ userId }) => userId);
      const busy = new Set([...here, ...stored.audit.filter(({ at }) => at >= newestBefore).map((one) => one.userId)]);
      const gone = new Set(stored.audit.map(({ userId }) => userId).filter((userId) => !busy.has(userId)));
      stored.audit = stored.audit.filter(({ userId }) => !gone.has(userId));
      return gone.size;
    },
    activity: async (userId, connectionId, limit) =>
      structuredClone(
        stored.audit
          .filter((entry) => entry.userId === userId && (connectionId === null || entry.connectionId === connectionId))
          .toReversed()
          .slice(0, limit),
      ),
    commit: async (lease, changes) => {
      const failure = vault.failCommit?.(changes) ?? null;
      if (failure !== null) throw failure;
      if (lease !== null) leases.mustHold(lease);
      const next = structuredClone(stored);
      for (const change of structuredClone(changes)) applyChange(next, change, clock.now());
      stored = next;
    },
    lease: async (resource, now, until) => leases.take(resource, now, until),
    renew: async (lease, until) => leases.renew(lease, until),
    release: async (lease) => leases.release(lease),
    leasedUntil: async (resource, now) => leases.until(resource, now),
    fingerprint: (purpose, value) => createHmac('sha256', key).update(`${purpose}\0${value}`).digest('hex'),
  };
  const isLeft = ({ id, intent }: AttemptRecord, now: number) =>
    intent !== null && leases.until(`attempt:${id}`, now) === null;
  return vault;
}

const isDue = (record: ConnectionRecord, due: Pick<ChecksDue, 'checkedBefore' | 'unreachableBefore'>): boolean =>
  lastSeen(record) < due.checkedBefore ||
  (record.lastCheck?.outcome === 'unreachable' && record.lastCheck.at < due.unreachableBefore);

const lastSeen = ({ lastCheck, connectedAt }: ConnectionRecord): number => lastCheck?.at ?? connectedAt;
