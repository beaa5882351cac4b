import { isTerminal } from '@botize/contract';
import type { Change, Vault } from '@botize/login';
import type { Db } from '../schema.ts';
import { updateAttempt } from './attempts.ts';
import { appendAudit } from './audit.ts';
import { mustBeCurrent } from './key-checks.ts';
import { mustHold } from './leases.ts';
import { putHostLease, revokeLeases } from './host/leases.ts';
import { noteForHost } from './host/note-events.ts';
import type { Parts } from './parts.ts';
import { putConnection } from './put-connection.ts';
import { retireKey, shredRetiredKey, updateRetiredKey } from './retired-keys.ts';

type Erase = Extract<Change, { type: 'connection.erase' }>;

async function eraseConnection(parts: Parts, db: Db, change: Erase): Promise<void> {
  const gone = db.deleteFrom('connections').where('id', '=', change.id).where('user_id', '=', change.userId);
  if (!(await gone.executeTakeFirst()).numDeletedRows) return;
  await revokeLeases(db, change.id, parts.clock.now());
}

function apply(parts: Parts, db: Db, change: Change): Promise<void> {
  switch (change.type) {
    case 'attempt.update':
      return updateAttempt(parts, db, change);
    case 'connection.put':
      return putConnection(parts, db, change);
    case 'connection.erase':
      return eraseConnection(parts, db, change);
    case 'key.retire':
      return retireKey(parts, db, change);
    case 'key.update':
      return updateRetiredKey(db, change);
    case 'key.shred':
      return shredRetiredKey(db, change);
    case 'host_lease.put':
      return putHostLease(db, change.lease);
    case 'audit':
      return appendAudit(parts.keyring, db, change.entry);
  }
}

/** After these a secret is gone for good (a later generation replaces one), and the log may not keep a copy. */
function erases(change: Change): boolean {
  if (change.type === 'attempt.update') return isTerminal(change.record.signIn.state.step);
  if (change.type === 'connection.put') return change.secret !== null && change.record.generation > 1;
  return change.type === 'connection.erase' || change.type === 'key.shred';
}

export function commits(parts: Parts): Pick<Vault, 'commit'> {
  const { store } = parts;
  return {
    async commit(lease, changes) {
      await store.write(async (db) => {
        await mustBeCurrent(db, parts.keyring);
        if (lease) await mustHold(db, lease);
        for (const change of changes) await apply(parts, db, change);
        await noteForHost(parts, db, changes);
      });
      if (changes.some(erases)) await store.emptyLog();
    },
  };
}
