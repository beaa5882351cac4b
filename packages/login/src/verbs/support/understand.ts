import { type SearchKind, UserId } from '@botize/contract';
import { getCountries, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { codeAsTyped } from '../code-as-typed.ts';

/** What a text may have been meant as. Of a phone number: the forms it may have, in full and SECRET. */
export type Meaning =
  | { kind: Exclude<SearchKind, 'phone' | 'everybody'>; value: string }
  | { kind: 'phone'; numbers: string[] }
  | { kind: 'phone'; hashes: string[] };

const crockford = /^[0-9A-HJKMNP-TV-Z]{8}$/;

/** As people read it out: any case, with or without dashes, letters that Crockford's alphabet takes for digits. */
function referenceIn(text: string): string | null {
  const plain = text.toUpperCase().replace(/[\s-]/g, '');
  const hasName = plain.startsWith('CN');
  if (!hasName && !/^[0-9A-Z]{4}-[0-9A-Z]{4}$/i.test(text)) return null;
  const letters = (hasName ? plain.slice(2) : plain).replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return crockford.test(letters) ? `CN-${letters.slice(0, 4)}-${letters.slice(4)}` : null;
}

const telegramAddress = /^(?:https?:\/\/)?(?:www\.)?(?:t(?:elegram)?\.me|telegram\.dog)\/@?(\w{3,32})\/?$/i;

function usernameIn(text: string): string | null {
  const named = /^@(\w{3,32})$/.exec(text) ?? telegramAddress.exec(text);
  return named?.[1]?.toLowerCase() ?? null;
}

const isE164 = (number: string): boolean => /^\+[1-9]\d{6,14}$/.test(number);

/** Those that it would be in the countries where it is one, as people there write it. */
const nationalReadings = (digits: string): string[] =>
  getCountries().flatMap((country) => {
    const read = parsePhoneNumberFromString(digits, country);
    return read?.country === country && read.isValid() ? [read.number] : [];
  });

/** Empty where it can't be one. The international prefix may be a plus, two zeros or missing, and so may the country. */
function numbersIn(text: string): string[] {
  const typed = text.replace(/^tel:/i, '');
  if (!/^[+\p{Nd}\s().\p{Pd}/]{7,40}$/u.test(typed)) return [];
  const digits = codeAsTyped(typed).replace(/\D/g, '');
  const number = `+${digits.replace(/^00/, '')}`;
  // A zero in brackets is not dialled from abroad; the library knows where that is so.
  const known = parsePhoneNumberFromString(typed.includes('(0)') ? typed.replace('(0)', '') : number)?.number;
  const isInternational = typed.includes('+') || digits.startsWith('00');
  const national = isInternational ? [] : nationalReadings(digits);
  return [...new Set([number, ...(known === undefined ? [] : [known]), ...national])].filter(isE164);
}

/** What is no id of a user's may be that of another chain. */
export const isUserId = (text: string): boolean => UserId.safeParse(text).success;

/** Whatever the text may mean, the likeliest first. None: everybody. */
export function meaningsOf(q: string): Meaning[] {
  const text = q
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim();
  if (text === '') return [];
  const hashes = /^phone:([0-9a-f]{64}(?:,[0-9a-f]{64})*)$/.exec(text)?.[1];
  if (hashes !== undefined) return [{ kind: 'phone', hashes: hashes.split(',') }];
  if (/^con_[\w-]{22,64}$/.test(text)) return [{ kind: 'connection', value: text }];
  if (/^req_[\w-]{16,64}$/.test(text)) return [{ kind: 'request', value: text }];
  const username = usernameIn(text);
  if (username !== null) return [{ kind: 'username', value: username }];
  const numbers = numbersIn(text);
  const user: Meaning[] = isUserId(text) ? [{ kind: 'user', value: text }] : [];
  if (numbers.length > 0) {
    const phone: Meaning = { kind: 'phone', numbers };
    // Digits alone may be somebody's id at the host.
    return /^[+0]/.test(text) ? [phone, ...user] : [...user, phone];
  }
  const reference = referenceIn(text);
  if (reference !== null) return [{ kind: 'reference', value: reference }, ...user];
  const bare: Meaning[] = /^[a-z]\w{3,31}$/i.test(text) ? [{ kind: 'username', value: text.toLowerCase() }] : [];
  return [...user, { kind: 'label', value: text.toLowerCase() }, ...bare];
}
