import type { StaffLookList } from '@botize/contract';
import { timestamp } from '../../machine/to-public.ts';
import { staffChain, type Staff, type SupportDeps } from './deps.ts';

const pageSize = 50;

/** What this member of staff looked at and did, from their own chain; the cursor is a place in it. */
export async function staffLooks(
  { support }: Pick<SupportDeps, 'support'>,
  staff: Staff,
  cursor: string | undefined,
): Promise<StaffLookList> {
  const before = cursor === undefined ? null : Number.parseInt(cursor, 36) || 0;
  const records = await support.looksOf(staffChain(staff), before, pageSize);
  const last = records.length < pageSize ? undefined : records.at(-1);
  const items = records.map(({ position: _, at, ...look }) => ({ ...look, at: timestamp(at) }));
  return { items, nextCursor: last === undefined ? null : last.position.toString(36) };
}
