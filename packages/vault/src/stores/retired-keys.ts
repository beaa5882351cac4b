import type { Change, RetiredKey, Vault } from '@botize/login';
import type { EnvelopeContext } from '../crypto/envelope.ts';
import { openJson, sealJson } from '../crypto/sealed-json.ts';
import type { Db, RetiredKeyRow } from '../schema.ts';
import { readable } from './open-record.ts';
import type { Parts } from './parts.ts';

type ChangeOf<T extends Change['type']> = Extract<Change, { type: T }>;

export function retiredKeyContext(row: Pick<RetiredKeyRow, 'id' | 'user_id'>): EnvelopeContext {
  return { purpose: 'retired-key', userId: row.user_id, recordId: row.id, generation: [] };
}

export async function retireKey({ keyring }: Parts, db: Db, { key }: ChangeOf<'key.retire'>): Promise<void> {
  const row = {
    id: key.id,
    user_id: key.userId,
    reason: key.reason,
    not_before: key.notBefore,
    attempts: key.attempts,
    give_up_at: key.giveUpAt,
  };
  const envelope = sealJson(keyring, retiredKeyContext(row), key.secret);
  await db
    .insertInto('retired_keys')
    .values({ ...row, key_id: keyring.activeId, envelope })
    .execute();
}

export async function updateRetiredKey(db: Db, { id, attempts, notBefore }: ChangeOf<'key.update'>): Promise<void> {
  await db.updateTable('retired_keys').set({ attempts, not_before: notBefore }).where('id', '=', id).execute();
}

export async function shredRetiredKey(db: Db, { id }: ChangeOf<'key.shred'>): Promise<void> {
  await db.deleteFrom('retired_keys').where('id', '=', id).execute();
}

function retiredKey({ keyring }: Parts, row: RetiredKeyRow): RetiredKey {
  return {
    id: row.id,
    userId: row.user_id,
    reason: row.reason,
    notBefore: row.not_before,
    attempts: row.attempts,
    giveUpAt: row.give_up_at,
    secret: openJson<RetiredKey['secret']>(keyring, retiredKeyContext(row), row.envelope),
  };
}

export function retiredKeyStore(parts: Parts): Pick<Vault, 'retiredKeysDue'> {
  const due = (db: Db, now: number) => db.selectFrom('retired_keys').selectAll().where('not_before', '<=', now);
  return {
    async retiredKeysDue(now, limit) {
      const rows = await parts.store.read((db) =>
        due(db, now).orderBy('not_before').orderBy('id').limit(limit).execute(),
      );
      return readable(parts, 'retired_keys', rows, (row) => retiredKey(parts, row));
    },
  };
}
