import type { ActivityAction, ActivityEntry, CheckOutcome } from '@botize/contract';

export type Who = ActivityEntry['actor'];

/** A sentence for everything that may happen: a language that lacks one fails the type check. */
export type ActivitySentences = Record<ActivityAction, (who: Who, outcome: CheckOutcome | null) => string>;
