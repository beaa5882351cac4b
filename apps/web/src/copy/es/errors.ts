import type { CodeGroup } from '@botize/contract';
import { sentencesByKey } from '../message-groups.ts';
import type { Sentence } from '../sentence.ts';

const startAgain = 'Empieza de nuevo; con las credenciales a mano es un minuto.';
const toSupport = 'No tienes que cambiar nada. Da a soporte la referencia de esta página.';
const later = 'Prueba otra vez dentro de unos minutos.';
const unknown: Sentence = {
  title: 'Telegram ha dicho que no, por un motivo que no conocemos.',
  do: 'Prueba más tarde, o da a soporte la referencia de esta página.',
};
const disagree: Sentence = {
  title: 'Nuestra página y nuestro servidor no se entienden.',
  do: 'Carga la página otra vez.',
};
const inUse = 'Botize está usando esta cuenta ahora mismo.';

const sentences: Record<CodeGroup, Sentence> = {
  accountBanned: {
    title: 'Telegram ha bloqueado esta cuenta.',
    do: 'Solo Telegram puede levantarlo. Usa otra cuenta.',
  },
  accountDeleted: { title: 'Esta cuenta se ha borrado en Telegram.', do: 'Usa otra cuenta.' },
  accountFrozen: {
    title: 'Telegram ha congelado esta cuenta.',
    do: 'Solo tú puedes reclamar, en Telegram: abre el aviso encima de tus chats.',
  },
  codeDropped: { title: 'Telegram ha descartado este código.', do: 'Pide otro.' },
  codeExpired: {
    title: 'Este código ya no vale.',
    do: 'Era demasiado antiguo, o se envió en un chat. Pide otro y escríbelo solo aquí.',
  },
  codeMissing: { title: 'Falta el código.', do: 'Escríbelo aquí.' },
  codeWrong: { title: 'Ese no es el código.', do: 'Usa el mensaje más reciente; un código anterior ya no vale.' },
  emailCodeExpired: {
    title: 'El código del correo es demasiado antiguo.',
    do: 'Escribe otra vez la dirección y Telegram envía otro.',
  },
  emailInvalid: { title: 'Telegram no puede usar esta dirección.', do: 'Revisa cómo está escrita.' },
  emailNotAllowed: { title: 'Telegram no acepta esta dirección.', do: 'Usa otro correo que puedas abrir ahora.' },
  emailUnconfirmed: {
    title: 'Esta dirección aún no está confirmada.',
    do: 'Escribe el código que Telegram ha enviado allí.',
  },
  floodWait: {
    title: 'Telegram te pide que esperes.',
    do: 'No se pierde nada. Prueba otra vez cuando pase el tiempo.',
  },
  keyDead: { title: 'Telegram ha terminado este inicio de sesión.', do: startAgain },
  keyDuplicated: {
    title: 'Esta sesión se ha usado en dos sitios.',
    do: 'Telegram la ha cerrado por seguridad. Conecta la cuenta de nuevo.',
  },
  noOtherDelivery: { title: 'Telegram no tiene otra forma de enviar el código.', do: 'Usa el código QR.' },
  numberBanned: { title: 'Telegram ha bloqueado este número.', do: 'Solo Telegram puede levantarlo. Usa otro número.' },
  numberFlood: {
    title: 'Se han pedido demasiados códigos para este número.',
    do: 'Telegram lo abre de nuevo al cabo de un día. El código QR puede funcionar enseguida.',
  },
  numberInvalid: { title: 'Telegram dice que este número no existe.', do: 'Revisa el país y cada cifra.' },
  numberProtected: { title: 'Telegram protege este número.', do: 'Entra con el código QR, o usa otro número.' },
  numberUnknown: {
    title: 'Este número no tiene cuenta de Telegram.',
    do: 'Usa otro número, o crea antes la cuenta en la app de Telegram.',
  },
  ourSide: { title: 'Telegram ha rechazado nuestra forma de preguntar.', do: toSupport },
  pairLimited: {
    title: 'Telegram limita este API ID.',
    do: 'Se ha publicado en algún sitio. Crea una app propia en my.telegram.org y usa sus valores.',
  },
  pairUnknown: {
    title: 'Telegram no conoce estos dos valores.',
    do: 'Copia otra vez App api_id y App api_hash, los dos de la misma app.',
  },
  passwordChanged: { title: 'La contraseña se acaba de cambiar en Telegram.', do: 'Escribe la más reciente.' },
  passwordFlood: {
    title: 'Demasiadas contraseñas equivocadas con este número.',
    do: 'Telegram te pide que esperes un día más o menos. Mientras, puedes cambiar la contraseña en Telegram.',
  },
  passwordMissing: { title: 'Falta la contraseña.', do: 'Escríbela aquí.' },
  passwordNeeded: { title: 'Esta cuenta tiene contraseña en la nube.', do: 'Escríbela para seguir.' },
  passwordReset: {
    title: 'La contraseña se está restableciendo en Telegram.',
    do: 'Termínalo en la app de Telegram y vuelve.',
  },
  passwordTooFresh: {
    title: 'Telegram aún no lo permite.',
    do: 'La contraseña o la sesión es demasiado nueva. Prueba dentro de un día.',
  },
  passwordWrong: {
    title: 'Esa no es la contraseña en la nube.',
    do: 'Cuentan las mayúsculas y los espacios. No es el código ni tu contraseña de Botize.',
  },
  qrUsed: { title: 'Este código QR ya no vale.', do: 'Muestra otro y escanéalo.' },
  tryAgain: { title: 'Telegram no ha podido terminarlo.', do: 'No se pierde nada. Prueba otra vez.' },
  unknown,
  'request.invalid': {
    title: 'Algo en este formulario no está bien.',
    do: 'Revisa lo que has escrito y prueba otra vez.',
  },
  'request.origin': { title: 'Esta página se ha abierto en otra dirección.', do: 'Ábrela otra vez desde Botize.' },
  'request.media_type': disagree,
  'request.too_large': { title: 'Es demasiado largo.', do: 'Revisa lo que has escrito y prueba otra vez.' },
  'request.key': disagree,
  'request.scope': disagree,
  'request.not_found': { title: 'Aquí no hay nada.', do: 'Carga la página otra vez.' },
  'request.method_not_allowed': disagree,
  'session.none': { title: 'Tu sesión aquí está cerrada.', do: 'Abre esta página otra vez desde Botize.' },
  'session.dev_disabled': { title: 'El acceso de desarrollo está desactivado.', do: 'Abre esta página desde Botize.' },
  'session.forbidden': { title: 'Esto no está abierto para ti.', do: 'Pregunta a quien te ha enviado aquí.' },
  'link.used': { title: 'Este enlace ya se ha usado.', do: 'Pide otro en Botize.' },
  'link.expired': { title: 'Este enlace es demasiado antiguo.', do: 'Pide otro en Botize.' },
  'link.return_url': { title: 'Este enlace vuelve a un sitio que no conocemos.', do: 'Pide otro en Botize.' },
  'link.code_invalid': { title: 'Este enlace de vuelta ya se ha usado.', do: 'Empieza otra vez desde Botize.' },
  'link.no_host': {
    title: 'No hay nadie que envíe el enlace.',
    do: 'Configura la dirección de los webhooks o pide a la persona que abra Botize.',
  },
  'support.person_not_found': { title: 'Nadie tiene aquí ese identificador.', do: 'Busca de nuevo.' },
  'attempt.none': { title: 'No hay ningún inicio de sesión abierto.', do: startAgain },
  'attempt.not_found': { title: 'Este inicio de sesión ya no existe.', do: startAgain },
  'attempt.open': { title: 'Tienes abierto otro inicio de sesión.', do: 'Sigue con él, o termínalo antes.' },
  'attempt.stale_revision': { title: 'Has seguido en otra pestaña.', do: 'Esta página está al día.' },
  'attempt.command_not_allowed': {
    title: 'En este paso no es posible.',
    do: 'Esta página está al día: sigue desde aquí.',
  },
  'attempt.interrupted': {
    title: 'Se ha cortado nuestra conexión con Telegram.',
    do: 'No sabemos si ha llegado. Mira tu móvil y prueba otra vez.',
  },
  'attempt.tries_exhausted': {
    title: 'Han sido demasiados intentos equivocados.',
    do: 'Empieza de nuevo con otro código.',
  },
  'attempt.consent_outdated': {
    title: 'Lo que permites ha cambiado.',
    do: 'Carga la página, léelo otra vez y acepta.',
  },
  'attempt.resend_too_early': { title: 'Es pronto para otro código.', do: 'Espera a la hora que se muestra.' },
  'connection.not_found': { title: 'Esta conexión ya no existe.', do: 'Carga la lista otra vez.' },
  'connection.leased': { title: inUse, do: 'Comprueba otra vez cuando termine.' },
  'connection.no_stored_credentials': {
    title: 'Las credenciales guardadas ya no están.',
    do: 'Escribe otra vez el API ID y el API hash.',
  },
  'lease.held': { title: inUse, do: later },
  'lease.not_found': { title: 'Botize ya no tiene esta cuenta.', do: later },
  'lease.not_redeemed': { title: 'Botize aún no se ha hecho cargo de esta cuenta.', do: 'Vuelve a Botize.' },
  'lease.unusable': { title: 'Antes hay que volver a conectar esta cuenta.', do: 'Vuelve a conectarla.' },
  'limit.codes_for_number': {
    title: 'Este número ya tuvo sus códigos de hoy.',
    do: 'El código QR no necesita ninguno.',
  },
  'limit.codes_for_user': { title: 'Ya tuviste tus códigos de hoy.', do: 'El código QR no necesita ninguno.' },
  'limit.number_busy': {
    title: 'Se acaba de pedir un código para este número.',
    do: 'Espera a la hora que se muestra.',
  },
  'limit.number_cooling_down': {
    title: 'Telegram ha cerrado este número por ahora.',
    do: 'El código QR puede funcionar enseguida.',
  },
  'limit.tries_for_number': { title: 'Demasiados intentos equivocados con este número.', do: 'Prueba mañana.' },
  'limit.requests': { title: 'Han sido demasiadas peticiones a la vez.', do: 'Espera un momento y prueba otra vez.' },
  'server.busy': { title: 'Mucha gente está entrando ahora mismo.', do: 'Espera un momento y prueba otra vez.' },
  'server.draining': { title: 'Nuestro servidor se está reiniciando.', do: 'Prueba dentro de un minuto.' },
  'server.internal': {
    title: 'Algo se ha roto en nuestro lado.',
    do: 'Prueba otra vez, o da a soporte la referencia de esta página.',
  },
  'server.not_dialling': {
    title: 'Nuestro servidor se ha recuperado de una copia y todavía no habla con Telegram.',
    do: later,
  },
  'server.storage': { title: 'Nuestro servidor no puede guardar nada ahora mismo.', do: later },
  'telegram.unreachable': {
    title: 'No se puede llegar a Telegram.',
    do: 'No se ha enviado nada. Prueba dentro de un minuto.',
  },
  'telegram.unknown': unknown,
  'telegram.second_migration': { title: 'Telegram nos ha mandado de un sitio a otro.', do: startAgain },
  'telegram.payment_required': { title: 'Telegram quiere cobrar este SMS.', do: 'Usa el código QR: es gratis.' },
};

export const errors = sentencesByKey(sentences);
