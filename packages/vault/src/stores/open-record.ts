import { createHash } from 'node:crypto';
import type { AuditEntry } from '@botize/login';
import { EnvelopeError, StorageError } from '../errors.ts';
import type { Db } from '../schema.ts';
import type { Store } from '../sqlite/store.ts';
import { appendAudit } from './audit.ts';
import type { DamagedRecord, Parts } from './parts.ts';

export interface StoredRow {
  id: string;
  user_id: string;
  envelope: Buffer;
}

/** What was written down already: rounds come to the same record again and again. */
const noted = new WeakMap<Store, Set<string>>();

function isNew({ store }: Parts, table: DamagedRecord['table'], row: StoredRow): boolean {
  const known = noted.get(store) ?? new Set();
  noted.set(store, known);
  const content = createHash('sha256').update(row.envelope).digest('base64');
  const key = `${table} ${row.id} ${row.user_id} ${content}`;
  if (known.has(key)) return false;
  known.add(key);
  return true;
}

function entryOf(parts: Parts, table: DamagedRecord['table'], row: StoredRow, error: EnvelopeError): AuditEntry {
  return {
    userId: row.user_id,
    at: parts.clock.now(),
    actor: { kind: 'system', id: 'vault' },
    action: 'staff.secret_refused',
    ...(table === 'attempts' ? { attemptId: row.id } : {}),
    ...(table === 'connections' ? { connectionId: row.id } : {}),
    detail: { table, id: row.id, reason: error.reason },
  };
}

/** Writes a secret that did not open into its user's audit, inside the transaction of `db`. */
export async function noteRefused(
  parts: Parts,
  db: Db,
  { table, row, error }: { table: DamagedRecord['table']; row: StoredRow; error: EnvelopeError },
): Promise<void> {
  if (isNew(parts, table, row)) await appendAudit(parts.keyring, db, entryOf(parts, table, row, error));
}

async function noteApart(parts: Parts, table: DamagedRecord['table'], row: StoredRow, error: EnvelopeError) {
  try {
    await parts.store.write((db) => noteRefused(parts, db, { table, row, error }));
  } catch (failure) {
    // It stays refused, whether that can be written down or not.
    if (!(failure instanceof StorageError)) throw failure;
  }
}

/** Opens a stored record. One that doesn't is audited before the error goes on. @throws EnvelopeError */
export async function opened<Row extends StoredRow, T>(
  parts: Parts,
  table: DamagedRecord['table'],
  row: Row,
  open: (row: Row) => T,
): Promise<T> {
  try {
    return open(row);
  } catch (error) {
    if (error instanceof EnvelopeError) await noteApart(parts, table, row, error);
    throw error;
  }
}

/** The records that open, in order; the others are audited and reported. */
export async function readable<Row extends StoredRow, T>(
  parts: Parts,
  table: DamagedRecord['table'],
  rows: Row[],
  open: (row: Row) => T,
): Promise<T[]> {
  const records: T[] = [];
  for (const row of rows) {
    try {
      records.push(await opened(parts, table, row, open));
    } catch (error) {
      parts.onDamaged({ table, id: row.id, error: error as Error });
    }
  }
  return records;
}
