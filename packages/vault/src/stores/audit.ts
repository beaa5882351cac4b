import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AuditEntry, Vault } from '@botize/login';
import { encodeFields, type Field } from '../crypto/fields.ts';
import type { Keyring } from '../crypto/keyring.ts';
import { StorageError } from '../errors.ts';
import type { AuditHeadRow, AuditRow, Db } from '../schema.ts';
import type { Parts } from './parts.ts';

/** What the first entry of a chain follows. */
export const chainStart = Buffer.alloc(32);

const mac = (keyring: Keyring, purpose: string, fields: Field[]): Buffer =>
  createHmac('sha256', keyring.macKey(purpose)).update(encodeFields(fields)).digest();

/** Binds the entry to its place, its user and the entry before. */
export function entryMac(keyring: Keyring, row: Omit<AuditRow, 'mac'>, previous: Buffer): Buffer {
  return mac(keyring, 'audit entry', [
    row.user_id,
    row.position,
    row.at,
    row.actor_kind,
    row.actor_id,
    row.action,
    row.attempt_id,
    row.connection_id,
    row.detail,
    previous,
  ]);
}

/** Without it the last entries could be cut off: what remains is a good chain. */
function headSeal(keyring: Keyring, head: Omit<AuditHeadRow, 'seal'>): Buffer {
  return mac(keyring, 'audit head', [head.user_id, head.position, head.mac]);
}

export function isGenuineHead(keyring: Keyring, head: AuditHeadRow): boolean {
  const expected = headSeal(keyring, head);
  return head.seal.length === expected.length && timingSafeEqual(head.seal, expected);
}

async function headOf(keyring: Keyring, db: Db, userId: string): Promise<Omit<AuditHeadRow, 'seal'>> {
  const head = await db.selectFrom('audit_heads').selectAll().where('user_id', '=', userId).executeTakeFirst();
  if (!head) return { user_id: userId, position: 0, mac: chainStart };
  if (!isGenuineHead(keyring, head)) throw new StorageError('damaged', 'an audit chain was tampered with');
  return head;
}

/** Adds to the user's chain, inside the transaction of what it records. @throws StorageError if the chain is broken */
export async function appendAudit(keyring: Keyring, db: Db, entry: AuditEntry): Promise<void> {
  const last = await headOf(keyring, db, entry.userId);
  const row = {
    user_id: entry.userId,
    position: last.position + 1,
    at: entry.at,
    actor_kind: entry.actor.kind,
    actor_id: entry.actor.id,
    action: entry.action,
    attempt_id: entry.attemptId ?? null,
    connection_id: entry.connectionId ?? null,
    detail: entry.detail ? JSON.stringify(entry.detail) : null,
  };
  const link = entryMac(keyring, row, last.mac);
  await db
    .insertInto('audit')
    .values({ ...row, mac: link })
    .execute();
  const head = { user_id: entry.userId, position: row.position, mac: link };
  const sealed = { ...head, seal: headSeal(keyring, head) };
  await db
    .insertInto('audit_heads')
    .values(sealed)
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(sealed))
    .execute();
}

function auditEntry(row: AuditRow): AuditEntry {
  return {
    userId: row.user_id,
    at: row.at,
    actor: { kind: row.actor_kind, id: row.actor_id },
    action: row.action,
    ...(row.attempt_id === null ? {} : { attemptId: row.attempt_id }),
    ...(row.connection_id === null ? {} : { connectionId: row.connection_id }),
    ...(row.detail === null ? {} : { detail: JSON.parse(row.detail) as NonNullable<AuditEntry['detail']> }),
  };
}

/** Newest first. */
export function auditReads({ store }: Parts): Pick<Vault, 'activity'> {
  return {
    async activity(userId, connectionId, limit) {
      const rows = await store.read((db) =>
        db
          .selectFrom('audit')
          .selectAll()
          .where('user_id', '=', userId)
          .$if(connectionId !== null, (query) => query.where('connection_id', '=', connectionId))
          .orderBy('position', 'desc')
          .limit(limit)
          .execute(),
      );
      return rows.map(auditEntry);
    },
  };
}
