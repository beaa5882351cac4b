import type { SupportCatalogue } from '../../en/support.ts';
import type { TimelineSentences, TimelineValues } from '../../support-sentences.ts';

export const found: SupportCatalogue['found'] = {
  ok: 'todo va bien.',
  unreachable: 'no se pudo llegar a Telegram.',
  revoked: 'se cerró en Telegram.',
  expired: 'Telegram dejó caducar la sesión.',
  duplicated: 'la sesión se usó en dos sitios.',
  frozen: 'Telegram ha congelado la cuenta.',
  deactivated: 'la cuenta se ha borrado en Telegram.',
  banned: 'Telegram ha bloqueado la cuenta.',
};

export const sentBy: SupportCatalogue['sentBy'] = {
  app: 'a la app de Telegram',
  sms: 'por SMS',
  call: 'por llamada de voz',
  email_code: 'por correo',
  email_setup: 'a la dirección de correo nueva',
  sms_word: 'por SMS, como palabra',
  sms_phrase: 'por SMS, como frase',
  missed_call: 'por llamada perdida',
  fragment: 'por Fragment',
  firebase: 'solo a las apps de Telegram',
  unknown: 'de otra forma',
};

const who = ({ actor, staffId }: TimelineValues): string =>
  actor === 'user'
    ? 'El usuario'
    : actor === 'host'
      ? 'Botize'
      : actor === 'support'
        ? `Soporte${staffId === null ? '' : ` ([[${staffId}]])`}`
        : 'Nuestro servidor';

const reached: Record<NonNullable<TimelineValues['step']>, (delivery: TimelineValues['delivery']) => string> = {
  credentials: () => '**El usuario llegó a las credenciales.**',
  phone: () => '**Telegram aceptó las credenciales API.** Ahora toca el número.',
  code: (delivery) => `**Código enviado**${delivery === null ? '' : ` ${sentBy[delivery]}`}.`,
  email: () => '**Telegram pidió una dirección de correo.**',
  password: () => '**El código era correcto.** Telegram pidió la contraseña en la nube.',
  confirm_account: () => '**Entró con otra cuenta** que antes. Preguntamos cuál es la buena.',
  connected: () => '**Sesión iniciada.**',
  failed: () => '**El inicio de sesión falló.**',
  cancelled: () => '**El inicio de sesión se canceló.**',
  expired: () => '**El inicio de sesión se quedó sin tiempo.**',
};

const triesLeft = (n: number | null) => (n === null ? '' : n === 1 ? ' Queda un intento.' : ` Quedan ${n} intentos.`);

const refused = (v: TimelineValues) => `**${v.problem ?? 'Algo se rechazó'}.**${triesLeft(v.triesLeft)}`;

export const timeline: TimelineSentences = {
  'attempt.started': (v) => `**${who(v)} empezó** a conectar una cuenta.`,
  'attempt.step': (v) =>
    v.problem !== null ? refused(v) : v.step === null ? '**El inicio de sesión siguió.**' : reached[v.step](v.delivery),
  'attempt.refused': refused,
  'attempt.failed': (v) => `**El inicio de sesión falló.**${v.problem === null ? '' : ` ${v.problem}.`}`,
  'attempt.cancelled': (v) => `**${who(v)} canceló** el inicio de sesión.`,
  'attempt.expired': () => '**El inicio de sesión se quedó sin tiempo.** No se conectó nada.',
  'connection.connected': () => '**Conectada.**',
  'connection.reconnected': () => '**Reconectada.**',
  'connection.redeemed': () => '**Botize recibió** la conexión.',
  'connection.checked': (v) => `**${who(v)} comprobó:** ${v.outcome === null ? 'hecho.' : found[v.outcome]}`,
  'connection.recovered': () => '**Vuelve a funcionar.**',
  'connection.needs_reconnect': (v) =>
    `**Hay que reconectar:** ${v.outcome === null ? 'la sesión se ha cerrado.' : found[v.outcome]}`,
  'connection.suspended': (v) => `**Suspendida:** ${v.outcome === null ? 'por Telegram.' : found[v.outcome]}`,
  'connection.disconnected': (v) => `**${who(v)} la desconectó.**`,
  'link.created': () => '**Botize creó un enlace** para que el usuario viniera aquí.',
  'session.leased': () => '**Botize empezó a usar** la cuenta.',
  'session.returned': () => '**Botize dejó de usar** la cuenta.',
  'session.error_reported': () => '**Telegram rechazó algo** mientras Botize usaba la cuenta.',
  'session.logged_out': () => '**Telegram confirmó** que una sesión que ya no hacía falta está cerrada.',
  'session.abandoned': () => '**Telegram nunca confirmó un cierre de sesión.** Hemos dejado de preguntar.',
  'support.looked': (v) => `**${who(v)} miró** esta página.`,
  'support.asked_check': (v) => `**${who(v)} pidió una comprobación.**`,
  'support.sent_link': (v) => `**${who(v)} envió un enlace de reparación.**`,
  'support.ended_attempt': (v) => `**${who(v)} cerró el inicio de sesión abierto.**`,
  'support.cleared_limit': (v) => `**${who(v)} quitó un límite.**`,
  'user.erased': (v) => `**${who(v)} lo borró todo.**`,
  'staff.account_connected_elsewhere': () =>
    '**La misma cuenta de Telegram está conectada también a otro usuario de Botize.** Puede ser normal.',
  'staff.host_looked': () => '**Botize preguntó por el estado.**',
  'staff.secret_refused': () => '**Botize pidió la sesión y se le negó.**',
};
