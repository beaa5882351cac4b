import type { Delivery } from '@botize/contract';
import { onlyDigits, westernDigits } from '../phone/digits.ts';

/** How a code is typed: a number of boxes, or a text field. */
export type CodeInput = { kind: 'digits'; length: number } | { kind: 'text'; beginning: string | null };

/** More boxes than this wouldn't fit on a phone, and Telegram has never asked for so many digits. */
const MOST_BOXES = 8;

/** What the field looks like for each way a code may come. */
export function inputOf(delivery: Delivery): CodeInput {
  if (delivery.type === 'sms_word' || delivery.type === 'sms_phrase') {
    return { kind: 'text', beginning: delivery.beginning };
  }
  const length = 'length' in delivery ? delivery.length : 0;
  return length >= 1 && length <= MOST_BOXES ? { kind: 'digits', length } : { kind: 'text', beginning: null };
}

/** What stands in the boxes after typing or pasting: digits of any script, at most as many as there are boxes. */
export const digitsTyped = (text: string, length: number): string => onlyDigits(text).slice(0, length);

/** A word or phrase as it is sent; the digits of a code in a text field are written as 0–9. */
export const textTyped = (text: string): string => westernDigits(text).trim();

export const beginsAs = (text: string, beginning: string | null): boolean =>
  beginning === null || text.toLocaleLowerCase().startsWith(beginning.toLocaleLowerCase());

/** Fragment's page, only if it is Fragment's: the address comes from outside. */
export function fragmentUrl(url: string): string | null {
  try {
    const { protocol, hostname, href } = new URL(url);
    return protocol === 'https:' && (hostname === 'fragment.com' || hostname.endsWith('.fragment.com')) ? href : null;
  } catch {
    return null;
  }
}
