import { type SearchKind, SearchKind as SearchKinds, type StaffLook } from '@botize/contract';
import type { Look, Millis, StaffLookRecord } from '@botize/login';
import type { Keyring } from '../../crypto/keyring.ts';
import type { AuditRow, Db } from '../../schema.ts';
import { appendAudit } from '../audit.ts';

/** In one transaction: either the look stands in every chain, or nobody has looked. */
export async function noteLook(keyring: Keyring, db: Db, look: Look, notSince: Millis): Promise<Millis> {
  const { staffId, about, at, entries } = look;
  const known = db.selectFrom('looks').select('at').where('staff_id', '=', staffId).where('about', '=', about);
  const before = (await known.executeTakeFirst())?.at;
  if (before !== undefined && before > notSince) return before;
  for (const entry of entries) await appendAudit(keyring, db, entry);
  await db
    .insertInto('looks')
    .values({ staff_id: staffId, about, at })
    .onConflict((conflict) => conflict.columns(['staff_id', 'about']).doUpdateSet({ at }))
    .execute();
  return at;
}

const actions: Record<string, StaffLook['action']> = {
  'staff.searched': 'searched',
  'staff.looked': 'looked',
  'staff.asked_check': 'asked_check',
  'staff.sent_link': 'sent_link',
  'staff.ended_attempt': 'ended_attempt',
  'staff.cleared_limit': 'cleared_limit',
};

const textIn = (detail: Record<string, unknown>, name: string): string | null => {
  const value = detail[name];
  return typeof value === 'string' ? value : null;
};

const kindIn = (detail: Record<string, unknown>): SearchKind | null =>
  SearchKinds.options.find((kind) => kind === detail['kind']) ?? null;

function toLook(row: AuditRow, labels: Map<string, string | null>): StaffLookRecord[] {
  const action = actions[row.action];
  if (action === undefined) return [];
  const detail = JSON.parse(row.detail ?? '{}') as Record<string, unknown>;
  const userId = textIn(detail, 'user');
  const label = userId === null ? null : (labels.get(userId) ?? null);
  const { at, position } = row;
  return [{ at, position, action, searchKind: kindIn(detail), userId, label, why: textIn(detail, 'why') }];
}

export async function looksOf(
  db: Db,
  staffChain: string,
  before: number | null,
  limit: number,
): Promise<StaffLookRecord[]> {
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where('user_id', '=', staffChain)
    .$if(before !== null, (query) => query.where('position', '<', before ?? 0))
    .orderBy('position', 'desc')
    .limit(limit)
    .execute();
  const users = rows.flatMap((row) => textIn(JSON.parse(row.detail ?? '{}') as Record<string, unknown>, 'user') ?? []);
  const people =
    users.length === 0
      ? []
      : await db.selectFrom('people').select(['user_id', 'label']).where('user_id', 'in', users).execute();
  const labels = new Map(people.map((person) => [person.user_id, person.label]));
  return rows.flatMap((row) => toLook(row, labels));
}
