import { isTerminal } from '@botize/contract';
import type { Change, Vault } from '@botize/login';
import type { Db } from '../schema.ts';
import { updateAttempt } from './attempts.ts';
import { appendAudit } from './audit.ts';
import { mustBeCurrent } from './key-checks.ts';
import { mustHold } from './leases.ts';
import type { Parts } from './parts.ts';
import { putConnection } from './put-connection.ts';
import { retireKey, shredRetiredKey, updateRetiredKey } from './retired-keys.ts';

async function eraseConnection(db: Db, change: Extract<Change, { type: 'connection.erase' }>): Promise<void> {
  await db.deleteFrom('connections').where('id', '=', change.id).where('user_id', '=', change.userId).execute();
}

function apply(parts: Parts, db: Db, change: Change): Promise<void> {
  switch (change.type) {
    case 'attempt.update':
      return updateAttempt(parts, db, change);
    case 'connection.put':
      return putConnection(parts, db, change);
    case 'connection.erase':
      return eraseConnection(db, change);
    case 'key.retire':
      return retireKey(parts, db, change);
    case 'key.update':
      return updateRetiredKey(db, change);
    case 'key.shred':
      return shredRetiredKey(db, change);
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
      });
      if (changes.some(erases)) await store.emptyLog();
    },
  };
}
