import { locales, messageCodes, type Locale } from '@botize/contract';
import { describe, expect, it } from 'vitest';
import { catalogues, madeOf, sentencesOf, shapeOf } from '../testing/languages.ts';

const others = locales.filter((locale) => locale !== 'en');

/** The numbers, times and set-apart parts of a sentence: what a translation may move, but not lose. */
const partsOf = (sentence: string): string[] =>
  [...sentence.matchAll(/\[\[|\b(?:23|24|25|14:20|3 Nov 2026)\b/g)].map(([part]) => part).toSorted();

const odd = (sentences: Map<string, string>, isOdd: (sentence: string) => boolean) =>
  [...sentences].filter(([, sentence]) => isOdd(sentence));

/** Why a sentence is the same in two languages. */
const sameBecause: Record<string, RegExp> = {
  'it stands in English on my.telegram.org':
    /^guide\.(oneNumber|oneButton|twoLinks\.\d|form(Title|ShortName|Url|Platform|Description|Create)|platformOther)$/,
  'it is what Telegram calls it on that page': /^credentials\.(apiId|apiHash)$/,
  'it is only the name of the page and ours': /^shell\.pageTitle$/,
};

/** The same word in both languages. */
const sameIn: Record<Exclude<Locale, 'en'>, string[]> = { es: ['connected.no', 'connected.chats'], ar: [] };

describe.each(others)('the catalogue in %s', (locale) => {
  it('has the members of the English one, and no more', () => {
    expect(shapeOf(locale)).toEqual(shapeOf('en'));
  });

  it('keeps every number, time and name of a sentence', () => {
    const made = madeOf(locale);
    const lost = [...madeOf('en')].filter(([path, english]) => {
      const translated = made.get(path) ?? '';
      return JSON.stringify(partsOf(translated)) !== JSON.stringify(partsOf(english));
    });
    expect(lost.map(([path]) => [path, made.get(path)])).toEqual([]);
  });

  it('leaves nothing in English', () => {
    const translated = new Map([...sentencesOf(locale), ...madeOf(locale)]);
    const same = odd(new Map([...sentencesOf('en'), ...madeOf('en')]), () => true)
      .filter(([path, sentence]) => translated.get(path) === sentence)
      .map(([path]) => path)
      .filter((path) => !Object.values(sameBecause).some((paths) => paths.test(path)));
    expect(same).toEqual(sameIn[locale]);
  });

  it('translates every sentence of the errors', () => {
    const english = catalogues.en.later.errors;
    const same = messageCodes.filter((code) => {
      const { title, do: what } = catalogues[locale].later.errors(code);
      return title === english(code).title || what === english(code).do;
    });
    expect(same).toEqual([]);
  });
});

describe.each(locales)('the catalogue in %s', (locale) => {
  const all = new Map([...sentencesOf(locale), ...madeOf(locale)]);

  it('leaves no sentence empty', () => {
    expect(odd(all, (sentence) => sentence.trim() === '')).toEqual([]);
  });

  it('closes each mark that it opens', () => {
    const open = (sentence: string) =>
      sentence.split('**').length % 2 === 0 ||
      sentence.split('[[').length !== sentence.split(']]').length ||
      sentence.split('\u2066').length !== sentence.split('\u2069').length;
    expect(odd(all, open)).toEqual([]);
  });

  it.each(messageCodes)('says for %s what happened and what to do', (code) => {
    const { title, do: what } = catalogues[locale].later.errors(code);
    expect(title).toMatch(/\.$/);
    expect(what.length).toBeGreaterThan(5);
    expect(`${title} ${what}`).not.toMatch(/[A-Z]+_[A-Z]+|undefined/);
  });
});

describe('paths through an app', () => {
  it('have arrows along the line in each language', () => {
    for (const locale of locales) {
      const against = locale === 'ar' ? '→' : '←';
      expect(odd(sentencesOf(locale), (sentence) => sentence.includes(against))).toEqual([]);
    }
    expect(catalogues.ar.later.help.items[2]!.text).toContain('←');
  });
});

describe('sentences with numbers', () => {
  const { en, es, ar } = catalogues;

  it('name one missing digit of a hash, several, and too many', () => {
    expect(en.copy.credentials.hashLength(31)).toBe('31 of 32: one is missing.');
    expect(en.copy.credentials.hashLength(29)).toBe('29 of 32: 3 are missing.');
    expect(en.copy.credentials.hashLength(33)).toBe('33 instead of 32: one too many.');
    expect(es.copy.credentials.hashLength(31)).toBe('31 de 32: falta uno.');
    expect(ar.copy.credentials.hashLength(31)).toBe('31 من 32: تنقص خانة واحدة.');
  });

  it('count tries in every form that a language has', () => {
    expect(en.later.code.triesLeft(1)).toBe('One try left.');
    expect(en.later.code.triesLeft(4)).toBe('4 tries left.');
    expect(es.later.code.triesLeft(1)).toBe('Queda un intento.');
    expect([1, 2, 3, 11, 100].map(ar.later.code.triesLeft)).toEqual([
      'بقيت محاولة واحدة.',
      'بقيت محاولتان.',
      'بقيت 3 محاولات.',
      'بقيت 11 محاولة.',
      'بقيت 100 محاولة.',
    ]);
  });
});
