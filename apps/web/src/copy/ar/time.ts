import type { LaterCatalogue } from '../en-later.ts';
import { plural } from './counting.ts';

export const time: LaterCatalogue['time'] = {
  until: (m) =>
    m.day === 'today'
      ? `الساعة ${m.clock}`
      : m.day === 'tomorrow'
        ? `الساعة ${m.clock} غدًا`
        : `الساعة ${m.clock} يوم ${m.date}`,
  at: (m) =>
    m.day === 'today'
      ? `الساعة ${m.clock}`
      : m.day === 'tomorrow'
        ? `غدًا الساعة ${m.clock}`
        : `يوم ${m.date} الساعة ${m.clock}`,
  stamp: (m) => (m.day === 'today' ? `اليوم، ${m.clock}` : `${m.date}، ${m.clock}`),
  readyAt: (m) =>
    m.day === 'today'
      ? `متاح اليوم الساعة ${m.clock}`
      : m.day === 'tomorrow'
        ? `متاح غدًا الساعة ${m.clock}`
        : `متاح يوم ${m.date} الساعة ${m.clock}`,
  yourTime: (place) => `بتوقيتك، ${place}`,
  minutesToGo: 'دقيقة متبقية',
  hoursToGo: 'ساعة متبقية',
  minutesLeft: (minutes) =>
    plural(minutes, {
      zero: 'بقي أقل من دقيقة.',
      one: 'بقيت دقيقة واحدة.',
      two: 'بقيت دقيقتان.',
      few: 'بقيت # دقائق.',
      many: 'بقيت # دقيقة.',
      other: 'بقيت # دقيقة.',
    }),
  over: 'انتهى الانتظار.',
  ago: (minutes) =>
    minutes < 1
      ? 'الآن'
      : minutes < 60
        ? plural(minutes, {
            one: 'قبل دقيقة',
            two: 'قبل دقيقتين',
            few: 'قبل # دقائق',
            other: 'قبل # دقيقة',
          })
        : minutes < 1_440
          ? plural(Math.floor(minutes / 60), {
              one: 'قبل ساعة',
              two: 'قبل ساعتين',
              few: 'قبل # ساعات',
              other: 'قبل # ساعة',
            })
          : plural(Math.floor(minutes / 1_440), {
              one: 'قبل يوم',
              two: 'قبل يومين',
              few: 'قبل # أيام',
              many: 'قبل # يومًا',
              other: 'قبل # يوم',
            }),
};
