import { locales, messageCodes, type Locale } from '@botize/contract';
import { describe, expect, it } from 'vitest';
import { catalogues, madeOf, sentencesOf } from '../testing/languages.ts';

const errorsOf = (locale: Locale): [string, string][] =>
  messageCodes.flatMap((code) => {
    const { title, do: what } = catalogues[locale].later.errors(code);
    return [
      [`${code} title`, title],
      [`${code} do`, what],
    ];
  });

const everything = (locale: Locale): [string, string][] => [
  ...sentencesOf(locale),
  ...madeOf(locale),
  ...errorsOf(locale),
];

const wordsOf = (sentence: string) => sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
const longest = (text: string) => Math.max(...text.split(/(?<=[.?:;؟؛])\s/).map(wordsOf));
const that = (locale: Locale, isOdd: (sentence: string) => boolean) =>
  everything(locale)
    .filter(([, sentence]) => isOdd(sentence))
    .map(([path]) => path);

/** Asks a favour of somebody who may do as they like. */
const favours = ['flood.elsewhere'];

/** Words that the design papers rule out, by language. */
const ruledOut: Record<Locale, RegExp> = {
  en: /\b(please|oops|sorry|invalid|secure|OK|2FA|kindly|simply|successfully)\b/i,
  es: /\b(por favor|usted|ustedes|pulse|escriba|introduzca|su cuenta|inválido|éxito)\b/i,
  ar: /يرجى|الرجاء|من فضلك|عذرًا|بنجاح|[٠-٩]/,
};

/** What Telegram itself says, or quotes of it. */
const quoted = ['troubleshooter.tooMany'];

describe.each(locales)('the voice in %s', (locale) => {
  it('says nothing in more than twenty words at once', () => {
    expect(that(locale, (sentence) => longest(sentence) > 20)).toEqual([]);
  });

  it('cheers nobody', () => {
    expect(that(locale, (sentence) => /[!¡]/.test(sentence))).toEqual([]);
  });

  it('begs, blames and boasts nowhere', () => {
    const found = that(locale, (sentence) => ruledOut[locale].test(sentence));
    expect(found.filter((path) => ![...favours, ...quoted].includes(path))).toEqual([]);
  });
});
