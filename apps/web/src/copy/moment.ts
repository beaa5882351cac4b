/** A time of the day the way a sentence needs it: how far away the day is, and both parts as text. */
export interface Moment {
  day: 'yesterday' | 'today' | 'tomorrow' | 'other';
  /** `14:20`, always 24 hours. */
  clock: string;
  /** `3 Nov 2026`. */
  date: string;
}

const DAY_MS = 86_400_000;

const startOfDay = (time: Date) => new Date(time.getFullYear(), time.getMonth(), time.getDate()).getTime();

function dayOf(time: Date, now: Date): Moment['day'] {
  const days = Math.round((startOfDay(time) - startOfDay(now)) / DAY_MS);
  return days === 0 ? 'today' : days === 1 ? 'tomorrow' : days === -1 ? 'yesterday' : 'other';
}

/** Language tags whose way of writing dates we want: days before months, and the digits 0–9. */
const tags: Record<string, string> = { en: 'en-GB', es: 'es-ES', ar: 'ar-u-nu-latn' };

/** A moment in the local time of this device. `iso` as in the contract, `now` in milliseconds. */
export function momentOf(iso: string, locale: string, now: number): Moment {
  const time = new Date(iso);
  const tag = tags[locale] ?? locale;
  return {
    day: dayOf(time, new Date(now)),
    clock: new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(time),
    date: new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric' }).format(time),
  };
}

/** `Madrid` for `Europe/Madrid`: the place whose time is shown. */
export const placeOfTime = (): string =>
  (Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC').split('/').at(-1)!.replaceAll('_', ' ');

/** `0:42`, `26:12`, `3:05:00`. */
export function clockFace(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3_600);
  const minutes = Math.floor((whole % 3_600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
