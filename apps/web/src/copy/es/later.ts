import type { LaterCatalogue } from '../en-later.ts';
import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('es');

export const password: LaterCatalogue['password'] = {
  title: 'Tu contraseña en la nube',
  lead: 'Tu cuenta tiene verificación en dos pasos. Telegram pide, después del código, la contraseña que tú elegiste.',
  leadShort: 'La contraseña que elegiste en Telegram; se pide después del código.',
  hint: 'Tu pista, como la escribiste en Telegram',
  label: 'Contraseña en la nube',
  show: 'Mostrar',
  hide: 'Ocultar',
  showLabel: 'Mostrar la contraseña',
  hideLabel: 'Ocultar la contraseña',
  forgotten: 'Se usa una vez para entrar y se olvida. No la guardamos nunca.',
  exact: 'Cuentan los espacios y las mayúsculas.',
  submit: 'Continuar',
  busy: 'Comprobando…',
  waitSubmit: (at) => `Comprobar la contraseña ${at}`,
  triesLeft: (n) => plural(n, { one: 'Queda un intento.', other: 'Quedan # intentos.' }),
  forgotTitle: '¿Olvidada? Solo Telegram puede ayudar',
  forgot: [
    'En Telegram, abre **Ajustes → Privacidad y seguridad**.',
    'Abre **Verificación en dos pasos** y toca **¿Has olvidado la contraseña?**',
    'Elige una nueva, vuelve y escríbela aquí.',
  ],
  keptUntil: (until) => `Tu sitio aquí se guarda hasta **${until}**.`,
  settings: 'Ajustes',
  rows: {
    notifications: 'Notificaciones',
    privacy: 'Privacidad y seguridad',
    twoStep: 'Verificación en dos pasos',
    forgot: '¿La has olvidado?',
    devices: 'Dispositivos',
    language: 'Idioma',
  },
  anotherNumber: 'Usar otro número',
};

export const email: LaterCatalogue['email'] = {
  title: 'Telegram quiere una dirección de correo',
  lead: 'Desde ahora envía los códigos de esta cuenta por correo. La dirección la guarda Telegram; Botize, no.',
  leadShort: 'Telegram envía ahí los códigos. Botize no la guarda.',
  label: 'Dirección de correo',
  note: 'una que solo abras tú',
  why: 'Telegram envía ahí un código para confirmarla.',
  submit: 'Continuar',
  busy: 'Preguntando a Telegram…',
  lookTitle: 'La pregunta de Telegram',
  drawingTitle: 'Elige un correo para entrar',
  drawingField: 'Escribe tu correo',
  look: [
    'Telegram lo pide a algunas cuentas antes de enviar un código.',
    'Elige un correo que puedas abrir ahora.',
    'Podrás cambiarlo en Telegram: **Ajustes → Privacidad y seguridad**.',
  ],
  signingInAs: (masked) => `Entras como [[${masked}]]`,
};

export const confirmAccount: LaterCatalogue['confirmAccount'] = {
  title: 'No es la misma cuenta que antes',
  lead: (expected, found) => `Antes conectaste [[${expected}]]; esta es [[${found}]].`,
  before: 'La de antes',
  now: 'La de ahora',
  add: 'Usar esta',
  discard: 'Volver',
  addText: 'Se añade como una conexión propia. La de antes queda como está.',
  discardText: 'La sesión nueva se cierra en Telegram y eliges otra vez el número.',
  busy: 'Un momento…',
};

export const connected: LaterCatalogue['connected'] = {
  title: 'Conectado. Un último toque en Telegram',
  titlePlain: 'Conectado',
  lead: 'Telegram te avisa de un inicio de sesión nuevo. Somos nosotros: di que sí, para que se mantenga.',
  leadPlain: 'Botize ya puede usar esta cuenta.',
  reconnectedLead: 'La conexión vuelve a funcionar y sus automatizaciones siguen.',
  badge: 'Conectado',
  number: 'Número',
  since: 'Desde',
  inTelegram: 'En Telegram como',
  inTelegramValue: 'Botize, en Ajustes → Dispositivos',
  twoStep: 'Dos pasos',
  twoStepOn: 'Activada. Bien: déjala así.',
  twoStepOff: 'Desactivada. Una contraseña en la nube protege tu cuenta.',
  endTitle: 'Para terminarlo',
  endText: 'Toca Botize en Ajustes → Dispositivos de Telegram, o pulsa Desconectar aquí, en Conexiones.',
  toBotize: 'Continuar a Botize',
  another: 'Conectar otra cuenta',
  notMine: 'No es mi cuenta',
  drawingTitle: 'Toca «Sí, soy yo»',
  newLogin: 'Inicio de sesión nuevo',
  newLoginText: 'Hemos detectado un inicio de sesión en tu cuenta desde **Botize**. ¿Eres tú?',
  yes: 'Sí, soy yo',
  no: 'No',
  chats: 'Chats',
  look: [
    'Abre Telegram. La pregunta está encima de tus chats.',
    'Toca **Sí, soy yo**. Si tocas No, Telegram cierra la sesión de Botize.',
  ],
  place:
    'El lugar que aparece es el de nuestro servidor, así que puede no ser tu ciudad. El nombre que buscas es **Botize**.',
};

export const endings: LaterCatalogue['endings'] = {
  failedLead: 'Este inicio de sesión ha terminado. No se ha conectado nada.',
  whatNow: 'Qué hacer ahora',
  anotherNumber: 'Usar otro número',
  startAgain: 'Empezar de nuevo',
  newCredentials: 'Ir a las credenciales',
  cancelledTitle: 'Has cancelado',
  cancelledLead: 'No se ha conectado nada, y Botize no conserva nada de este intento.',
  cancelledDo: 'Puedes empezar de nuevo cuando quieras. Tus marcas en la guía se conservan.',
  expiredTitle: 'A este intento se le ha acabado el tiempo',
  expiredLead: 'Un inicio de sesión se guarda un tiempo limitado. No se ha conectado nada.',
  expiredDo: 'Empieza de nuevo; con las credenciales a mano es un minuto.',
  toConnections: 'A tus cuentas de Telegram',
  backToBotize: 'Volver a Botize',
  support: '¿Escribes a soporte? Dales esta referencia:',
};
