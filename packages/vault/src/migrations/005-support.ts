import { sql } from 'kysely';
import type { Db } from '../schema.ts';
import { keepCounts } from './005-support-counts.ts';
import { indexForSearches } from './005-support-indexes.ts';

async function createTables(db: Db): Promise<void> {
  await db.schema
    .createTable('people')
    .addColumn('user_id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('label', 'text')
    .addColumn('label_key', 'text')
    .addColumn('locale', 'text')
    .addColumn('time_zone', 'text')
    .addColumn('first_seen_at', 'bigint')
    .addColumn('last_seen_at', 'bigint')
    .addColumn('refused_code', 'text')
    .addColumn('refused_at', 'bigint')
    .addColumn('refused_retry_at', 'bigint')
    .addColumn('refused_request_id', 'text')
    .execute();
  for (const table of ['tallies', 'counts'] as const) {
    const first = table === 'tallies' ? ['hour'] : [];
    await sql
      .raw(
        `create table ${table} (${first.map((name) => `${name} integer not null, `).join('')}kind text not null, name text not null,
         n integer not null, primary key (${[...first, 'kind', 'name'].join(', ')})) without rowid`,
      )
      .execute(db);
  }
  await db.schema
    .createTable('pulse')
    .addColumn('name', 'text', (c) => c.primaryKey().notNull())
    .addColumn('n', 'bigint', (c) => c.notNull())
    .execute();
  await db.insertInto('pulse').values({ name: 'list', n: 0 }).execute();
  await db.schema
    .createTable('looks')
    .addColumn('staff_id', 'text', (c) => c.notNull())
    .addColumn('about', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('looks_of_staff', ['staff_id', 'about'])
    .execute();
}

async function addColumns(db: Db): Promise<void> {
  const columns = [
    ['attempts', 'issue_code', 'text'],
    ['attempts', 'issue_retry_at', 'bigint'],
    ['attempts', 'phone_masked', 'text'],
    ['attempts', 'phone_fingerprint', 'text'],
    ['attempts', 'delivery', 'text'],
    ['attempts', 'resend_at', 'bigint'],
    ['attempts', 'tries_left', 'integer'],
    ['attempts', 'has_qr', 'integer'],
    ['attempts', 'standing', 'text'],
    ['attempts', 'state_since', 'bigint'],
    ['attempt_events', 'retry_at', 'bigint'],
    ['attempt_events', 'delivery', 'text'],
    ['attempt_events', 'resend_at', 'bigint'],
    ['attempt_events', 'tries_left', 'integer'],
    ['connections', 'status_since', 'bigint'],
    ['connections', 'username_key', 'text'],
    ['browser_sessions', 'subject_id', 'text'],
  ] as const;
  for (const [table, column, type] of columns) await db.schema.alterTable(table).addColumn(column, type).execute();
}

/** What lies in envelopes stays there: of older attempts the number and the issue show with their next change. */
async function fillIn(db: Db): Promise<void> {
  await sql`
    update attempts set
      standing = case when ended_at is null then 'trying' else 'over' end,
      state_since = coalesce(ended_at, created_at),
      has_qr = 0`.execute(db);
  await sql`
    update connections set
      status_since = case when status = 'connected' then connected_at else coalesce(last_check_at, connected_at) end,
      username_key = lower(account_username)`.execute(db);
  await sql`
    insert into people (user_id, label, label_key, locale, first_seen_at, last_seen_at)
    select user_id, label, lower(label), locale, min(created_at), max(created_at)
    from browser_sessions where role = 'user' group by user_id`.execute(db);
}

/** What the support console reads: in clear what staff may see, keyed hashes of what they may search for. */
export async function support(db: Db): Promise<void> {
  await createTables(db);
  await addColumns(db);
  await fillIn(db);
  await indexForSearches(db);
  await keepCounts(db);
}
