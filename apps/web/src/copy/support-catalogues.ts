import type { Locale } from '@botize/contract';
import type { SupportCatalogue } from './en/support.ts';

/** Those of the support console: nobody else fetches them. */
const catalogues: Record<Locale, () => Promise<SupportCatalogue>> = {
  en: async () => (await import('./en/support.ts')).supportEn,
  es: async () => (await import('./es/support.ts')).supportEs,
  ar: async () => (await import('./ar/support.ts')).supportAr,
};

export const loadSupportCatalogue = (locale: Locale): Promise<SupportCatalogue> =>
  catalogues[locale]().catch(() => catalogues.en());
