import type { LaterCatalogue } from '../en-later.ts';
import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('es');
const words = ['', 'Una', 'Dos', 'Tres', 'Cuatro', 'Cinco', 'Seis', 'Siete', 'Ocho', 'Nueve'];

export const connections: LaterCatalogue['connections'] = {
  title: 'Tus cuentas de Telegram',
  needYou: (n) => `${words[n] ?? n} ${plural(n, { one: 'cuenta te necesita. ', other: 'cuentas te necesitan. ' })}`,
  lead: 'Botize solo ejecuta automatizaciones con cuentas conectadas.',
  empty: 'Aún no hay ninguna cuenta de Telegram conectada.',
  connect: 'Conectar una cuenta',
  notFinished: 'Sin terminar',
  notFinishedAt: (step, until) => `Te quedaste en «${step}». Se guarda hasta ${until}.`,
  goOn: 'Continuar',
  cancel: 'Cancelar',
  status: { connected: 'Conectada', needs_reconnect: 'Hay que reconectar', suspended: 'Suspendida' },
  reasons: {
    revoked: {
      title: 'Sesión cerrada en Telegram.',
      text: 'Alguien ha cerrado «Botize» en Ajustes → Dispositivos. Las automatizaciones están en pausa.',
    },
    expired: {
      title: 'Telegram ha dejado caducar la sesión.',
      text: 'Lo hace tras mucho tiempo sin uso. Las automatizaciones están en pausa.',
    },
    duplicated: {
      title: 'La sesión se ha usado en dos sitios.',
      text: 'Telegram la ha cerrado por seguridad. Las automatizaciones están en pausa.',
    },
    frozen: {
      title: 'Telegram ha congelado esta cuenta.',
      text: 'Solo tú puedes reclamar, en Telegram: abre el aviso encima de tus chats.',
    },
    deactivated: {
      title: 'Esta cuenta se ha borrado en Telegram.',
      text: 'Ya no se puede usar. Puedes quitarla de aquí.',
    },
    banned: {
      title: 'Telegram ha bloqueado esta cuenta.',
      text: 'Solo Telegram puede levantarlo. Puedes quitarla de aquí.',
    },
  },
  confirmLogin: {
    title: 'Falta un toque en Telegram.',
    text: 'Abre Telegram y toca «Sí, soy yo», para que la sesión se mantenga.',
  },
  unreachable: 'En la última comprobación no se pudo llegar a Telegram.',
  checked: (ago) => `Comprobada ${ago}.`,
  notChecked: 'Aún sin comprobar.',
  since: (date) => `Conectada desde el ${date}.`,
  was: (date) => `Conectada el ${date}.`,
  device: (name) => `En Telegram como «${name}».`,
  inUse: (until) => `Botize la está usando hasta las ${until}.`,
  check: 'Comprobar ahora',
  checkOf: (name) => `Comprobar ${name} ahora`,
  checking: 'Comprobando…',
  checkedOk: 'Comprobada: todo va bien.',
  reconnect: 'Reconectar',
  reconnectOf: (name) => `Reconectar ${name}`,
  disconnect: 'Desconectar',
  remove: 'Quitar',
  disconnectOf: (name) => `Desconectar ${name}`,
  removeOf: (name) => `Quitar ${name}`,
  dialogTitle: (name) => `¿Desconectar [[${name}]]?`,
  dialogText:
    'Las automatizaciones con esta cuenta se paran al momento, y «Botize» desaparece de Ajustes → Dispositivos en Telegram. Para usarla otra vez, la conectas de nuevo.',
  keep: 'Conservarla',
  disconnecting: 'Desconectando…',
  gone: (name) => `[[${name}]] está desconectada. Telegram lo ha confirmado.`,
  gonePending: (name) =>
    `[[${name}]] está desconectada aquí, y borrada. Telegram aún no ha confirmado el cierre: seguimos hasta que lo haga.`,
  logoutsPending:
    'Telegram aún no ha confirmado que todas las sesiones anteriores estén cerradas. Seguimos hasta que lo haga; no tienes que hacer nada.',
  goneBefore: (name) => `[[${name}]] está desconectada.`,
};

export const help: LaterCatalogue['help'] = {
  title: 'Ayuda',
  items: [
    {
      title: '¿Dónde está el código?',
      text: 'En tu app de Telegram, en el chat llamado **Telegram**. Rara vez es un SMS.',
    },
    {
      title: 'Dice que espere. ¿Y ahora?',
      text: 'Telegram pone ese límite y no podemos quitarlo. El código QR suele funcionar enseguida.',
    },
    {
      title: 'He olvidado mi contraseña en la nube',
      text: 'Solo Telegram puede ayudar: **Ajustes → Privacidad y seguridad → Verificación en dos pasos**.',
    },
    {
      title: '¿Cómo lo termino?',
      text: 'Pulsa **Desconectar** en Conexiones, aquí, o toca **Botize** en **Ajustes → Dispositivos** de Telegram.',
    },
    {
      title: 'Necesito a una persona',
      text: 'Escribe al soporte de Botize con la referencia del final de la página. No envíes nunca un código ni una contraseña.',
    },
  ],
};

export const privacy: LaterCatalogue['privacy'] = {
  title: 'Privacidad',
  items: [
    {
      title: 'Lo que Botize guarda',
      text: 'La sesión de Telegram, tu API ID, tu API hash y tu número. Cada uno va cifrado con su propia clave.',
    },
    {
      title: 'Lo que Botize no guarda nunca',
      text: 'Los códigos de acceso y tu contraseña en la nube. Se usan una vez y se olvidan.',
    },
    {
      title: 'Quién puede verlo',
      text: 'Soporte ve el estado y un número enmascarado. Nadie ve códigos, contraseñas, el hash ni la sesión; cada consulta queda registrada.',
    },
    {
      title: 'Lo que puede hacer la sesión',
      text: 'Botize puede leer tus chats y enviar mensajes como tú, para las automatizaciones que actives.',
    },
    { title: 'Cuándo desaparece', text: 'Con **Desconectar**, la sesión se cierra en Telegram y se borra aquí.' },
  ],
};
