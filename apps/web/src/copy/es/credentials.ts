import type { Catalogue } from '../en.ts';
import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('es');

export const credentials: Catalogue['credentials'] = {
  title: 'Primero, dos valores de Telegram',
  lead: 'Telegram da a cada persona un API ID y un API hash. Los obtienes una sola vez; tardas unos tres minutos.',
  leadShort: 'Los obtienes una sola vez. Unos tres minutos.',
  card: 'Tus credenciales de API',
  pasteBoth: 'Pega las dos líneas y las ordenamos',
  pasteBlocked: 'Tu navegador no nos deja leer el portapapeles. Haz clic en un campo y pega ahí.',
  pasteNothing: 'En el portapapeles no hay ni API ID ni hash. Copia antes las dos líneas de la página de Telegram.',
  recognised: 'Reconocidos los dos y puestos en su sitio.',
  recognisedOne: 'Reconocido y puesto en su sitio.',
  apiId: 'API ID',
  apiIdNote: 'App api_id, un número',
  apiIdNoteShort: 'un número',
  apiHash: 'API hash',
  apiHashNote: 'App api_hash, 32 letras y cifras',
  apiHashNoteShort: '32 letras y cifras',
  swappedTitle: 'Parecen intercambiados',
  swappedText: 'El ID es el número corto.',
  swap: 'Intercambiar',
  isHash: 'Esto es un hash. Un API ID solo tiene cifras.',
  isNumber: (digits) => `Esto es un número de ${digits} cifras. Un hash tiene 32.`,
  hashLength: (length) =>
    length < 32
      ? `${length} de 32: ${plural(32 - length, { one: 'falta uno', other: 'faltan #' })}.`
      : `${length} en vez de 32: ${plural(length - 32, { one: 'sobra uno', other: 'sobran #' })}.`,
  hashLetters: 'Un hash solo tiene las cifras 0–9 y las letras a–f.',
  allowTitle: 'Lo que permites',
  allowRead: 'Botize puede leer tus chats y enviar mensajes como tú, para las automatizaciones que actives.',
  allowListed: 'Telegram lo muestra en **Ajustes → Dispositivos**.',
  allowEnd: 'Puedes terminarlo en cualquier momento, allí o aquí.',
  consent: 'Estoy de acuerdo, y la cuenta es mía.',
  submit: 'Continuar',
  busy: 'Comprobando…',
  after: 'Telegram comprueba los dos valores. Aún sin número de teléfono.',
  openTitle: 'Tienes abierto otro inicio de sesión',
  openText: (reference) => `Tiene la referencia [[${reference}]].`,
  openGoOn: 'Seguir con él',
  openReplace: 'Terminarlo y usar estos valores',
  reconnectTitle: (name) => `Reconectar [[${name}]]`,
  reconnectLead: 'Conservamos tus credenciales y tu número. Acepta otra vez y Telegram te pedirá un código.',
  storedCard: 'Lo que conservamos de tu conexión',
  storedPair: 'API ID y API hash',
  storedPairValue: 'guardados, nunca se muestran',
  storedNumber: 'Número de teléfono',
  useOther: 'Usar otras credenciales',
  useStored: 'Usar las guardadas',
};
