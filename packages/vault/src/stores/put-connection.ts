import { StaleRevision, type Change } from '@botize/login';
import { fingerprint } from '../crypto/fingerprint.ts';
import { sealJson } from '../crypto/sealed-json.ts';
import type { Db } from '../schema.ts';
import { connectionContext, publicConnectionRow } from './connection-rows.ts';
import type { Parts } from './parts.ts';

type Put = Extract<Change, { type: 'connection.put' }>;

/** The envelope belongs to one generation, so without a secret only the same generation may be written again. */
async function putKeepingSecret(db: Db, { record }: Put): Promise<void> {
  const { id, user_id: userId, ...values } = publicConnectionRow(record);
  const updated = await db
    .updateTable('connections')
    .set(values)
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('generation', '=', record.generation)
    .executeTakeFirst();
  if (!updated.numUpdatedRows) throw new StaleRevision(id);
}

async function putWithSecret({ keyring }: Parts, db: Db, { record, secret }: Put): Promise<void> {
  const row = publicConnectionRow(record);
  const values = {
    ...row,
    phone_fingerprint: secret?.phone ? fingerprint(keyring, 'phone', secret.phone) : null,
    key_id: keyring.activeId,
    envelope: sealJson(keyring, connectionContext(row), secret),
  };
  const put = await db
    .insertInto('connections')
    .values(values)
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet(values)
        .where('connections.user_id', '=', row.user_id)
        .where('connections.generation', '<=', row.generation),
    )
    .executeTakeFirst();
  if (!put.numInsertedOrUpdatedRows) throw new StaleRevision(row.id);
}

/** @throws StaleRevision if the stored connection has gone on to a later generation, or is gone */
export async function putConnection(parts: Parts, db: Db, change: Put): Promise<void> {
  await (change.secret === null ? putKeepingSecret(db, change) : putWithSecret(parts, db, change));
}
