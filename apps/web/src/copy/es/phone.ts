import type { LaterCatalogue } from '../en-later.ts';

export const phone: LaterCatalogue['phone'] = {
  title: '¿Qué cuenta de Telegram conectas?',
  lead: 'Hay dos formas de entrar y las dos valen igual. Con tu número escribes un código; con el código QR solo apuntas con el móvil.',
  leadShort: 'Hay dos formas de entrar y las dos valen igual.',
  card: 'Con tu número de teléfono',
  country: 'País',
  countrySearch: 'Busca por nombre o prefijo',
  countryNone: 'Ningún país se llama así.',
  countryUnknown: 'Elige',
  number: 'Número de teléfono',
  telegramGets: 'Telegram recibe',
  readFrom: (text) => `Leído de «[[${text}]]».`,
  tooShort: (digits) => `Solo ${digits} cifras con el prefijo del país: faltan algunas.`,
  tooLong: (digits) => `${digits} cifras con el prefijo del país: un número tiene 15 como máximo.`,
  noPrefix: 'Elige el país, o empieza por + y el prefijo del país.',
  unusual: 'No parece un número de este país. Revísalo; puedes enviarlo igualmente.',
  warningTitle: 'No reenvíes nunca el código',
  warningText:
    'Si lo envías en un chat, aunque sea a ti o a nosotros, Telegram lo anula al momento. Escríbelo solo en la página siguiente.',
  comesInApp: 'El código llega a tu app de Telegram, rara vez por SMS.',
  fiveADay: 'Telegram permite unos cinco inicios de sesión al día por número.',
  submit: 'Autorizar',
  busy: 'Preguntando a Telegram…',
  after: 'El código sale al pulsar Autorizar.',
  stored: 'El número guardado',
  useAnother: 'Usar otro número',
  backToCredentials: 'Volver a las credenciales',
};

export const qr: LaterCatalogue['qr'] = {
  card: 'Con un código QR',
  cardPhone: 'Aprobar en Telegram, en este móvil',
  leadPhone: 'Se abre Telegram y te pregunta si quieres iniciar sesión. Sin escribir ningún código.',
  steps: [
    'Abre Telegram en tu móvil.',
    'Toca **Ajustes → Dispositivos → Vincular un dispositivo de escritorio**.',
    'Apunta con el móvil a este código.',
  ],
  show: 'Mostrar el código QR',
  showBusy: 'Pidiéndolo…',
  pictureLabel: 'Código QR para entrar con Telegram',
  newIn: (seconds) => `Código nuevo en **${seconds} s**`,
  renewing: 'Viene un código nuevo…',
  paused: 'En pausa.',
  showNew: 'Mostrar otro código',
  onlyHere: (host) => `Escanea solo un código que veas en **[[${host}]]**.`,
  waiting: 'Esperando a tu móvil',
  after: 'Sin escribir códigos. Si usas contraseña en la nube, te la pedimos después.',
  openTelegram: 'Abrir Telegram',
  otherDevice: '¿Tienes Telegram en otro móvil? Escanea esto allí.',
};

export const flood: LaterCatalogue['flood'] = {
  title: (until) => `Telegram te pide que esperes hasta ${until}`,
  titleOurs: (at) => `Puedes pedir un código ${at}`,
  lead: (masked) =>
    `Se han pedido demasiados códigos para [[${masked}]]. El límite es de Telegram; tu cuenta está bien y no se pierde nada.`,
  leadNoNumber:
    'Se han pedido demasiados códigos para este número. El límite es de Telegram; tu cuenta está bien y no se pierde nada.',
  leadOurs:
    'Enviamos pocos códigos al día, para que nadie pueda molestar con ellos. Tu cuenta está bien y no se pierde nada.',
  qrTitle: 'Sin esperar: prueba el código QR',
  qrText: 'No envía ningún código, así que este límite no suele afectarle. Necesitas el móvil que tiene Telegram.',
  qrButton: 'Entrar con un código QR',
  comeBack: (at) => `O vuelve ${at}`,
  comeBackText: 'Puedes cerrar esta página. Tus credenciales se conservan, en cualquier dispositivo.',
  elsewhere: 'Por favor, no pidas códigos en otro sitio',
  elsewhereText: (until) =>
    `Cada petición, también en otra app, puede alargar la espera. No enviaremos ninguno hasta ${until}.`,
  send: (at) => `Enviar un código ${at}`,
  sendNow: 'Enviar un código ahora',
  support: '¿Escribes a soporte? Dales esta referencia:',
  another: 'Usar otro número',
};
