import type { SupportCatalogue } from '../../en/support.ts';

const one = (n: number, single: string, several: string) => (n === 1 ? single : several);

export const overview: SupportCatalogue['overview'] = {
  title: 'Resumen',
  lead: (stamp) => `Las últimas 24 horas, y cómo está ahora. Última actualización: ${stamp}.`,
  open: 'Intentándolo',
  byReason: 'Por qué no funcionan las conexiones',
  openByStep: 'Dónde están quienes lo intentan',
  hours: 'Inicios de sesión por hora',
  hoursSentence: (started, connected, busiest) =>
    started === 0
      ? 'Nadie empezó a iniciar sesión en las últimas 24 horas.'
      : `En 24 horas se ${one(started, 'empezó', 'empezaron')} ${started}, y ${connected} acabaron en conexión.${busiest === null ? '' : ` La hora con más empieza a las ${busiest}.`}`,
  begun: 'Empezados',
  refused: 'Rechazados en las credenciales',
  led: 'Conectados',
  hour: 'Hora',
  funnel: 'Dónde se quedan',
  funnelSentence: (parts) => `De los inicios de sesión de las últimas 24 horas: ${parts}.`,
  cameTo: (step, n) => `${n} llegaron a ${step}`,
  errors: 'Errores más frecuentes',
  noErrors: 'Ningún error en las últimas 24 horas.',
  errorsSentence: (title, n) => `El error más frecuente de las últimas 24 horas: ${title}, ${n} veces.`,
  reasonsSentence: (parts) => `Conexiones que no funcionan, por motivo: ${parts}.`,
  stepsSentence: (parts) => `Inicios de sesión abiertos, por paso: ${parts}.`,
  none: 'ninguno',
  numbersOf: (title) => `${title}: los números`,
  columns: {
    reason: 'Motivo',
    step: 'Paso',
    count: 'Cuántos',
    share: 'De los que empezaron',
    code: 'Código',
  },
};

export const looks: SupportCatalogue['looks'] = {
  title: 'Lo que se ha mirado',
  lead: 'Tus búsquedas, consultas y acciones, primero lo más reciente. Los usuarios ven que soporte miró, y tus motivos.',
  caption: 'Lo que has mirado',
  columns: { at: 'Cuándo', what: 'Qué', whom: 'A quién', why: 'Motivo' },
  actions: {
    searched: 'Búsqueda',
    looked: 'Consulta',
    asked_check: 'Comprobación pedida',
    sent_link: 'Enlace de reparación enviado',
    ended_attempt: 'Inicio de sesión cerrado',
    cleared_limit: 'Límite quitado',
  },
  by: {
    everybody: 'la lista de todos',
    user: 'por usuario de Botize',
    label: 'por nombre o correo',
    connection: 'por conexión',
    reference: 'por referencia',
    request: 'por el id de una petición',
    username: 'por @usuario',
    phone: 'por número de teléfono',
  },
  nothing: 'Aún no has mirado nada.',
  older: 'Anteriores',
  newest: 'Volver a lo más reciente',
};
