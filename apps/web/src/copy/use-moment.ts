import { serverNow } from '../api/server-clock.ts';
import { useLocale } from './copy-context.tsx';
import { momentOf, type Moment } from './moment.ts';

/** Turns a time of the contract into the parts that sentences are made of. */
export function useMoment(): (iso: string) => Moment {
  const { locale } = useLocale();
  return (iso) => momentOf(iso, locale, serverNow());
}
