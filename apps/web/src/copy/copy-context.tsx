import type { Locale, MessageCode } from '@botize/contract';
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { loadCatalogue, loadLaterCatalogue, markLanguage, rememberLocale } from './catalogues.ts';
import type { LaterCatalogue } from './en-later.ts';
import type { Catalogue } from './en.ts';
import type { Sentence } from './sentence.ts';

interface Sentences {
  locale: Locale;
  copy: Catalogue;
  /** Null until it was fetched. */
  later: LaterCatalogue | null;
}

interface Copy extends Sentences {
  /** Fetches every other sentence, unless they are here or on their way. */
  fetchLater: () => void;
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

  const onItsWay = useRef(sentences.later !== null);
  const fetchLater = useCallback(() => {
    if (onItsWay.current) return;
    onItsWay.current = true;
    // A change of language brings both parts; what was asked for before is then no longer wanted.
    void loadLaterCatalogue(initial.locale).then((later) =>
      setSentences((now) => (now.later === null ? { ...now, later } : now)),
    );
  }, [initial.locale]);

  const value = useMemo<Copy>(
    () => ({
      ...sentences,
      fetchLater,
      setLocale: (next, remember) => {
        if (remember) rememberLocale(next);
        void Promise.all([loadCatalogue(next), loadLaterCatalogue(next)]).then(([copy, later]) =>
          setSentences({ locale: next, copy, later }),
        );
      },
    }),
    [sentences, fetchLater],
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

/** Shows its children once the sentences of all pages are here, and sees to it that they come. */
export function LaterCopy({ fallback, children }: { fallback: ReactNode; children: ReactNode }) {
  const { later, fetchLater } = useCopyContext();
  useEffect(fetchLater, [fetchLater]);
  return later === null ? fallback : children;
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
