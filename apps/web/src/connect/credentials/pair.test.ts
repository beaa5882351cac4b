import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areSwapped, problemOfHash, problemOfId, readPair } from './pair.ts';

const hash = '0123456789abcdef0123456789abcdef';

describe('readPair', () => {
  it.each([
    ['both lines of the page', `App api_id:\n1234567\nApp api_hash:\n${hash}`],
    ['one line', `1234567 ${hash}`],
    ['the other way round', `${hash}\n1234567`],
    ['labels without colons', `api_id 1234567 api_hash ${hash}`],
    ['source code', `API_ID=1234567\nAPI_HASH="${hash}"`],
    ['invisible marks', `App api_id:\u200e 1234567\u200f\nApp api_hash: \u2066${hash}\u2069`],
    ['a page translated to Spanish', `Identificador de la API:1234567\nHash de la API: ${hash}`],
    ['a page translated to Arabic', `معرّف واجهة التطبيق: ١٢٣٤٥٦٧\nتجزئة واجهة التطبيق: ${hash}`],
    ['a message from somebody', `Hola, el hash es ${hash} y el ID 1234567, ¡suerte!`],
    ['upper case', `1234567 ${hash.toUpperCase()}`],
  ])('finds both in %s', (_, text) => {
    expect(readPair(text)).toEqual({ apiId: '1234567', apiHash: hash });
  });

  it('finds both in the whole page, with its addresses and ports', () => {
    const page = `App configuration\nApp api_id:\n1234567\nApp api_hash:\n${hash}\nTest configuration:\n149.154.167.40:443\nDC 2`;
    expect(readPair(page)).toEqual({ apiId: '1234567', apiHash: hash });
  });

  it('finds one where there is only one', () => {
    expect(readPair('App api_id: 1234567')).toEqual({ apiId: '1234567' });
    expect(readPair('App api_id: 2040')).toEqual({ apiId: '2040' });
    expect(readPair(`App api_hash: ${hash}`)).toEqual({ apiHash: hash });
    expect(readPair('nothing of the kind')).toEqual({});
  });

  it('takes no part of something longer for a hash or an id', () => {
    expect(readPair(`${hash}0`)).toEqual({});
    expect(readPair('12345678901234567890')).toEqual({});
  });

  it('finds any pair, whatever stands between', () => {
    const between = fc.constantFrom('\n', ' ', '\t', ' / ', '\nApp api_hash:\n', ' ; ');
    const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 2_147_483_647 }), hex, between, (id, apiHash, gap) => {
        expect(readPair(`App api_id: ${id}${gap}${apiHash}`)).toEqual({ apiId: String(id), apiHash });
      }),
    );
  });
});

describe('what is wrong with a value', () => {
  it.each([
    ['', 'required'],
    ['  ', 'required'],
    ['12a', 'notNumber'],
    ['0', 'notNumber'],
    [hash, 'isHash'],
    ['2147483648', 'tooLarge'],
    [' 1234567 ', null],
  ])('of the ID %j: %s', (value, problem) => {
    expect(problemOfId(value)).toBe(problem);
  });

  it.each([
    ['', 'required'],
    ['1234567', 'isNumber'],
    [hash.slice(1), 'length'],
    [`${hash}0`, 'length'],
    ['g'.repeat(32), 'letters'],
    [hash.toUpperCase(), null],
    ['1'.repeat(32), null],
  ])('of the hash %j: %s', (value, problem) => {
    expect(problemOfHash(value)).toBe(problem);
  });

  it('notices values that stand in each other’s field', () => {
    expect(areSwapped(hash, '1234567')).toBe(true);
    expect(areSwapped('1234567', hash)).toBe(false);
    expect(areSwapped(hash, '')).toBe(false);
  });
});
