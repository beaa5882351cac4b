import { E164 } from '@botize/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listCountries, maskNumber, readNumber } from './countries.ts';
import { searchCountries } from './country-combobox.tsx';
import { onlyDigits } from './digits.ts';
import { international, problemOfNumber } from './read-number.ts';

describe('reading a number', () => {
  it.each([
    ['+34 612 34 56 78', null],
    ['0034 612-34-56-78', null],
    ['612 34 56 78', 'ES'],
    ['612345678', 'ES'],
    ['(+34) 612.345.678', 'FR'],
    ['+٣٤٦١٢٣٤٥٦٧٨', null],
    ['\u200e+34\u00a0612345678', null],
  ])('%j with the country %s is +34612345678', (text, country) => {
    expect(readNumber(text, country)).toMatchObject({ e164: '+34612345678', country: 'ES', usual: true });
  });

  it('drops the zero that is only dialled at home', () => {
    expect(readNumber('07700 900123', 'GB').e164).toBe('+447700900123');
  });

  it('never refuses a number that the library doesn’t know: only the shape counts', () => {
    for (const number of ['+9996621234', '+888 0123 4567', '+34 612 345']) {
      const { e164 } = readNumber(number, 'ES');
      expect(problemOfNumber(number, e164)).toBeNull();
    }
  });

  it('has no number without a country code', () => {
    expect(readNumber('612345678', null).e164).toBeNull();
  });

  it('works without the metadata for numbers that bring their country code', () => {
    expect(international('0034 612-34-56-78')).toBe('+34612345678');
    expect(international('612 34 56 78')).toBeNull();
  });

  it('gives Telegram only digits, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const { e164 } = readNumber(text, 'ES');
        if (e164 !== null && problemOfNumber(text, e164) === null) expect(E164.safeParse(e164).success).toBe(true);
      }),
    );
  });
});

describe('what is wrong with a number', () => {
  it.each([
    ['', null, { kind: 'empty' }],
    ['abc', null, { kind: 'empty' }],
    ['612345678', null, { kind: 'noPrefix' }],
    ['+34612', '+34612', { kind: 'tooShort', digits: 5 }],
    ['+3461234567890123', '+3461234567890123', { kind: 'tooLong', digits: 16 }],
    ['+34612345678', '+34612345678', null],
  ])('%j', (text, e164, problem) => {
    expect(problemOfNumber(text, e164)).toEqual(problem);
  });
});

describe('countries', () => {
  const countries = listCountries('es');

  it('are named in the language of the page, each with its prefix and a flag', () => {
    const spain = countries.find((country) => country.code === 'ES');
    expect(spain).toMatchObject({ name: 'España', prefix: '+34' });
    expect(spain?.flag).toMatch(/svg/);
  });

  it('are found by name without accents, by prefix and by code', () => {
    const first = (query: string) => searchCountries(countries, query)[0]?.code;
    expect(first('espana')).toBe('ES');
    expect(first('+351')).toBe('PT');
    expect(first('0044')).toMatch(/GB|GG|IM|JE/);
    expect(first('de')).toBeDefined();
    expect(searchCountries(countries, 'xyz')).toEqual([]);
  });

  it('mask a number the way the server does', () => {
    expect(maskNumber('+34612345678')).toBe('+34 ••• ••• 678');
    expect(maskNumber('+351900000055')).toBe('+351 ••• ••• 055');
  });
});

describe('digits of other scripts', () => {
  it.each([
    ['٤٨٢١٦', '48216'],
    ['۴۸۲۱۶', '48216'],
    ['४८२१६', '48216'],
    ['４８２１６', '48216'],
    ['48-216 ', '48216'],
  ])('%s is %s', (typed, digits) => {
    expect(onlyDigits(typed)).toBe(digits);
  });
});
