import { openEnvelope, sealEnvelope, type EnvelopeContext } from './crypto/envelope.ts';
import { EnvelopeError } from './errors.ts';
import { partsOfVault, type SqliteVault } from './open-vault.ts';
import type { Db } from './schema.ts';
import { attemptContext } from './stores/attempt-rows.ts';
import { connectionContext } from './stores/connection-rows.ts';
import { forgetKey, forgetOtherKeys } from './stores/key-checks.ts';
import { noteRefused, type StoredRow } from './stores/open-record.ts';
import type { DamagedRecord, Parts } from './stores/parts.ts';
import { retiredKeyContext } from './stores/retired-keys.ts';

/** How many records need which key. */
export interface RotationProgress {
  activeKeyId: string;
  byKeyId: Record<string, number>;
  left: number;
}

/** `damaged` records don't open, so they were left alone; their key is still asked for at start. */
export interface RotationOutcome {
  moved: number;
  damaged: DamagedRecord[];
}

export interface SealedRecord extends StoredRow {
  context: EnvelopeContext;
}

export interface RotationOptions {
  /** Records a transaction. */
  batch?: number;
  /** Called after each transaction with how many records it has moved; the rotation waits for it. */
  onBatch?: (moved: number) => void | Promise<void>;
}

type Table = DamagedRecord['table'];
const tables: readonly Table[] = ['attempts', 'connections', 'retired_keys'];

/** The next records of a table after `id`; `notUnder` leaves out those of one key. */
export async function sealedRecordsAfter(
  db: Db,
  table: Table,
  { id, limit, notUnder = '' }: { id: string; limit: number; notUnder?: string },
): Promise<SealedRecord[]> {
  const keyId = notUnder;
  if (table === 'attempts') {
    const rows = db.selectFrom(table).selectAll().where('key_id', '!=', keyId).where('id', '>', id);
    return (await rows.orderBy('id').limit(limit).execute()).map((row) => ({ ...row, context: attemptContext(row) }));
  }
  if (table === 'connections') {
    const rows = db.selectFrom(table).selectAll().where('key_id', '!=', keyId).where('id', '>', id);
    return (await rows.orderBy('id').limit(limit).execute()).map((row) => ({
      ...row,
      context: connectionContext(row),
    }));
  }
  const rows = db.selectFrom(table).selectAll().where('key_id', '!=', keyId).where('id', '>', id);
  return (await rows.orderBy('id').limit(limit).execute()).map((row) => ({ ...row, context: retiredKeyContext(row) }));
}

async function reseal({ keyring }: Parts, db: Db, table: Table, record: SealedRecord): Promise<void> {
  const plain = openEnvelope(keyring, record.context, record.envelope);
  try {
    const sealed = { envelope: sealEnvelope(keyring, record.context, plain), key_id: keyring.activeId };
    await db.updateTable(table).set(sealed).where('id', '=', record.id).execute();
  } finally {
    plain.fill(0);
  }
}

interface Batch {
  moved: number;
  damaged: DamagedRecord[];
  /** Where the next one begins; none after the last. */
  last: string | undefined;
}

async function rotateBatch(parts: Parts, db: Db, table: Table, from: { id: string; limit: number }): Promise<Batch> {
  const records = await sealedRecordsAfter(db, table, { ...from, notUnder: parts.keyring.activeId });
  const batch: Batch = { moved: 0, damaged: [], last: records.at(-1)?.id };
  for (const record of records) {
    try {
      await reseal(parts, db, table, record);
      batch.moved += 1;
    } catch (error) {
      if (!(error instanceof EnvelopeError)) throw error;
      await noteRefused(parts, db, { table, row: record, error });
      batch.damaged.push({ table, id: record.id, error });
    }
  }
  return batch;
}

async function rotateTable(parts: Parts, table: Table, options: Required<RotationOptions>): Promise<RotationOutcome> {
  const outcome: RotationOutcome = { moved: 0, damaged: [] };
  for (let id: string | undefined = ''; id !== undefined;) {
    const from: { id: string; limit: number } = { id, limit: options.batch };
    const { moved, damaged, last }: Batch = await parts.store.write((db) => rotateBatch(parts, db, table, from));
    outcome.moved += moved;
    outcome.damaged.push(...damaged);
    if (moved > 0) await options.onBatch(moved);
    id = last;
  }
  return outcome;
}

async function countByKey(db: Db): Promise<[keyId: string, count: number][]> {
  const counts = new Map<string, number>();
  for (const table of tables) {
    const rows = db.selectFrom(table).select(['key_id', ({ fn }) => fn.countAll<number>().as('count')]);
    for (const { key_id: keyId, count } of await rows.groupBy('key_id').execute()) {
      counts.set(keyId, (counts.get(keyId) ?? 0) + count);
    }
  }
  return [...counts];
}

/** How far a rotation is. */
export async function rotationProgress(vault: SqliteVault): Promise<RotationProgress> {
  const { store, keyring } = partsOfVault(vault);
  const counts = await store.snapshot(countByKey);
  const others = counts.filter(([keyId]) => keyId !== keyring.activeId);
  return {
    activeKeyId: keyring.activeId,
    byKeyId: Object.fromEntries(counts),
    left: others.reduce((sum, [, count]) => sum + count, 0),
  };
}

/** All or nothing: the old keys are let go only while nothing is left under them. */
const letGoOfOldKeys = ({ store, keyring }: Parts): Promise<boolean> =>
  store.write(async (db) => {
    const done = (await countByKey(db)).every(([keyId]) => keyId === keyring.activeId);
    if (done) await forgetOtherKeys(db, keyring);
    return done;
  });

/**
 * Moves every record to the active key, a batch a transaction, while others read and write. Can be killed and begun
 * again at any moment. Afterwards the other keys open nothing and the database doesn't ask for them.
 */
export async function rotateKeys(vault: SqliteVault, options: RotationOptions = {}): Promise<RotationOutcome> {
  const parts = partsOfVault(vault);
  const { batch = 50, onBatch = () => {} } = options;
  const outcome: RotationOutcome = { moved: 0, damaged: [] };
  // A server that still seals under the old key may put a record behind us, so we look again until none is left.
  for (let moved = 1, done = false; moved > 0 && !done;) {
    moved = 0;
    outcome.damaged = [];
    for (const table of tables) {
      const pass = await rotateTable(parts, table, { batch, onBatch });
      moved += pass.moved;
      outcome.damaged.push(...pass.damaged);
    }
    outcome.moved += moved;
    done = await letGoOfOldKeys(parts);
  }
  await parts.store.emptyLog();
  return outcome;
}

/**
 * From now on the database doesn't ask for this key, if no record needs it; answers how many still do. A server that
 * seals under it looks for another one with its next write.
 */
export function letGoOfKey(vault: SqliteVault, id: string): Promise<number> {
  return partsOfVault(vault).store.write(async (db) => {
    const needed = new Map(await countByKey(db)).get(id) ?? 0;
    if (needed === 0) await forgetKey(db, id);
    return needed;
  });
}
