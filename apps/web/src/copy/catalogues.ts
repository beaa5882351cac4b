import { locales, type Locale } from '@botize/contract';
import type { LaterCatalogue } from './en-later.ts';
import type { Catalogue } from './en.ts';

const STORAGE_KEY = 'locale';

/** How each language calls itself. */
export const localeNames: Record<Locale, string> = { en: 'English', es: 'Español', ar: 'العربية' };

const rightToLeft: readonly Locale[] = ['ar'];

/** Tells the document which language it is in, and which way that runs. */
export function markLanguage(locale: Locale): void {
  document.documentElement.lang = locale;
  document.documentElement.dir = rightToLeft.includes(locale) ? 'rtl' : 'ltr';
}

/** Each language comes when somebody reads it. */
const first: Record<Locale, () => Promise<Catalogue>> = {
  en: async () => (await import('./en.ts')).en,
  es: async () => (await import('./es.ts')).es,
  ar: async () => (await import('./ar.ts')).ar,
};

const later: Record<Locale, () => Promise<LaterCatalogue>> = {
  en: async () => (await import('./en-later.ts')).enLater,
  es: async () => (await import('./es-later.ts')).esLater,
  ar: async () => (await import('./ar-later.ts')).arLater,
};

/** English stands in when a language can't be loaded: a page in the wrong language beats none. */
export const loadCatalogue = (locale: Locale): Promise<Catalogue> => first[locale]().catch(() => first.en());
export const loadLaterCatalogue = (locale: Locale): Promise<LaterCatalogue> => later[locale]().catch(() => later.en());

const isLocale = (value: string | null | undefined): value is Locale =>
  (locales as readonly string[]).includes(value ?? '');

export function rememberLocale(locale: Locale): void {
  try {
    localStorage.setItem(STORAGE_KEY, locale);
  } catch {
    // Without storage the choice lasts until the page is closed.
  }
}

/** The language somebody chose here before, if any. */
export function chosenLocale(): Locale | null {
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return isLocale(stored) ? stored : null;
  } catch {
    return null;
  }
}

/** Chosen here before, else the first language of the browser that we have, else English. */
export function firstLocale(): Locale {
  return chosenLocale() ?? navigator.languages.map((tag) => tag.slice(0, 2)).find(isLocale) ?? 'en';
}
