import { isTerminal } from '@botize/contract';
import { type Change, StaleRevision } from '../ports/vault.ts';
import type { Stored } from './in-memory-vault.ts';

/** One change of a commit, on a copy that is thrown away if a later one fails. */
export function applyChange(stored: Stored, change: Change, now: number): void {
  switch (change.type) {
    case 'attempt.update': {
      const { record, expectedRevision } = change;
      const before = stored.attempts.get(record.id);
      if (before?.userId !== record.userId || before.revision !== expectedRevision) throw new StaleRevision(record.id);
      stored.attempts.set(record.id, record);
      const { step } = record.signIn.state;
      if (isTerminal(step) && !stored.endedAt.has(record.id)) stored.endedAt.set(record.id, now);
      return;
    }
    case 'connection.put':
      return putConnection(stored, change);
    case 'connection.erase':
      if (stored.connections.get(change.id)?.record.userId === change.userId) stored.connections.delete(change.id);
      return;
    case 'key.retire':
      stored.retired.set(change.key.id, change.key);
      return;
    case 'key.update': {
      const { id, attempts, notBefore } = change;
      const key = stored.retired.get(id);
      if (key !== undefined) stored.retired.set(id, { ...key, attempts, notBefore });
      return;
    }
    case 'key.shred':
      stored.retired.delete(change.id);
      return;
    case 'host_lease.put':
      throw new Error('the in-memory vault knows no host');
    case 'audit':
      stored.audit.push(change.entry);
  }
}

/** Without a secret only the same generation may be written again: the secret belongs to it. */
function putConnection(stored: Stored, { record, secret }: Extract<Change, { type: 'connection.put' }>): void {
  const before = stored.connections.get(record.id);
  const kept = secret ?? before?.secret;
  const isOurs = before === undefined ? secret !== null : before.record.userId === record.userId;
  const isOlder = (before?.record.generation ?? 0) > record.generation;
  const isMoved = secret === null && before?.record.generation !== record.generation;
  if (kept === undefined || !isOurs || isOlder || isMoved) throw new StaleRevision(record.id);
  stored.connections.set(record.id, { record, secret: kept });
}
