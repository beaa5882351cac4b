import type { Keyring } from '../crypto/keyring.ts';
import type { AuditHeadRow, AuditRow, Db } from '../schema.ts';
import { chainStart, entryMac, isGenuineHead } from './audit.ts';
import type { Parts } from './parts.ts';

/** The first place where a user's chain doesn't hold. */
export interface BrokenChain {
  userId: string;
  position: number;
  problem: 'entry_missing' | 'entry_changed' | 'end_changed';
}

export interface AuditVerdict {
  users: number;
  entries: number;
  broken: BrokenChain[];
}

function firstBreak(
  keyring: Keyring,
  userId: string,
  rows: AuditRow[],
  head: AuditHeadRow | undefined,
): BrokenChain | null {
  let previous: Buffer = chainStart;
  for (const [index, row] of rows.entries()) {
    const position = index + 1;
    if (row.position !== position) return { userId, position, problem: 'entry_missing' };
    if (!entryMac(keyring, row, previous).equals(row.mac)) return { userId, position, problem: 'entry_changed' };
    previous = row.mac;
  }
  const position = rows.length;
  if (!head || !isGenuineHead(keyring, head)) return { userId, position, problem: 'end_changed' };
  if (head.position > position) return { userId, position: position + 1, problem: 'entry_missing' };
  if (head.position < position || !head.mac.equals(previous)) return { userId, position, problem: 'end_changed' };
  return null;
}

async function usersWithChains(db: Db): Promise<string[]> {
  const entries = db.selectFrom('audit').select('user_id').distinct();
  const rows = await entries.union(db.selectFrom('audit_heads').select('user_id')).orderBy('user_id').execute();
  return rows.map((row) => row.user_id);
}

interface ChainCheck {
  entries: number;
  broken: BrokenChain | null;
}

async function checkChain(keyring: Keyring, db: Db, userId: string): Promise<ChainCheck> {
  const rows = await db.selectFrom('audit').selectAll().where('user_id', '=', userId).orderBy('position').execute();
  const head = await db.selectFrom('audit_heads').selectAll().where('user_id', '=', userId).executeTakeFirst();
  const broken = rows.length === 0 && !head ? null : firstBreak(keyring, userId, rows, head);
  return { entries: rows.length, broken };
}

export const auditVerification = ({ store, keyring }: Parts) => ({
  /** Checks the chain of one user, or of everybody. A chain that was removed as a whole, head and all, isn't missed. */
  async verifyAudit(userId?: string): Promise<AuditVerdict> {
    const users = userId === undefined ? await store.read(usersWithChains) : [userId];
    const verdict: AuditVerdict = { users: users.length, entries: 0, broken: [] };
    for (const user of users) {
      const { entries, broken } = await store.snapshot((db) => checkChain(keyring, db, user));
      verdict.entries += entries;
      if (broken) verdict.broken.push(broken);
    }
    return verdict;
  },
});
