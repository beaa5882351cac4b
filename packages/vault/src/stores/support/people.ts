import type { AttemptRecord, ConnectLinkRecord, Millis, PersonRecord, RefusedStart } from '@botize/login';
import type { Db } from '../../schema.ts';
import type { PersonRow } from '../../schema-support.ts';
import type { BrowserSessionRecord } from '../browser-sessions.ts';
import { tally } from './tallies.ts';

/** A label as it is searched and sorted. */
export const labelKey = (label: string): string => label.normalize('NFKC').toLowerCase();

const blank = {
  label: null,
  label_key: null,
  locale: null,
  time_zone: null,
  first_seen_at: null,
  last_seen_at: null,
  refused_code: null,
  refused_at: null,
  refused_retry_at: null,
  refused_request_id: null,
};

/** What is new of a person; what isn't known now stays as it was. */
async function note(db: Db, userId: string, news: Partial<PersonRow>): Promise<void> {
  const known = Object.fromEntries(Object.entries(news).filter(([, value]) => value !== null && value !== undefined));
  await db
    .insertInto('people')
    .values({ user_id: userId, ...blank, ...known })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ user_id: userId, ...known }))
    .execute();
}

/** Somebody has come. */
export async function noteVisit(db: Db, { user, locale, createdAt }: BrowserSessionRecord): Promise<void> {
  const named = { label: user.label, label_key: labelKey(user.label), locale };
  await note(db, user.id, { ...named, last_seen_at: createdAt });
  await seenFirst(db, user.id, createdAt);
}

const seenFirst = (db: Db, userId: string, at: Millis) =>
  db
    .updateTable('people')
    .set({ first_seen_at: at })
    .where('user_id', '=', userId)
    .where('first_seen_at', 'is', null)
    .execute();

/** The host has made a link for somebody, who may never come. */
export const noteInvited = (db: Db, { userId, userLabel, locale }: ConnectLinkRecord): Promise<void> =>
  note(db, userId, { label: userLabel, label_key: labelKey(userLabel), locale });

/** A sign-in has begun: whatever came to nothing before it is nobody's concern any more. */
export async function noteStart(db: Db, { id, userId, consent }: AttemptRecord, at: Millis): Promise<void> {
  await db
    .updateTable('attempts')
    .set({ standing: 'over' })
    .where('user_id', '=', userId)
    .where('standing', '=', 'failed')
    .where('id', '!=', id)
    .execute();
  await note(db, userId, { locale: consent.locale, time_zone: consent.timeZone ?? null });
  await db
    .updateTable('people')
    .set({ refused_code: null, refused_at: null, refused_retry_at: null, refused_request_id: null })
    .where('user_id', '=', userId)
    .where('refused_code', 'is not', null)
    .execute();
  await tally(db, at, 'started');
}

export async function noteRefused(db: Db, userId: string, refused: RefusedStart): Promise<void> {
  const { code, at, retryAt, requestId } = refused;
  const row = { refused_code: code, refused_at: at, refused_retry_at: retryAt, refused_request_id: requestId };
  await note(db, userId, {});
  await db.updateTable('people').set(row).where('user_id', '=', userId).execute();
  await tally(db, at, 'refused');
  await tally(db, at, 'error', code);
}

export function toPerson(row: PersonRow): PersonRecord {
  const { refused_code: code, refused_at: at, refused_retry_at: retryAt, refused_request_id: requestId } = row;
  return {
    userId: row.user_id,
    label: row.label,
    locale: row.locale,
    timeZone: row.time_zone,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
    refused: code === null || at === null ? null : { code, at, retryAt, requestId },
  };
}

/** What a look at a user is called in `looks`. */
export const aboutUser = (userId: string): string => `user:${userId}`;
