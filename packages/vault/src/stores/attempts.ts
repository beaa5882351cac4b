import {
  StaleRevision,
  type AttemptRecord,
  type AuditEntry,
  type Change,
  type Millis,
  type Vault,
} from '@botize/login';
import { sql } from 'kysely';
import type { AttemptRow, Db } from '../schema.ts';
import { noteEvent } from './attempt-events.ts';
import { attemptRecord, attemptRow } from './attempt-rows.ts';
import { appendAudit } from './audit.ts';
import { mustBeCurrent } from './key-checks.ts';
import { forgetLapsedLeases } from './leases.ts';
import { opened, readable } from './open-record.ts';
import type { Parts } from './parts.ts';
import { noteStart } from './support/people.ts';

type AttemptStore = Pick<Vault, 'insertAttempt' | 'attempt' | 'openAttempt' | 'attemptsDue' | 'eraseAttemptsBefore'>;

async function insert(parts: Parts, db: Db, record: AttemptRecord): Promise<boolean> {
  const now = parts.clock.now();
  const inserted = await db
    .insertInto('attempts')
    .values(attemptRow(parts.keyring, record, now))
    .onConflict((conflict) => conflict.column('user_id').where('ended_at', 'is', null).doNothing())
    .executeTakeFirst();
  if (!inserted.numInsertedOrUpdatedRows) return false;
  await noteStart(db, record, now);
  await noteEvent(db, record, now);
  return true;
}

type Update = Extract<Change, { type: 'attempt.update' }>;

/** A number stays known after the secrets have gone, and a state is as old as its last visible change. */
const keptOf = (values: Omit<AttemptRow, 'id' | 'user_id' | 'ended_at'>, now: Millis) => ({
  phone_masked: sql<string | null>`coalesce(${values.phone_masked}, phone_masked)`,
  phone_fingerprint: sql<string | null>`coalesce(${values.phone_fingerprint}, phone_fingerprint)`,
  state_since: sql<number>`case
    when step is ${values.step} and issue_code is ${values.issue_code} and issue_retry_at is ${values.issue_retry_at}
      and resend_at is ${values.resend_at} and tries_left is ${values.tries_left} then state_since
    else ${now} end`,
});

export async function updateAttempt(parts: Parts, db: Db, { record, expectedRevision }: Update): Promise<void> {
  const now = parts.clock.now();
  const { id, user_id: userId, ended_at: endedAt, ...values } = attemptRow(parts.keyring, record, now);
  const ended = endedAt === null ? null : sql<number>`coalesce(ended_at, ${endedAt})`;
  const updated = await db
    .updateTable('attempts')
    .set({ ...values, ...keptOf(values, now), ended_at: ended })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('revision', '=', expectedRevision)
    .executeTakeFirst();
  if (!updated.numUpdatedRows) throw new StaleRevision(id);
  await noteEvent(db, record, now);
}

function dueRows(db: Db, now: Millis, limit: number) {
  return db
    .selectFrom('attempts')
    .leftJoin('leases', (join) =>
      join.on('leases.resource', '=', sql<string>`'attempt:' || attempts.id`).on('leases.expires_at', '>', now),
    )
    .selectAll('attempts')
    .where('ended_at', 'is', null)
    .where((where) =>
      where.or([
        where('attempts.expires_at', '<=', now),
        where.and([where('intent_command', 'is not', null), where('leases.resource', 'is', null)]),
      ]),
    )
    .orderBy('created_at')
    .orderBy('attempts.id')
    .limit(limit)
    .execute();
}

export function attemptStore(parts: Parts): AttemptStore {
  const { store, keyring, clock } = parts;
  const recordOf = (row: AttemptRow) => attemptRecord(keyring, row);
  const own = (db: Db, userId: string) => db.selectFrom('attempts').selectAll().where('user_id', '=', userId);
  return {
    insertAttempt: (record: AttemptRecord, audit: AuditEntry[]) =>
      store.write(async (db) => {
        await mustBeCurrent(db, keyring);
        if (!(await insert(parts, db, record))) return false;
        for (const entry of audit) await appendAudit(keyring, db, entry);
        return true;
      }),
    async attempt(userId, id) {
      const row = await store.read((db) => own(db, userId).where('id', '=', id).executeTakeFirst());
      return row ? opened(parts, 'attempts', row, recordOf) : null;
    },
    async openAttempt(userId) {
      const row = await store.read((db) => own(db, userId).where('ended_at', 'is', null).executeTakeFirst());
      return row ? opened(parts, 'attempts', row, recordOf) : null;
    },
    async attemptsDue(now, limit) {
      const rows = await store.read((db) => dueRows(db, now, limit));
      return readable(parts, 'attempts', rows, recordOf);
    },
    async eraseAttemptsBefore(endedBefore) {
      const erased = await store.write(async (db) => {
        await forgetLapsedLeases(db, clock.now());
        const { numDeletedRows } = await db
          .deleteFrom('attempts')
          .where('ended_at', '<', endedBefore)
          .executeTakeFirst();
        return Number(numDeletedRows);
      });
      if (erased > 0) await store.emptyLog();
      return erased;
    },
  };
}
