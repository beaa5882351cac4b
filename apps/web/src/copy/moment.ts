/** A time of the day the way a sentence needs it: how far away the day is, and both parts as text. */
export interface Moment {
  day: 'yesterday' | 'today' | 'tomorrow' | 'other';
  /** `14:20`, always 24 hours. */
  clock: string;
  /** `3 Nov 2026`. */
  date: string;
}

const DAY_MS = 86_400_000;

/** The calendar's day in a time zone, as the start of the same day in UTC. */
const startOfDay = (time: number, timeZone: string | undefined) =>
  Date.parse(new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short' }).format(time));

function dayOf(time: number, now: number, timeZone: string | undefined): Moment['day'] {
  const days = (startOfDay(time, timeZone) - startOfDay(now, timeZone)) / DAY_MS;
  return days === 0 ? 'today' : days === 1 ? 'tomorrow' : days === -1 ? 'yesterday' : 'other';
}

/** Language tags whose way of writing dates we want: days before months, and the digits 0–9. */
const tags: Record<string, string> = { en: 'en-GB', es: 'es-ES', ar: 'ar-u-nu-latn' };

/**
 * A moment in the local time of this device, or of a time zone. `iso` as in the contract, `now` in milliseconds,
 * `timeZone` by its IANA name.
 */
export function momentOf(iso: string, locale: string, now: number, timeZone?: string): Moment {
  const time = Date.parse(iso);
  const tag = tags[locale] ?? locale;
  const say = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { ...options, timeZone }).format(time);
  return {
    day: dayOf(time, now, timeZone),
    clock: say({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    date: say({ day: 'numeric', month: 'short', year: 'numeric' }),
  };
}

/** `Madrid` for `Europe/Madrid`: the place whose time is shown. */
export const placeOfTime = (timeZone?: string): string =>
  (timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC').split('/').at(-1)!.replaceAll('_', ' ');

/** `0:42`, `26:12`, `3:05:00`. */
export function clockFace(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3_600);
  const minutes = Math.floor((whole % 3_600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
