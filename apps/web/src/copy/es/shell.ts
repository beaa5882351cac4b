import type { Catalogue } from '../en.ts';
import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('es');

export const time: Catalogue['time'] = {
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

export const shell: Catalogue['shell'] = {
  pageTitle: (page) => `${page} · Botize`,
  forAccountBefore: 'para la cuenta de Botize',
  steps: ['Credenciales', 'Teléfono', 'Código', 'Contraseña', 'Conectado'],
  stepsLabel: 'Pasos',
  stepOf: (step, name) => `Paso ${step} de 5 · **${name}**`,
  onlyIfAsked: 'solo si Telegram la pide',
  done: 'hecho',
  language: 'Idioma',
  themeDark: 'Usar el tema oscuro',
  themeLight: 'Usar el tema claro',
  cancel: 'Cancelar',
  back: 'Volver',
  or: 'o bien',
  reference: 'Referencia',
  copyReference: (reference) => `Copiar la referencia ${reference}`,
  copy: 'Copiar',
  copyValue: (value) => `Copiar ${value}`,
  copied: 'Copiado',
  independent: 'Botize es independiente de Telegram.',
  privacy: 'Privacidad',
  help: 'Ayuda',
  newTab: '(se abre en otra pestaña)',
  simulation: 'Simulación. No hay Telegram ni cuentas reales; nada sale de este ordenador.',
  simulationPhone: 'Abrir el móvil simulado',
  developmentOnly: 'Solo desarrollo',
  offline: 'No hay conexión con nuestro servidor. Lo que has escrito se conserva.',
  tryingAgain: 'Lo intentamos de nuevo en 5 s.',
  tryNow: 'Probar ya',
  otherTab: 'Has seguido en otra pestaña. Esta página está al día.',
  ourDrawing: 'Dibujo nuestro',
  ourDrawingNotPage: 'Dibujo nuestro, no la página',
  close: 'Cerrar',
  undo: 'Deshacer',
  loading: 'Cargando…',
  telegramSays: 'Palabras de Telegram:',
  waitUntil: (at) => `Podrás hacerlo de nuevo ${at}.`,
  notFoundTitle: 'Aquí no hay ninguna página',
  notFoundLead: 'Puede que la dirección sea antigua o tenga un error.',
  brokenTitle: 'Esta página no se ha cargado',
  brokenLead: 'No se ha perdido nada. Cárgala otra vez; sigues donde estabas.',
  reload: 'Cargar otra vez',
  failed: 'No ha funcionado.',
  toConnections: 'Tus cuentas de Telegram',
  connections: 'Conexiones',
  skipToContent: 'Ir al contenido',
};
