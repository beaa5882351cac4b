import type { FieldErrorCode } from '@botize/contract';

/** What happened, and what to do now. */
export interface Sentence {
  title: string;
  do: string;
}

/** The fields of the first page, and those of the later ones. */
type FirstField = 'apiId' | 'apiHash' | 'consent';
type LaterField = 'phone' | 'code' | 'email' | 'password' | 'userId' | 'label';

/** The sentence beside a field, by field and by what is wrong with it. */
export type FieldSentences = Record<FirstField, Record<FieldErrorCode, string>>;
export type LaterFieldSentences = Record<LaterField, Record<FieldErrorCode, string>>;

/** Most fields say the same of `format`, `type` and what can't happen to them. */
export const fieldSentences = (required: string, format: string, range = format): Record<FieldErrorCode, string> => ({
  required,
  format,
  range,
  type: format,
  unknown_member: format,
});
