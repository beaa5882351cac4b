import type { Place } from '../../ports/support.ts';

/** Where a page of people by label begins. */
export interface LabelPlace {
  key: string;
  userId: string;
}

const encode = (parts: unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

function decode(cursor: string | undefined): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor ?? '', 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

export const cursorOf = ({ since, rank, id }: Place): string => encode([since, rank, id]);
export const labelCursorOf = ({ key, userId }: LabelPlace): string => encode([key, userId]);

/** Null for none, and for one that isn't ours: then the list begins at its beginning. */
export function placeIn(cursor: string | undefined): Place | null {
  const [since, rank, id] = decode(cursor);
  if (!Number.isSafeInteger(since) || !Number.isSafeInteger(rank) || typeof id !== 'string') return null;
  return { since: Number(since), rank: Number(rank), id };
}

export function labelPlaceIn(cursor: string | undefined): LabelPlace | null {
  const [key, userId] = decode(cursor);
  return typeof key === 'string' && typeof userId === 'string' ? { key, userId } : null;
}
