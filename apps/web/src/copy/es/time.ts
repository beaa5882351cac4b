import type { LaterCatalogue } from '../en-later.ts';
import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('es');

export const time: LaterCatalogue['time'] = {
  until: (m) =>
    m.day === 'today'
      ? `las ${m.clock}`
      : m.day === 'tomorrow'
        ? `mañana a las ${m.clock}`
        : `el ${m.date}, ${m.clock}`,
  at: (m) =>
    m.day === 'today'
      ? `a las ${m.clock}`
      : m.day === 'tomorrow'
        ? `mañana a las ${m.clock}`
        : `el ${m.date} a las ${m.clock}`,
  stamp: (m) => (m.day === 'today' ? `Hoy, ${m.clock}` : `${m.date}, ${m.clock}`),
  readyAt: (m) =>
    m.day === 'today'
      ? `Listo hoy a las ${m.clock}`
      : m.day === 'tomorrow'
        ? `Listo mañana a las ${m.clock}`
        : `Listo el ${m.date} a las ${m.clock}`,
  yourTime: (place) => `tu hora, ${place}`,
  minutesToGo: 'minutos de espera',
  hoursToGo: 'horas de espera',
  minutesLeft: (minutes) => plural(minutes, { one: 'Queda # minuto.', other: 'Quedan # minutos.' }),
  over: 'La espera ha terminado.',
  ago: (minutes) =>
    minutes < 1
      ? 'ahora mismo'
      : minutes < 60
        ? `hace ${minutes} min`
        : minutes < 1_440
          ? `hace ${Math.floor(minutes / 60)} h`
          : `hace ${Math.floor(minutes / 1_440)} d`,
};
