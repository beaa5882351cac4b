import { type CodeGroup, codeGroup, type MessageCode } from '@botize/contract';
import type { Sentence } from './sentence.ts';

/** Finds the sentence of a code among those of one language. */
export const sentencesByKey =
  (sentences: Record<CodeGroup, Sentence>) =>
  (code: MessageCode): Sentence =>
    sentences[codeGroup(code)];
