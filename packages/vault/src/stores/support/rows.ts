import type { AttemptsWith, ConnectionsWith, Place, RefusedWith, RowQuery, StaffRow } from '@botize/login';
import { sql, type SqlBool } from 'kysely';
import type { Db } from '../../schema.ts';
import { toPerson } from './people.ts';
import { attemptColumns, connectionColumns, toStaffAttempt, toStaffConnection } from './staff-rows.ts';

/** Which comes first of what happened in the same millisecond. */
const ranks = { attempts: 0, refused: 1, connections: 2 } as const;

type Bare = Omit<StaffRow, 'label'> extends infer Row ? Row : never;
type Range = Pick<RowQuery, 'from' | 'after' | 'limit'>;

/** What of one kind of rows comes after a place in the whole list. */
function beyond(after: Place | null, rank: number, since: string, id: string) {
  if (after === null) return sql<SqlBool>`true`;
  if (rank < after.rank) return sql<SqlBool>`${sql.ref(since)} < ${after.since}`;
  if (rank > after.rank) return sql<SqlBool>`${sql.ref(since)} <= ${after.since}`;
  return sql<SqlBool>`(${sql.ref(since)}, ${sql.ref(id)}) < (${after.since}, ${after.id})`;
}

/** Columns that have to be equal, by name; what is absent is not asked. */
function equalities(columns: Record<string, string | undefined>) {
  const asked = Object.entries(columns).filter(([, value]) => value !== undefined);
  return sql.join<SqlBool>(
    asked.map(([column, value]) => sql`${sql.ref(column)} = ${value}`),
    sql` and `,
  );
}

async function attempts(db: Db, having: AttemptsWith, { from, after, limit }: Range) {
  const { standing, step, userId, phone, reference } = { ...having } as Partial<Record<string, string>>;
  const rows = await db
    .selectFrom('attempts')
    .select(attemptColumns)
    .where(equalities({ standing, step, user_id: userId, phone_fingerprint: phone, reference }))
    .where('state_since', '>=', from)
    .where(beyond(after, ranks.attempts, 'state_since', 'id'))
    .orderBy('state_since', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toStaffAttempt).map((attempt) => ({
    kind: 'attempt' as const,
    since: attempt.since,
    rank: ranks.attempts,
    id: attempt.id,
    userId: attempt.userId,
    attempt,
  }));
}

async function connections(db: Db, having: ConnectionsWith, { from, after, limit }: Range) {
  const { status, reason, userId, username, phone, reference, id } = { ...having } as Partial<Record<string, string>>;
  const rows = await db
    .selectFrom('connections')
    .select(connectionColumns)
    .where(
      equalities({ status, reason, user_id: userId, username_key: username, phone_fingerprint: phone, reference, id }),
    )
    .where('status_since', '>=', from)
    .where(beyond(after, ranks.connections, 'status_since', 'id'))
    .orderBy('status_since', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toStaffConnection).map((connection) => ({
    kind: 'connection' as const,
    since: connection.since,
    rank: ranks.connections,
    id: connection.id,
    userId: connection.userId,
    connection,
  }));
}

async function refusedStarts(db: Db, having: RefusedWith, { from, after, limit }: Range) {
  const { userId, requestId } = { ...having } as Partial<Record<string, string>>;
  const rows = await db
    .selectFrom('people')
    .selectAll()
    .where('refused_code', 'is not', null)
    .$if(userId !== undefined, (query) => query.where('user_id', '=', userId ?? ''))
    .$if(requestId !== undefined, (query) => query.where('refused_request_id', '=', requestId ?? ''))
    .where('refused_at', '>=', from)
    .where(beyond(after, ranks.refused, 'refused_at', 'user_id'))
    .orderBy('refused_at', 'desc')
    .orderBy('user_id', 'desc')
    .limit(limit)
    .execute();
  return rows.flatMap((row) => {
    const { refused, userId: id } = toPerson(row);
    if (refused === null) return [];
    return [{ kind: 'refused_start' as const, since: refused.at, rank: ranks.refused, id, userId: id, refused }];
  });
}

const newestFirst = (a: Place, b: Place): number =>
  b.since - a.since || a.rank - b.rank || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

async function labelsOf(db: Db, userIds: string[]): Promise<Map<string, string | null>> {
  if (userIds.length === 0) return new Map();
  const rows = await db.selectFrom('people').select(['user_id', 'label']).where('user_id', 'in', userIds).execute();
  return new Map(rows.map((row) => [row.user_id, row.label]));
}

/** One range of an index for each thing asked for, merged: no more rows are read than a page of each. */
export async function rowsOf(db: Db, query: RowQuery): Promise<StaffRow[]> {
  const found: Bare[] = [];
  for (const having of query.attempts) found.push(...(await attempts(db, having, query)));
  for (const having of query.refused) found.push(...(await refusedStarts(db, having, query)));
  for (const having of query.connections) found.push(...(await connections(db, having, query)));
  const unique = [...new Map(found.map((row) => [`${row.kind} ${row.id}`, row])).values()];
  const page = unique.toSorted(newestFirst).slice(0, query.limit);
  const labels = await labelsOf(db, [...new Set(page.map((row) => row.userId))]);
  return page.map((row) => ({ ...row, label: labels.get(row.userId) ?? null }) as StaffRow);
}
