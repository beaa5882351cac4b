import { StaleRevision, type Change, type ConnectionRecord, type Millis } from '@botize/login';
import { sql } from 'kysely';
import { fingerprint } from '../crypto/fingerprint.ts';
import { sealJson } from '../crypto/sealed-json.ts';
import type { Db } from '../schema.ts';
import { connectionContext, publicConnectionRow } from './connection-rows.ts';
import type { Parts } from './parts.ts';

type Put = Extract<Change, { type: 'connection.put' }>;

/** As people type it: names of Telegram know no case. */
const searchedOf = ({ account }: ConnectionRecord) => ({ username_key: account.username?.toLowerCase() ?? null });

/** A status is as old as its last change; to be connected anew is one, too. */
const sinceOf = ({ status, reason, generation }: ConnectionRecord, now: Millis) =>
  sql<number>`case
    when connections.status is ${status} and connections.reason is ${reason}
      and connections.generation is ${generation} then connections.status_since
    else ${now} end`;

/** The envelope belongs to one generation, so without a secret only the same generation may be written again. */
async function putKeepingSecret({ clock }: Parts, db: Db, { record }: Put): Promise<void> {
  const { id, user_id: userId, ...values } = publicConnectionRow(record);
  const updated = await db
    .updateTable('connections')
    .set({ ...values, ...searchedOf(record), status_since: sinceOf(record, clock.now()) })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('generation', '=', record.generation)
    .executeTakeFirst();
  if (!updated.numUpdatedRows) throw new StaleRevision(id);
}

async function putWithSecret({ keyring, clock }: Parts, db: Db, { record, secret }: Put): Promise<void> {
  const row = publicConnectionRow(record);
  const now = clock.now();
  const values = {
    ...row,
    ...searchedOf(record),
    phone_fingerprint: secret?.phone ? fingerprint(keyring, 'phone', secret.phone) : null,
    key_id: keyring.activeId,
    envelope: sealJson(keyring, connectionContext(row), secret),
  };
  const put = await db
    .insertInto('connections')
    .values({ ...values, status_since: now })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ ...values, status_since: sinceOf(record, now) })
        .where('connections.user_id', '=', row.user_id)
        .where('connections.generation', '<=', row.generation),
    )
    .executeTakeFirst();
  if (!put.numInsertedOrUpdatedRows) throw new StaleRevision(row.id);
}

/** @throws StaleRevision if the stored connection has gone on to a later generation, or is gone */
export async function putConnection(parts: Parts, db: Db, change: Put): Promise<void> {
  await (change.secret === null ? putKeepingSecret(parts, db, change) : putWithSecret(parts, db, change));
}
