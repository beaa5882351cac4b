import { locales, type Locale, type MessageCode } from '@botize/contract';

type Sentences = (code: MessageCode) => { title: string; do: string };

const web = new URL('../../../../../apps/web/src/copy/', import.meta.url);

/** The sentences that people read, from the browser's own catalogues; a language without them fails to load. */
export const loadSentences = async (): Promise<Record<Locale, Sentences>> => {
  const loaded = await Promise.all(
    locales.map(async (locale) => {
      const { errors } = (await import(/* @vite-ignore */ `${web.pathname}${locale}/errors.ts`)) as {
        errors: Sentences;
      };
      return [locale, errors] as const;
    }),
  );
  return Object.fromEntries(loaded) as Record<Locale, Sentences>;
};
