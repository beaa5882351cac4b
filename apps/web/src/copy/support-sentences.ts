import type {
  CheckOutcome,
  DeliveryType,
  DiagnosisId,
  SupportStep,
  TimelineAction,
  TimelineEntry,
} from '@botize/contract';
import type * as z from 'zod/mini';

/** What the sentences of a diagnosis may name: as text of the language they are in. */
export interface DiagnosisValues {
  /** What follows "until", as `14:20`; null where no end is known. */
  until: string | null;
  /** The same moment the way it stands alone, as `at 14:20`. */
  at: string | null;
  triesLeft: number | null;
}

type Words = string | ((values: DiagnosisValues) => string);

/** What happened, why, what staff do next, and what to paste to the person: one paragraph each. */
export interface DiagnosisWords {
  title: Words;
  why: Words;
  next: Words[];
  answer: Words[];
}

/** Support has something to say of everything: a language that lacks one fails the type check. */
export type DiagnosisSentences = Record<DiagnosisId, DiagnosisWords>;

export const say = (words: Words, values: DiagnosisValues): string =>
  typeof words === 'string' ? words : words(values);

/** What a line of the timeline may name. */
export interface TimelineValues {
  actor: TimelineEntry['actor'];
  /** Which member of staff, where it was one. */
  staffId: string | null;
  step: SupportStep | null;
  /** What went wrong, as its diagnosis says it. */
  problem: string | null;
  delivery: z.infer<typeof DeliveryType> | null;
  triesLeft: number | null;
  outcome: CheckOutcome | null;
}

export type TimelineSentences = Record<TimelineAction, (values: TimelineValues) => string>;
