import type { CheckOutcome } from '@botize/contract';
import type { ActivitySentences, Who } from '../activity-sentences.ts';
import type { LaterCatalogue } from '../en-later.ts';

const names: Record<Who, string> = { user: 'Tú', support: 'El soporte de Botize', host: 'Botize', system: 'Botize' };

/** The verb for "you", and for anybody else. */
const did = (who: Who, you: string, they: string) => (who === 'user' ? `**${you}**` : `**${names[who]} ${they}**`);

const found: Record<CheckOutcome, string> = {
  ok: 'todo va bien.',
  unreachable: 'no se pudo llegar a Telegram.',
  revoked: 'la sesión se cerró en Telegram.',
  expired: 'Telegram dejó caducar la sesión.',
  duplicated: 'la sesión se usó en dos sitios y Telegram la cerró.',
  frozen: 'Telegram ha congelado la cuenta.',
  deactivated: 'la cuenta se ha borrado en Telegram.',
  banned: 'Telegram ha bloqueado la cuenta.',
};

const sentences: ActivitySentences = {
  'attempt.started': (who) => `${did(who, 'Empezaste', 'empezó')} a conectar una cuenta.`,
  'attempt.failed': () => '**Un inicio de sesión falló.** No se conectó nada.',
  'attempt.cancelled': (who) => `${did(who, 'Cancelaste', 'canceló')} un inicio de sesión.`,
  'attempt.expired': () => '**A un inicio de sesión se le acabó el tiempo.** No se conectó nada.',
  'connection.connected': (who) => did(who === 'system' ? 'user' : who, 'La conectaste.', 'la conectó.'),
  'connection.reconnected': (who) => did(who === 'system' ? 'user' : who, 'La reconectaste.', 'la reconectó.'),
  'connection.redeemed': () => '**Botize la recibió** para tus automatizaciones.',
  'connection.checked': (who, outcome) =>
    `${who === 'system' ? '**Comprobada:**' : did(who, 'La comprobaste:', 'la comprobó:')} ${outcome ? found[outcome] : 'hecho.'}`,
  'connection.recovered': () => '**Vuelve a funcionar.**',
  'connection.needs_reconnect': (_, outcome) =>
    `**Automatizaciones en pausa:** ${outcome ? found[outcome] : 'hay que reconectarla.'}`,
  'connection.suspended': (_, outcome) =>
    `**Automatizaciones en pausa:** ${outcome ? found[outcome] : 'está suspendida.'}`,
  'connection.disconnected': (who) => did(who, 'La desconectaste.', 'la desconectó.'),
  'session.leased': () => '**Botize empezó a usar** la cuenta.',
  'session.returned': () => '**Botize dejó de usar** la cuenta.',
  'session.error_reported': () => '**Telegram rechazó algo** mientras Botize usaba la cuenta.',
  'session.logged_out': () => '**Telegram confirmó** que una sesión que ya no hacía falta está cerrada.',
  'session.abandoned': () =>
    '**Telegram nunca confirmó un cierre de sesión.** Si «Botize» sigue en Ajustes → Dispositivos, ciérrala allí.',
  'link.created': () => '**Botize creó un enlace** para que vinieras aquí.',
  'support.looked': () => '**El soporte de Botize miró** el estado. No puede ver códigos, contraseñas ni mensajes.',
  'support.asked_check': () => '**El soporte de Botize preguntó a Telegram** si la conexión funciona.',
  'support.sent_link': () => '**El soporte de Botize te envió un enlace** para volver a conectar.',
  'support.ended_attempt': () => '**El soporte de Botize cerró un inicio de sesión** que seguía abierto.',
  'support.cleared_limit': () => '**El soporte de Botize quitó un límite** para que puedas volver a intentarlo.',
  'user.erased': (who) => `${did(who, 'Borraste', 'borró')} todo lo que había aquí.`,
};

export const activity: LaterCatalogue['activity'] = {
  title: 'Actividad',
  of: (name, device) => `[[${name}]], en Telegram como «${device}»`,
  ofAll: 'Todas tus cuentas, también las que ya no están',
  choose: '(mostrar su actividad)',
  showAll: 'Mostrar toda la actividad',
  showOne: (name) => `Solo ${name}`,
  nothing: 'Aún no ha pasado nada.',
  failed: 'Ahora no se puede mostrar.',
  today: 'Hoy',
  yesterday: 'Ayer',
  why: (reason) => `Su motivo: «[[${reason}]]»`,
  sentences,
};

export const wasThatYou: LaterCatalogue['wasThatYou'] = {
  title: '¿Fuiste tú?',
  since: (name, at) => `[[${name}]] se conectó: ${at}.`,
  points: [
    'Telegram muestra la nueva sesión como **Botize** y te pregunta encima de tus chats. Toca **Sí, soy yo**, para que se mantenga.',
    'El lugar que nombra Telegram es donde está nuestro servidor. Puede no ser tu ciudad.',
    'Para cerrarla, toca **Botize** en **Ajustes → Dispositivos** de Telegram, o pulsa **Desconectar** aquí.',
    '¿No fuiste tú? Desconéctala y activa la **Verificación en dos pasos** en **Ajustes → Privacidad y seguridad**.',
  ],
};

export const leaving: LaterCatalogue['leaving'] = {
  title: 'Irte y borrarlo todo',
  text: 'Desconecta todas tus cuentas y borra todo lo que hay aquí sobre ti.',
  kept: (days) => `Durante ${days} días consta que ocurrió, sin nombres, números ni secretos.`,
  button: 'Borrar todo',
  dialogTitle: '¿Borrar todo?',
  dialogText:
    'Todas tus cuentas de Telegram se desconectan al momento y sus automatizaciones se paran. Todo lo que hay aquí sobre ti se borra. No se puede deshacer.',
  keep: 'Conservarlo todo',
  busy: 'Borrando…',
  doneTitle: 'Todo está borrado',
  done: 'Ya no hay ninguna cuenta tuya conectada, y Telegram ha cerrado todas las sesiones.',
  donePending:
    'Ya no hay ninguna cuenta tuya conectada. Telegram aún no ha confirmado el cierre de todas las sesiones: seguimos hasta que lo haga.',
};
