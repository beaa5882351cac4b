import type { Millis, PersonRecord, SupportStore } from '@botize/login';
import type { Db } from '../../schema.ts';
import { appendAudit } from '../audit.ts';
import type { Parts } from '../parts.ts';
import { looksOf, noteLook } from './looks.ts';
import { ofUserStore } from './of-user.ts';
import { noteRefused, toPerson } from './people.ts';
import { rowsOf } from './rows.ts';
import { forgetTallies, talliesFrom } from './tallies.ts';

/** Sorts after every letter that a label can go on with. */
const last = '\u{10ffff}';

async function peopleCalled(
  db: Db,
  beginning: string,
  after: { key: string; userId: string } | null,
  limit: number,
): Promise<(PersonRecord & { key: string })[]> {
  const rows = await db
    .selectFrom('people')
    .selectAll()
    .where('label_key', '>=', after?.key ?? beginning)
    .where('label_key', '<', beginning + last)
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('label_key', 'user_id'), '>', tuple(after?.key ?? '', after?.userId ?? '')),
      ),
    )
    .orderBy('label_key')
    .orderBy('user_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...toPerson(row), key: row.label_key ?? '' }));
}

async function forget(db: Db, before: Millis): Promise<void> {
  await forgetTallies(db, before);
  await db.deleteFrom('looks').where('at', '<', before).execute();
  await db
    .updateTable('people')
    .set({ refused_code: null, refused_at: null, refused_retry_at: null, refused_request_id: null })
    .where('refused_code', 'is not', null)
    .where('refused_at', '<', before)
    .execute();
}

/** Everything that the support console reads and writes down. */
export function supportStore(parts: Parts): SupportStore {
  const { store, keyring } = parts;
  return {
    ...ofUserStore(parts),
    rows: (query) => store.read((db) => rowsOf(db, query)),
    peopleCalled: (beginning, after, limit) => store.read((db) => peopleCalled(db, beginning, after, limit)),
    noteLook: (look, notSince) => store.write((db) => noteLook(keyring, db, look, notSince)),
    noteRefused: (userId, refused, audit) =>
      store.write(async (db) => {
        await noteRefused(db, userId, refused);
        await appendAudit(keyring, db, audit);
      }),
    looksOf: (staffChain, before, limit) => store.read((db) => looksOf(db, staffChain, before, limit)),
    counts: () => store.read((db) => db.selectFrom('counts').selectAll().execute()),
    tallies: (fromHour) => store.read((db) => talliesFrom(db, fromHour)),
    forgetBefore: (moment) => store.write((db) => forget(db, moment)),
  };
}
