import {
  CheckOutcome,
  DeliveryType,
  diagnosisIds,
  locales,
  SupportStep,
  TimelineAction,
  type Locale,
} from '@botize/contract';
import { describe, expect, it } from 'vitest';
import { supportAr } from './ar/support.ts';
import { supportEn, type SupportCatalogue } from './en/support.ts';
import { supportEs } from './es/support.ts';
import { say, type TimelineValues } from './support-sentences.ts';

const catalogues: Record<Locale, SupportCatalogue> = { en: supportEn, es: supportEs, ar: supportAr };
const values = { until: '14:20', at: 'at 14:20', triesLeft: 3 };
const unknown = { until: null, at: null, triesLeft: null };

/** Each sentence of the diagnoses by what it is for, with and without values. */
const diagnosesOf = (locale: Locale): [string, string][] =>
  diagnosisIds.flatMap((id) =>
    [values, unknown].flatMap((given, index) => {
      const { title, why, next, answer } = catalogues[locale].diagnoses[id];
      const parts = { title: [title], why: [why], next, answer };
      return Object.entries(parts).flatMap(([part, all]) =>
        all.map((words, at): [string, string] => [`${id}.${part}.${at}.${index}`, say(words, given)]),
      );
    }),
  );

const entries: TimelineValues[] = [
  ...SupportStep.options.map((step) => ({ step })),
  ...DeliveryType.options.map((delivery) => ({ step: 'code' as const, delivery })),
  ...CheckOutcome.options.map((outcome) => ({ outcome })),
  ...(['user', 'support', 'host', 'system'] as const).map((actor) => ({
    actor,
    staffId: actor === 'support' ? 'ana' : null,
  })),
  { problem: 'Wrong', triesLeft: 1 },
  { problem: 'Wrong', triesLeft: 4 },
].map((change) => ({
  actor: 'user',
  staffId: null,
  step: null,
  problem: null,
  delivery: null,
  triesLeft: null,
  outcome: null,
  ...change,
}));

const timelineOf = (locale: Locale): [string, string][] =>
  TimelineAction.options.flatMap((action) =>
    entries.map((entry, index): [string, string] => [`${action}.${index}`, catalogues[locale].timeline[action](entry)]),
  );

type Tree = { [member: string]: unknown };
const leaves = (tree: Tree, path = ''): [string, unknown][] =>
  Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null
      ? leaves(value as Tree, `${path}${name}.`)
      : [[`${path}${name}`, value]],
  );

const pagesOf = (locale: Locale) => {
  const { common, list, person, acts, overview, looks } = catalogues[locale];
  return leaves({ common, list, person, acts, overview, looks });
};
const wordsOf = (locale: Locale): [string, string][] =>
  pagesOf(locale).map(([path, value]) => [
    path,
    typeof value === 'function' ? String((value as (...given: unknown[]) => string)(23, '24', 25)) : String(value),
  ]);

const all = (locale: Locale) => [...diagnosesOf(locale), ...timelineOf(locale), ...wordsOf(locale)];
const that = (locale: Locale, isOdd: (sentence: string) => boolean) =>
  all(locale)
    .filter(([, sentence]) => isOdd(sentence))
    .map(([path]) => path);

const count = (sentence: string) => sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
const longest = (text: string) => Math.max(...text.split(/(?<=[.?:;؟؛])\s/).map(count));

const ruledOut: Record<Locale, RegExp> = {
  en: /\b(please|oops|sorry|invalid|secure|OK|2FA|kindly|simply|successfully)\b|[!]/i,
  es: /\b(por favor|usted|ustedes|introduzca|inválido|éxito)\b|[!¡]/i,
  ar: /يرجى|الرجاء|من فضلك|عذرًا|بنجاح|[٠-٩]|!/,
};

describe.each(locales)('the console in %s', (locale) => {
  it('leaves nothing empty, and nothing undefined in a sentence', () => {
    expect(that(locale, (sentence) => sentence.trim() === '' || /undefined|null|NaN/.test(sentence))).toEqual([]);
  });

  it('says nothing in more than twenty words at once', () => {
    expect(that(locale, (sentence) => longest(sentence) > 20)).toEqual([]);
  });

  it('begs, blames and cheers nowhere', () => {
    expect(that(locale, (sentence) => ruledOut[locale].test(sentence))).toEqual([]);
  });

  it('closes each mark that it opens, and has none in what is pasted', () => {
    const open = (sentence: string) =>
      sentence.split('**').length % 2 === 0 || sentence.split('[[').length !== sentence.split(']]').length;
    expect(that(locale, open)).toEqual([]);
    const answers = diagnosesOf(locale).filter(([path]) => path.includes('.answer.'));
    expect(answers.filter(([, sentence]) => /\*\*|\[\[/.test(sentence))).toEqual([]);
  });

  it('names the end of each wait that it knows', () => {
    const silent = (['flood_wait', 'password_flood', 'our_code_limit', 'our_try_limit'] as const).filter((id) => {
      const { title, answer } = catalogues[locale].diagnoses[id];
      return ![say(title, values), answer.map((each) => say(each, values)).join(' ')].every((text) =>
        text.includes('14:20'),
      );
    });
    expect(silent).toEqual([]);
  });

  it('sends nobody’s secret to support', () => {
    const asks = diagnosesOf(locale).filter(
      ([path, sentence]) => path.includes('.answer.') && /\b(send|tell) us your (code|password)\b/i.test(sentence),
    );
    expect(asks).toEqual([]);
  });
});

describe.each(locales.filter((locale) => locale !== 'en'))('the console in %s', (locale) => {
  it('has the members of the English one', () => {
    const shape = (of: Locale) => pagesOf(of).map(([path, value]) => `${path}: ${typeof value}`);
    expect(shape(locale)).toEqual(shape('en'));
  });

  it('leaves nothing in English', () => {
    const translated = new Map(all(locale));
    const same = all('en').filter(([path, sentence]) => / /.test(sentence) && translated.get(path) === sentence);
    // A day and an hour are short for the same words in Spanish.
    expect(same.map(([path]) => path).filter((path) => path !== 'common.ago')).toEqual([]);
  });
});
