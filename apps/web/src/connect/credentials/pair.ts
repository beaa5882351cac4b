import { westernDigits } from '../phone/digits.ts';

/** What was found in a pasted text; a member is missing where nothing fits. */
export interface FoundPair {
  apiId?: string;
  apiHash?: string;
}

const HASH_LENGTH = 32;
const LARGEST_ID = 2_147_483_647;
/** Marks that copying from a page brings along and nobody sees. */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g;

/** A typed or pasted value without what can't belong to it: spaces around it and invisible marks. */
export const tidy = (value: string): string => westernDigits(value.replaceAll(invisible, '')).trim();

export const isHash = (value: string): boolean => /^[0-9a-f]{32}$/i.test(value);
export const isNumber = (value: string): boolean => /^\d+$/.test(value);

/** Finds API ID and API hash in any text, for instance in both lines of Telegram's page or in all of it. */
export function readPair(text: string): FoundPair {
  const clean = tidy(text);
  const apiHash = /(?<![0-9a-z])[0-9a-f]{32}(?![0-9a-z])/i.exec(clean)?.[0];
  const rest = apiHash === undefined ? clean : clean.replace(apiHash, ' ');
  const apiId =
    /api[_ ]?id\W{0,4}\s*(\d{1,10})(?!\d)/i.exec(rest)?.[1] ?? /(?<![\w.]|\d:)\d{5,10}(?![\w.])/.exec(rest)?.[0];
  return {
    ...(apiId === undefined ? {} : { apiId }),
    ...(apiHash === undefined ? {} : { apiHash: apiHash.toLowerCase() }),
  };
}

/** Whether each value stands in the other's field. */
export const areSwapped = (apiId: string, apiHash: string): boolean => isHash(tidy(apiId)) && isNumber(tidy(apiHash));

/** What is wrong with a value, for the page to say; null when nothing is. */
export type IdProblem = 'required' | 'isHash' | 'notNumber' | 'tooLarge' | null;
export type HashProblem = 'required' | 'isNumber' | 'letters' | 'length' | null;

export function problemOfId(raw: string): IdProblem {
  const value = tidy(raw);
  if (value === '') return 'required';
  if (isHash(value)) return 'isHash';
  if (!isNumber(value) || Number(value) === 0) return 'notNumber';
  return Number(value) > LARGEST_ID ? 'tooLarge' : null;
}

export function problemOfHash(raw: string): HashProblem {
  const value = tidy(raw);
  if (value === '') return 'required';
  if (isNumber(value) && value.length !== HASH_LENGTH) return 'isNumber';
  if (!/^[0-9a-f]+$/i.test(value)) return 'letters';
  return value.length === HASH_LENGTH ? null : 'length';
}
