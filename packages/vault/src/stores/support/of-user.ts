import type { SupportStore } from '@botize/login';
import { sql } from 'kysely';
import type { Db } from '../../schema.ts';
import type { Parts } from '../parts.ts';
import { toPerson } from './people.ts';
import { attemptColumns, connectionColumns, toStaffAttempt, toStaffConnection } from './staff-rows.ts';

/** Far more than anybody has; who has more is shown the newest. */
const most = { attempts: 20, connections: 100, events: 200 };

const eventColumns = ['at', 'step', 'code', 'retry_at', 'delivery', 'resend_at', 'tries_left'] as const;

const attemptsOf = (db: Db, userId: string) =>
  db.selectFrom('attempts').where('user_id', '=', userId).orderBy('created_at', 'desc').limit(most.attempts);

async function isKnown(db: Db, userId: string): Promise<boolean> {
  for (const table of ['people', 'audit_heads', 'connections', 'attempts'] as const) {
    const any = db.selectFrom(table).select('user_id').where('user_id', '=', userId).limit(1);
    if (await any.executeTakeFirst()) return true;
  }
  return false;
}

async function eventsOf(db: Db, userId: string) {
  const attempts = await attemptsOf(db, userId).select(['id', 'reference']).execute();
  const references = new Map(attempts.map(({ id, reference }) => [id, reference]));
  if (attempts.length === 0) return [];
  const rows = await db
    .selectFrom('attempt_events')
    .select([...eventColumns, 'attempt_id'])
    .where('attempt_id', 'in', [...references.keys()])
    .orderBy('id', 'desc')
    .limit(most.events)
    .execute();
  return rows.map((row) => ({
    attemptId: row.attempt_id,
    reference: references.get(row.attempt_id) ?? '',
    at: row.at,
    step: row.step,
    code: row.code,
    retryAt: row.retry_at,
    delivery: row.delivery,
    resendAt: row.resend_at,
    triesLeft: row.tries_left,
  }));
}

async function numbersOf(db: Db, userId: string): Promise<string[]> {
  const connections = db.selectFrom('connections').where('user_id', '=', userId).limit(most.connections);
  const rows = [
    ...(await attemptsOf(db, userId).select('phone_fingerprint').execute()),
    ...(await connections.select('phone_fingerprint').execute()),
  ];
  return [...new Set(rows.flatMap((row) => row.phone_fingerprint ?? []))];
}

/** What changes when anything of the user does: the audit has nearly everything, the attempt what the audit leaves out. */
async function versionOf(db: Db, userId: string): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select coalesce((select position from audit_heads where user_id = ${userId}), 0)
      || ' ' || coalesce((select group_concat(id || ':' || event_id || standing) from attempts where user_id = ${userId}), '')
      || ' ' || coalesce((select group_concat(id || status || generation) from connections where user_id = ${userId}), '')
      || ' ' || coalesce((select coalesce(refused_at, '') || label from people where user_id = ${userId}), '') as version
  `.execute(db);
  return rows[0]?.version ?? '';
}

async function versionOfList(db: Db): Promise<string> {
  const { n } = await db.selectFrom('pulse').select('n').where('name', '=', 'list').executeTakeFirstOrThrow();
  return String(n);
}

type OfUser = Pick<
  SupportStore,
  | 'person'
  | 'isKnown'
  | 'attemptsOf'
  | 'connectionsOf'
  | 'eventsOf'
  | 'numbersOf'
  | 'attempt'
  | 'connection'
  | 'version'
>;

export const ofUserStore = ({ store }: Parts): OfUser => ({
  async person(userId) {
    const row = await store.read((db) =>
      db.selectFrom('people').selectAll().where('user_id', '=', userId).executeTakeFirst(),
    );
    return row ? toPerson(row) : null;
  },
  isKnown: (userId) => store.read((db) => isKnown(db, userId)),
  async attemptsOf(userId) {
    const rows = await store.read((db) => attemptsOf(db, userId).select(attemptColumns).execute());
    return rows.map(toStaffAttempt);
  },
  async connectionsOf(userId) {
    const own = (db: Db) => db.selectFrom('connections').select(connectionColumns).where('user_id', '=', userId);
    const rows = await store.read((db) =>
      own(db).orderBy('status_since', 'desc').orderBy('id', 'desc').limit(most.connections).execute(),
    );
    return rows.map(toStaffConnection);
  },
  eventsOf: (userId) => store.read((db) => eventsOf(db, userId)),
  numbersOf: (userId) => store.read((db) => numbersOf(db, userId)),
  async attempt(id) {
    const row = await store.read((db) =>
      db.selectFrom('attempts').select(attemptColumns).where('id', '=', id).executeTakeFirst(),
    );
    return row ? toStaffAttempt(row) : null;
  },
  async connection(id) {
    const row = await store.read((db) =>
      db.selectFrom('connections').select(connectionColumns).where('id', '=', id).executeTakeFirst(),
    );
    return row ? toStaffConnection(row) : null;
  },
  version: (userId) => store.read((db) => (userId === null ? versionOfList(db) : versionOf(db, userId))),
});
