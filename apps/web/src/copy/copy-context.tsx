import type { Locale, MessageCode } from '@botize/contract';
import { createContext, useContext, useEffect, useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import { serverNow } from '../api/server-clock.ts';
import { loadCatalogue, loadLaterCatalogue, markLanguage, rememberLocale } from './catalogues.ts';
import type { LaterCatalogue } from './en-later.ts';
import type { Catalogue } from './en.ts';
import { momentOf, type Moment } from './moment.ts';
import type { Sentence } from './sentence.ts';

interface Sentences {
  locale: Locale;
  copy: Catalogue;
  /** Null until it was fetched. */
  later: LaterCatalogue | null;
}

interface Copy extends Sentences {
  /** Shows another language; `remember` makes it the choice for the next visit. */
  setLocale: (locale: Locale, remember: boolean) => void;
}

const CopyContext = createContext<Copy | null>(null);

/** What is at hand when the first page is drawn. */
export interface InitialCopy {
  locale: Locale;
  copy: Catalogue;
  later?: LaterCatalogue;
}

interface CopyProviderProps {
  initial: InitialCopy;
  children: ReactNode;
}

/** Holds the language. A new one shows as soon as all its sentences are here; until then the old one stays. */
export function CopyProvider({ initial, children }: CopyProviderProps) {
  const [sentences, setSentences] = useState<Sentences>({ later: null, ...initial });
  const { locale } = sentences;

  useLayoutEffect(() => {
    markLanguage(locale);
  }, [locale]);

  useEffect(() => {
    if (sentences.later !== null) return;
    void loadLaterCatalogue(initial.locale).then((later) =>
      setSentences((now) => (now.later === null ? { ...now, later } : now)),
    );
    // Once, at the start: a change of language brings both parts.
  }, []);

  const value = useMemo<Copy>(
    () => ({
      ...sentences,
      setLocale: (next, remember) => {
        if (remember) rememberLocale(next);
        void Promise.all([loadCatalogue(next), loadLaterCatalogue(next)]).then(([copy, later]) =>
          setSentences({ locale: next, copy, later }),
        );
      },
    }),
    [sentences],
  );
  return <CopyContext value={value}>{children}</CopyContext>;
}

function useCopyContext(): Copy {
  const value = useContext(CopyContext);
  if (value === null) throw new Error('There is no CopyProvider above this component.');
  return value;
}

/** The sentences of the first page, in the language shown. */
export const useCopy = (): Catalogue => useCopyContext().copy;

/** Every other sentence; only below a `LaterCopy`, which waits for them. */
export function useLaterCopy(): LaterCatalogue {
  const { later } = useCopyContext();
  if (later === null) throw new Error('There is no LaterCopy above this component.');
  return later;
}

/** Shows its children once the sentences of all pages are here. */
export function LaterCopy({ fallback, children }: { fallback: ReactNode; children: ReactNode }) {
  return useCopyContext().later === null ? fallback : children;
}

export function useLocale() {
  const { locale, setLocale } = useCopyContext();
  return { locale, setLocale };
}

/** Turns a code into what happened and what to do. */
export function useSentence(): (code: MessageCode) => Sentence {
  const { later, copy } = useCopyContext();
  return (code) => later?.errors(code) ?? { title: copy.shell.failed, do: '' };
}

/** Turns a time of the contract into the parts that sentences are made of. */
export function useMoment(): (iso: string) => Moment {
  const { locale } = useCopyContext();
  return (iso) => momentOf(iso, locale, serverNow());
}
