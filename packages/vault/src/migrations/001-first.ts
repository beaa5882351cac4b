import { sql } from 'kysely';
import type { Db } from '../schema.ts';
import { createAuditTables } from './001-first-audit.ts';
import { createVisitTables } from './001-first-visits.ts';

async function createAttempts(db: Db): Promise<void> {
  await db.schema
    .createTable('attempts')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('user_id', 'text', (c) => c.notNull())
    .addColumn('reference', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('event_id', 'integer', (c) => c.notNull())
    .addColumn('step', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .addColumn('ended_at', 'bigint')
    .addColumn('connection_id', 'text')
    .addColumn('consent_version', 'text', (c) => c.notNull())
    .addColumn('consent_locale', 'text')
    .addColumn('consent_at', 'bigint', (c) => c.notNull())
    .addColumn('intent_command', 'text')
    .addColumn('intent_at', 'bigint')
    .addColumn('intent_fingerprint', 'text')
    .addColumn('key_id', 'text', (c) => c.notNull())
    .addColumn('envelope', 'blob', (c) => c.notNull())
    .execute();
  const open = sql<boolean>`ended_at is null`;
  await db.schema.createIndex('attempts_open').on('attempts').column('user_id').unique().where(open).execute();
  await db.schema.createIndex('attempts_reference').on('attempts').column('reference').execute();
  await db.schema.createIndex('attempts_ended').on('attempts').column('ended_at').execute();
  await db.schema
    .createTable('attempt_events')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('attempt_id', 'text', (c) => c.notNull().references('attempts.id').onDelete('cascade'))
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('step', 'text', (c) => c.notNull())
    .addColumn('code', 'text')
    .execute();
  await db.schema.createIndex('attempt_events_attempt').on('attempt_events').columns(['attempt_id', 'id']).execute();
}

async function createConnections(db: Db): Promise<void> {
  await db.schema
    .createTable('connections')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('user_id', 'text', (c) => c.notNull())
    .addColumn('reference', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('account_id', 'text', (c) => c.notNull())
    .addColumn('account_name', 'text', (c) => c.notNull())
    .addColumn('account_username', 'text')
    .addColumn('phone_masked', 'text', (c) => c.notNull())
    .addColumn('phone_fingerprint', 'text')
    .addColumn('connected_at', 'bigint', (c) => c.notNull())
    .addColumn('last_check_at', 'bigint')
    .addColumn('last_check_outcome', 'text')
    .addColumn('device_name', 'text', (c) => c.notNull())
    .addColumn('generation', 'integer', (c) => c.notNull())
    .addColumn('consent_version', 'text', (c) => c.notNull())
    .addColumn('consent_locale', 'text')
    .addColumn('consent_at', 'bigint', (c) => c.notNull())
    .addColumn('key_id', 'text', (c) => c.notNull())
    .addColumn('envelope', 'blob', (c) => c.notNull())
    .execute();
  const account = db.schema.createIndex('connections_account').on('connections');
  await account.columns(['user_id', 'account_id']).unique().execute();
  await db.schema.createIndex('connections_by_account').on('connections').column('account_id').execute();
  await db.schema.createIndex('connections_phone').on('connections').column('phone_fingerprint').execute();
  await db.schema.createIndex('connections_reference').on('connections').column('reference').execute();
}

async function createRetiredKeys(db: Db): Promise<void> {
  await db.schema
    .createTable('retired_keys')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('user_id', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('not_before', 'bigint', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('give_up_at', 'bigint', (c) => c.notNull())
    .addColumn('key_id', 'text', (c) => c.notNull())
    .addColumn('envelope', 'blob', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('retired_keys_due').on('retired_keys').column('not_before').execute();
}

export async function first(db: Db): Promise<void> {
  await createAttempts(db);
  await createConnections(db);
  await createRetiredKeys(db);
  await createAuditTables(db);
  await createVisitTables(db);
}
