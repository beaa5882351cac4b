import type { SupportRow } from '@botize/contract';

/** What a row is about; it stays the same while the row changes. */
export const rowKey = (row: SupportRow): string => `${row.kind} ${row.connectionId ?? row.reference ?? row.userId}`;

export const personAddress = (row: SupportRow): string => `/support/users/${encodeURIComponent(row.userId)}`;

/**
 * New answers where somebody is reading the old one: every row that is still there is brought up to date in its place,
 * those that are gone go, and how many new ones wait is told.
 */
export function inPlace(shown: readonly SupportRow[], fresh: readonly SupportRow[]) {
  const byKey = new Map(fresh.map((row) => [rowKey(row), row]));
  const rows = shown.flatMap((row) => byKey.get(rowKey(row)) ?? []);
  return { rows, waiting: fresh.length - rows.length };
}
