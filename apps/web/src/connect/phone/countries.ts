import {
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type CountryCode,
} from 'libphonenumber-js/min';
import { international } from './read-number.ts';
import { onlyDigits, westernDigits } from './digits.ts';

/** A country to choose; `flag` is the address of a picture, or null where there is none. */
export interface Country {
  code: string;
  name: string;
  /** `+34` */
  prefix: string;
  flag: string | null;
}

export interface ReadNumber {
  /** What Telegram gets; null where no country code is known. */
  e164: string | null;
  /** The country that the number itself tells, if it does. */
  country: string | null;
  /** The number as it is written at home, for the field. */
  national: string | null;
  /** Whether it looks like a number of its country. A hint only: it never refuses one. */
  usual: boolean;
}

const flags = import.meta.glob<string>('../../../../../node_modules/country-flag-icons/3x2/*.svg', {
  query: '?url',
  import: 'default',
  eager: true,
});
const flagOf = (code: string) => flags[`../../../../../node_modules/country-flag-icons/3x2/${code}.svg`] ?? null;

export function listCountries(locale: string): Country[] {
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  return getCountries()
    .map((code) => ({
      code,
      name: names.of(code) ?? code,
      prefix: `+${getCountryCallingCode(code)}`,
      flag: flagOf(code),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale));
}

const supported = (code: string | null): CountryCode | undefined =>
  code !== null && isSupportedCountry(code) ? code : undefined;

/** Reads a number as typed or pasted, in any of the usual forms. `country` counts where the text has no prefix. */
export function readNumber(text: string, country: string | null): ReadNumber {
  const home = supported(country);
  const parsed = parsePhoneNumberFromString(international(text) ?? westernDigits(text), home);
  if (parsed?.isPossible()) {
    return {
      e164: parsed.number,
      country: parsed.country ?? null,
      national: parsed.formatNational(),
      usual: true,
    };
  }
  const digits = onlyDigits(text);
  const assumed = home === undefined || digits === '' ? null : `+${getCountryCallingCode(home)}${digits}`;
  const e164 = international(text) ?? assumed;
  const known = parsed?.country ?? (e164 === null ? null : countryByPrefix(e164));
  return { e164, country: known, national: null, usual: known === null };
}

/** The main country of a calling code: the longest one that the number begins with. */
function countryByPrefix(e164: string): string | null {
  const digits = e164.slice(1);
  const matching = getCountries().filter((code) => digits.startsWith(getCountryCallingCode(code)));
  const longest = Math.max(0, ...matching.map((code) => getCountryCallingCode(code).length));
  return matching.find((code) => getCountryCallingCode(code).length === longest) ?? null;
}

/** `+34 ••• ••• 678`, the same mask as the server's. */
export function maskNumber(e164: string): string {
  const country = readNumber(e164, null).country;
  const prefix = supported(country) ? `+${getCountryCallingCode(country as CountryCode)}` : e164.slice(0, 3);
  return `${prefix} ••• ••• ${e164.slice(-3)}`;
}
