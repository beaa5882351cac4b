import type { MessageCode, Step } from '@botize/contract';
import type { AttemptRecord, Millis } from '@botize/login';
import type { Db } from '../schema.ts';
import type { Parts } from './parts.ts';
import { eventOf, type ShownEvent } from './support/shown.ts';
import { tally } from './support/tallies.ts';

/** One line of an attempt's history: the step it came to and what it said there. Nothing secret. */
export interface AttemptEvent {
  at: Millis;
  step: Step;
  code: MessageCode | null;
}

const columns = ['step', 'code', 'retry_at', 'delivery', 'resend_at', 'tries_left'] as const;

const isSame = (a: ShownEvent, b: ShownEvent) => columns.every((column) => a[column] === b[column]);

/** Notes the change, unless nothing that a person would see is another than before; answers whether it did. */
export async function noteEvent(db: Db, record: AttemptRecord, at: Millis): Promise<boolean> {
  const now = eventOf(record);
  const before = db.selectFrom('attempt_events').where('attempt_id', '=', record.id);
  const last = await before.select(columns).orderBy('id', 'desc').limit(1).executeTakeFirst();
  if (last && isSame(last, now)) return false;
  const isNewStep = !(await before.select('id').where('step', '=', now.step).limit(1).executeTakeFirst());
  await db
    .insertInto('attempt_events')
    .values({ attempt_id: record.id, at, ...now })
    .execute();
  if (isNewStep) await tally(db, at, 'reached', now.step);
  if (now.code !== null) await tally(db, at, 'error', now.code);
  return true;
}

export const attemptEventReads = ({ store }: Parts) => ({
  /** The history of an attempt of any user, oldest first: the caller decides who may see it. */
  attemptEvents: (attemptId: string): Promise<AttemptEvent[]> =>
    store.read((db) =>
      db
        .selectFrom('attempt_events')
        .select(['at', 'step', 'code'])
        .where('attempt_id', '=', attemptId)
        .orderBy('id')
        .execute(),
    ),
});
