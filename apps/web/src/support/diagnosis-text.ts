import type { Diagnosis } from '@botize/contract';
import type { LaterCatalogue } from '../copy/en-later.ts';
import type { Moment } from '../copy/moment.ts';
import { say, type DiagnosisSentences, type DiagnosisValues } from '../copy/support-sentences.ts';

/** A diagnosis in words, each of them a sentence of the catalogue. */
export interface DiagnosisText {
  title: string;
  why: string;
  next: string[];
  answer: string[];
}

interface Wording {
  diagnoses: DiagnosisSentences;
  time: LaterCatalogue['time'];
  moment: (iso: string) => Moment;
  /** What a time of day is followed by where it may be read somewhere else. */
  inZone?: (text: string) => string;
}

const same = (text: string) => text;

export function diagnosisText(
  diagnosis: Pick<Diagnosis, 'id' | 'until'>,
  triesLeft: number | null,
  { diagnoses, time, moment, inZone = same }: Wording,
): DiagnosisText {
  const end = diagnosis.until === null ? null : moment(diagnosis.until);
  const values: DiagnosisValues = {
    until: end === null ? null : inZone(time.until(end)),
    at: end === null ? null : inZone(time.at(end)),
    triesLeft,
  };
  const words = diagnoses[diagnosis.id];
  return {
    title: say(words.title, values),
    why: say(words.why, values),
    next: words.next.map((each) => say(each, values)),
    answer: words.answer.map((each) => say(each, values)),
  };
}

/** Well, waiting or wrong: the colour of a diagnosis, beside its icon and words. */
export const toneOf = (id: Diagnosis['id']): 'well' | 'care' | 'wrong' =>
  id === 'all_well'
    ? 'well'
    : ['account_banned', 'account_deleted', 'account_frozen', 'number_banned', 'contradiction', 'our_side'].includes(id)
      ? 'wrong'
      : 'care';
