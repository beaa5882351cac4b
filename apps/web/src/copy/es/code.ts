import type { LaterCatalogue } from '../en-later.ts';
import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('es');

const number = (n: number) =>
  ['cero', 'una', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez'][n] ?? String(n);
const digits = (n: number) => (n === 1 ? 'una cifra' : `${number(n)} cifras`);
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const ordinal = (n: number) =>
  ['', 'primera', 'segunda', 'tercera', 'cuarta', 'quinta', 'sexta', 'séptima', 'octava'][n] ?? 'última';

export const code: LaterCatalogue['code'] = {
  title: 'Escribe el código de Telegram',
  titleWord: 'Escribe la palabra de Telegram',
  titlePhrase: 'Escribe las palabras de Telegram',
  label: 'Código',
  labelWord: 'Palabra',
  labelPhrase: 'Palabras, tal como están en el mensaje',
  labelMissedCall: (n) => `Las últimas ${digits(n)} del número que ha llamado`,
  digits: (n) => `${n} cifras`,
  checkedAfter: (n) => `Se comprueba en cuanto pongas la ${ordinal(n)} cifra.`,
  checking: 'Comprobando…',
  submit: 'Continuar',
  emptyDigits: (n) => `Escribe las ${digits(n)}.`,
  tooFew: (typed, n) => `${typed} de ${n} cifras.`,
  wrongInApp: 'Usa el mensaje más reciente del chat **Telegram**.',
  triesLeft: (n) => plural(n, { one: 'Queda un intento.', other: 'Quedan # intentos.' }),
  beginsWith: (beginning) => `Empieza por «[[${beginning}]]».`,
  wrongBeginning: (beginning) => `El texto debe empezar por «${beginning}». Usa el mensaje más reciente.`,
  sentTo: (to) => `Enviado a [[${to}]]`,
  change: 'Cambiar',
  changeLabel: 'Cambiar el número de teléfono',
  onlyHereTitle: 'Escríbelo solo aquí',
  onlyHereText: 'Si lo envías en un chat, el código se anula al momento.',
  noCode: '¿No llega?',
  canSend: (way, at) => `Telegram puede enviarlo ${way} ${at}.`,
  ways: {
    sms: 'por **SMS**',
    call: 'por **llamada de voz**',
    missed_call: 'por **llamada perdida**',
    fragment: 'por **Fragment**',
    unknown: '**de otra forma**',
  },
  sendNow: {
    sms: 'Enviarlo por SMS',
    call: 'Enviarlo por llamada de voz',
    missed_call: 'Enviarlo por llamada perdida',
    fragment: 'Enviarlo por Fragment',
    unknown: 'Enviarlo de otra forma',
  },
  sending: 'Preguntando a Telegram…',
  noOtherWay: 'Telegram no tiene otra forma de enviar el código. El código QR no lo necesita.',
  useQr: 'Entrar con un código QR',
  lookHere: 'Mira aquí',
  openTelegram: 'Abrir Telegram',
  notThere: '¿No está? Mira en **Chats archivados**, y en cada móvil, tableta u ordenador donde uses Telegram.',
  waitSubmit: (at) => `Comprobar el código ${at}`,
  resetEmail: 'No puedo abrir este correo',
  resetEmailAt: (at) => `Telegram puede quitar esta dirección ${at}.`,
  resetPending: (at) => `Telegram quita la dirección ${at}; después el código llega de otra forma.`,
  resetInfo: 'Telegram envía entonces el código de otra forma, enseguida o al cabo de unos días.',
  openFragment: 'Abrir Fragment',
  fragmentRefused: 'Telegram ha dado una dirección que no es de Fragment, así que no la mostramos. Usa el código QR.',
};

const openSms = 'Abre los mensajes de tu móvil.';
const newestSms = 'Abre el mensaje más reciente de **Telegram**.';
const openMail = 'Abre el correo que se muestra al lado.';
const newestMail = 'Abre el mensaje más reciente de **Telegram**; mira también en el correo no deseado.';

export const deliveries: LaterCatalogue['deliveries'] = {
  app: {
    lead: (n) => `Telegram ha enviado ${digits(n)} a la app de Telegram que ya usas. No es un SMS.`,
    leadShort: (n) => `${capital(digits(n))}, en tu app de Telegram. No es un SMS.`,
    look: [
      'Abre Telegram en tu móvil u ordenador.',
      'Abre el chat llamado **Telegram**. Tiene una marca de verificación y está arriba.',
      'Lee el mensaje más reciente: ahí están las cifras.',
    ],
    drawing: 'Código:',
  },
  sms: {
    lead: (n) => `Telegram ha enviado ${digits(n)} por SMS a tu número.`,
    leadShort: (n) => `${capital(digits(n))}, por SMS.`,
    look: [openSms, newestSms, 'Escribe aquí sus cifras. Puede tardar dos minutos.'],
    drawing: 'Código de Telegram',
  },
  call: {
    lead: (n) => `Telegram te llama y una voz lee ${digits(n)}.`,
    leadShort: (n) => `Una llamada te lee ${digits(n)}.`,
    look: ['Contesta la llamada.', 'Una voz lee las cifras, dos veces.', 'Escríbelas aquí.'],
    drawing: 'Llamada entrante',
  },
  missed_call: {
    lead: (n) => `Telegram te llama y cuelga. Las últimas ${digits(n)} del número que llama son el código.`,
    leadShort: (n) => `Las últimas ${digits(n)} de quien llama son el código.`,
    look: [
      'No contestes: suena una sola vez.',
      'Abre la lista de llamadas perdidas.',
      'Escribe las últimas cifras del número más reciente.',
    ],
    drawing: 'Llamada perdida',
  },
  fragment: {
    lead: (n) => `Tu número es de Fragment. Telegram ha dejado allí ${digits(n)}.`,
    leadShort: (n) => `${capital(digits(n))}, en Fragment.`,
    look: [
      'Pulsa **Abrir Fragment** al lado.',
      'Entra allí con la cartera que tiene el número.',
      'Escribe aquí las cifras que muestra.',
    ],
    drawing: 'Código',
  },
  email_code: {
    lead: (n) => `Telegram ha enviado ${digits(n)} a tu correo.`,
    leadShort: (n) => `${capital(digits(n))}, por correo.`,
    look: [openMail, newestMail, 'Escribe aquí sus cifras.'],
    drawing: 'Tu código',
  },
  email_setup: {
    lead: (n) => `Telegram ha enviado ${digits(n)} a la dirección que has dado, para confirmarla.`,
    leadShort: (n) => `${capital(digits(n))}, por correo.`,
    look: [openMail, newestMail, 'Escribe aquí sus cifras. Después viene el código para entrar.'],
    drawing: 'Confirma tu dirección',
  },
  sms_word: {
    lead: () => 'Telegram ha enviado una palabra por SMS a tu número.',
    leadShort: () => 'Una palabra, por SMS.',
    look: [openSms, newestSms, 'Escribe aquí la palabra, tal como está.'],
    drawing: 'Palabra de Telegram',
  },
  sms_phrase: {
    lead: () => 'Telegram ha enviado unas palabras por SMS a tu número.',
    leadShort: () => 'Unas palabras, por SMS.',
    look: [openSms, newestSms, 'Escribe aquí todas las palabras, tal como están.'],
    drawing: 'Palabras de Telegram',
  },
  firebase: {
    lead: () => 'Telegram envía este código solo a sus propias apps. Usa la forma siguiente o el código QR.',
    leadShort: () => 'Solo las apps de Telegram reciben este código.',
    look: [
      'Telegram ha elegido una forma que solo sirve a sus propias apps.',
      'Espera la forma siguiente, al lado, o usa el código QR.',
      'Si aun así llega un código, escríbelo aquí.',
    ],
    drawing: 'Código de Telegram',
  },
  unknown: {
    lead: () => 'Telegram ha enviado un código y no dice adónde. Mira en tu app de Telegram, tus SMS y tu correo.',
    leadShort: () => 'Mira en Telegram, SMS y correo.',
    look: [
      'Abre el chat llamado **Telegram** en tu app.',
      'Mira después tus SMS y tu correo.',
      'Escribe aquí el código más reciente.',
    ],
    drawing: 'Código:',
  },
};
