import { E164 } from '@botize/contract';
import { onlyDigits, westernDigits } from './digits.ts';

/** What the number says, as far as its shape goes: only the shape may refuse a number. */
export type NumberProblem = { kind: 'empty' } | { kind: 'noPrefix' } | { kind: 'tooShort' | 'tooLong'; digits: number };

const SHORTEST = 7;
const LONGEST = 15;

/** Whether a typed text brings its country code along: `+34 …`, `0034 …`. */
export const hasPrefix = (text: string): boolean => /^\s*(\+|00)/.test(westernDigits(text).replaceAll(/[^\d+]/g, ''));

/** `+34612345678` out of "+34 612…" or "0034 612-34…"; null where the country code isn't part of the text. */
export function international(text: string): string | null {
  if (!hasPrefix(text)) return null;
  const western = westernDigits(text).replaceAll(/[^\d+]/g, '');
  return `+${onlyDigits(western.startsWith('+') ? western : western.slice(2))}`;
}

/** What is wrong with a number in the form Telegram gets, null when its shape is right. */
export function problemOfNumber(text: string, e164: string | null): NumberProblem | null {
  if (onlyDigits(text) === '') return { kind: 'empty' };
  if (e164 === null) return { kind: 'noPrefix' };
  if (E164.safeParse(e164).success) return null;
  const digits = e164.length - 1;
  if (digits > LONGEST) return { kind: 'tooLong', digits };
  return digits < SHORTEST ? { kind: 'tooShort', digits } : { kind: 'noPrefix' };
}
