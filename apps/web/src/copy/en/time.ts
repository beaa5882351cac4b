import type { Moment } from '../moment.ts';
import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('en');

export const time = {
  /** After "until". */
  until: (m: Moment) =>
    m.day === 'today' ? m.clock : m.day === 'tomorrow' ? `tomorrow at ${m.clock}` : `${m.date}, ${m.clock}`,
  at: (m: Moment) =>
    m.day === 'today'
      ? `at ${m.clock}`
      : m.day === 'tomorrow'
        ? `tomorrow at ${m.clock}`
        : `on ${m.date} at ${m.clock}`,
  /** Stands alone: "Today, 13:58". */
  stamp: (m: Moment) => (m.day === 'today' ? `Today, ${m.clock}` : `${m.date}, ${m.clock}`),
  readyAt: (m: Moment) =>
    m.day === 'today'
      ? `Ready today at ${m.clock}`
      : m.day === 'tomorrow'
        ? `Ready tomorrow at ${m.clock}`
        : `Ready on ${m.date} at ${m.clock}`,
  yourTime: (place: string) => `your time, ${place}`,
  minutesToGo: 'minutes to go',
  hoursToGo: 'hours to go',
  minutesLeft: (minutes: number) => plural(minutes, { one: '# minute left.', other: '# minutes left.' }),
  over: 'The wait is over.',
  ago: (minutes: number) =>
    minutes < 1
      ? 'just now'
      : minutes < 60
        ? `${minutes} min ago`
        : minutes < 1_440
          ? `${Math.floor(minutes / 60)} h ago`
          : `${Math.floor(minutes / 1_440)} d ago`,
};
