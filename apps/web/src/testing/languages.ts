import { CheckOutcome, type Locale } from '@botize/contract';
import type { InitialCopy } from '../copy/copy-context.tsx';
import { arLater } from '../copy/ar-later.ts';
import { ar } from '../copy/ar.ts';
import { enLater, type LaterCatalogue } from '../copy/en-later.ts';
import { en } from '../copy/en.ts';
import { esLater } from '../copy/es-later.ts';
import { es } from '../copy/es.ts';

/** Every language with all its sentences at hand. */
export const catalogues: Record<Locale, Omit<InitialCopy, 'locale'> & { later: LaterCatalogue }> = {
  en: { copy: en, later: enLater },
  es: { copy: es, later: esLater },
  ar: { copy: ar, later: arLater },
};

type Tree = { [member: string]: unknown };

const leaves = (tree: Tree, path = ''): [string, unknown][] =>
  Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null
      ? leaves(value as Tree, `${path}${name}.`)
      : [[`${path}${name}`, value]],
  );

const allOf = (locale: Locale) => leaves({ ...catalogues[locale].copy, ...catalogues[locale].later });

/** The paths of a catalogue, each with what stands there. */
export const shapeOf = (locale: Locale): string[] => allOf(locale).map(([path, value]) => `${path}: ${typeof value}`);

/** Every plain sentence of a catalogue by its path. */
export const sentencesOf = (locale: Locale): Map<string, string> =>
  new Map(allOf(locale).filter((leaf): leaf is [string, string] => typeof leaf[1] === 'string'));

/** What stands in for the values of a sentence: high enough that no language spells them out. */
const values = [23, 24, 25];
const moment = { day: 'today', clock: '14:20', date: '3 Nov 2026' };
const ofMoments = ['time.until', 'time.at', 'time.stamp', 'time.readyAt'];

const actors = ['user', 'support', 'host', 'system'] as const;

/** What each kind of activity is called, for everybody who may have caused it and everything a check may find. */
function activityOf(locale: Locale): [string, string][] {
  return Object.entries(catalogues[locale].later.activity.sentences).flatMap(([action, make]) =>
    actors.flatMap((who) =>
      [null, ...CheckOutcome.options].map((outcome): [string, string] => [
        `activity.${action} ${who} ${outcome}`,
        make(who, outcome),
      ]),
    ),
  );
}

type Made = (...args: unknown[]) => string;

/** Every sentence that is made of values, filled with numbers that can be found again. */
export const madeOf = (locale: Locale): Map<string, string> =>
  new Map([
    ...allOf(locale)
      .filter((leaf): leaf is [string, Made] => typeof leaf[1] === 'function')
      .filter(([path]) => path !== 'errors' && !path.startsWith('activity.sentences.'))
      .map(([path, make]): [string, string] => [path, make(...(ofMoments.includes(path) ? [moment] : values))]),
    ...activityOf(locale),
  ]);
