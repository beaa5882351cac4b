import { serverNow } from '../api/server-clock.ts';
import { useLocale } from '../copy/copy-context.tsx';
import { momentOf, placeOfTime, type Moment } from '../copy/moment.ts';

/** Whose time it is: the user's where we know their zone, else that of this device. */
export interface Zone {
  known: boolean;
  place: string;
  moment: (iso: string) => Moment;
  /** The same in another language. */
  momentIn: (locale: string) => (iso: string) => Moment;
}

export function useZone(timeZone: string | null): Zone {
  const { locale } = useLocale();
  const zone = timeZone !== null && exists(timeZone) ? timeZone : undefined;
  const momentIn = (language: string) => (iso: string) => momentOf(iso, language, serverNow(), zone);
  return { known: zone !== undefined, place: placeOfTime(zone), moment: momentIn(locale), momentIn };
}

function exists(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}
