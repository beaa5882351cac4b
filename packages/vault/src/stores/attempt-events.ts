import type { MessageCode, Step } from '@botize/contract';
import type { AttemptRecord, Millis } from '@botize/login';
import type { Db } from '../schema.ts';
import type { Parts } from './parts.ts';

/** One line of an attempt's history: the step it came to and what it said there. Nothing secret. */
export interface AttemptEvent {
  at: Millis;
  step: Step;
  code: MessageCode | null;
}

function codeOf({ signIn: { state } }: AttemptRecord): MessageCode | null {
  if (state.step === 'failed') return state.code;
  return 'issue' in state ? (state.issue?.code ?? null) : null;
}

/** Notes the change, unless neither the step nor the issue is another than before. */
export async function noteEvent(db: Db, record: AttemptRecord, at: Millis): Promise<void> {
  const now = { step: record.signIn.state.step, code: codeOf(record) };
  const last = await db
    .selectFrom('attempt_events')
    .select(['step', 'code'])
    .where('attempt_id', '=', record.id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last?.step === now.step && last.code === now.code) return;
  await db
    .insertInto('attempt_events')
    .values({ attempt_id: record.id, at, ...now })
    .execute();
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
