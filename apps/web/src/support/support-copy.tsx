import type { Locale } from '@botize/contract';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { useLocale } from '../copy/copy-context.tsx';
import type { SupportCatalogue } from '../copy/en/support.ts';
import { loadSupportCatalogue } from '../copy/support-catalogues.ts';
import { Loading } from '../ui/loading.tsx';

const SupportCopyContext = createContext<SupportCatalogue | null>(null);

/** Fetches the console's sentences; those of another language take over when they are here. */
export function SupportCopy({ children }: { children: ReactNode }) {
  const { locale } = useLocale();
  const copy = useSupportCatalogue(locale);
  if (copy === null) return <Loading />;
  return <SupportCopyContext value={copy}>{children}</SupportCopyContext>;
}

/** The console's sentences in a language, null until the first ones are here. */
export function useSupportCatalogue(locale: Locale): SupportCatalogue | null {
  const [copy, setCopy] = useState<SupportCatalogue | null>(null);
  useEffect(() => {
    let gone = false;
    void loadSupportCatalogue(locale).then((loaded) => (gone ? undefined : setCopy(loaded)));
    return () => {
      gone = true;
    };
  }, [locale]);
  return copy;
}

export function useSupportCopy(): SupportCatalogue {
  const copy = useContext(SupportCopyContext);
  if (copy === null) throw new Error('There is no SupportCopy above this component.');
  return copy;
}
