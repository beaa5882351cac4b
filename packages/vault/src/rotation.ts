import { openEnvelope, sealEnvelope, type EnvelopeContext } from './crypto/envelope.ts';
import { EnvelopeError } from './errors.ts';
import { partsOfVault, type SqliteVault } from './open-vault.ts';
import type { Db } from './schema.ts';
import { attemptContext } from './stores/attempt-rows.ts';
import { connectionContext } from './stores/connection-rows.ts';
import { forgetOtherKeys } from './stores/key-checks.ts';
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

interface SealedRecord {
  id: string;
  envelope: Buffer;
  context: EnvelopeContext;
}

type Table = DamagedRecord['table'];
const tables: readonly Table[] = ['attempts', 'connections', 'retired_keys'];

/** The next records of a table after `id` that are not under the active key. */
async function nextRecords(
  db: Db,
  table: Table,
  keyId: string,
  from: { id: string; limit: number },
): Promise<SealedRecord[]> {
  const { id, limit } = from;
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

async function rotateTable(parts: Parts, table: Table, batch: number): Promise<RotationOutcome> {
  const { store, keyring } = parts;
  const outcome: RotationOutcome = { moved: 0, damaged: [] };
  for (let last: string | undefined = ''; last !== undefined;) {
    const from = { id: last, limit: batch };
    last = await store.write(async (db) => {
      const records = await nextRecords(db, table, keyring.activeId, from);
      for (const record of records) {
        try {
          await reseal(parts, db, table, record);
          outcome.moved += 1;
        } catch (error) {
          if (!(error instanceof EnvelopeError)) throw error;
          outcome.damaged.push({ table, id: record.id, error });
        }
      }
      return records.at(-1)?.id;
    });
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

/**
 * Moves every record to the active key, a batch a transaction, while others read and write. Can be killed and begun
 * again at any moment. Afterwards the other keys open nothing and the database doesn't ask for them.
 */
export async function rotateKeys(vault: SqliteVault, { batch = 50 } = {}): Promise<RotationOutcome> {
  const parts = partsOfVault(vault);
  const outcome: RotationOutcome = { moved: 0, damaged: [] };
  for (const table of tables) {
    const { moved, damaged } = await rotateTable(parts, table, batch);
    outcome.moved += moved;
    outcome.damaged.push(...damaged);
  }
  await parts.store.write(async (db) => {
    if ((await countByKey(db)).every(([keyId]) => keyId === parts.keyring.activeId)) {
      await forgetOtherKeys(db, parts.keyring);
    }
  });
  await parts.store.emptyLog();
  return outcome;
}
