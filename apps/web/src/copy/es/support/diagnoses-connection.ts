import type { DiagnosisWords } from '../../support-sentences.ts';

export const ofConnections = {
  account_banned: {
    title: 'Telegram ha bloqueado esta cuenta',
    why: 'Lo ha hecho Telegram, no Botize. Iniciar sesión otra vez no sirve, y aquí nadie puede levantarlo.',
    next: ['Dile que solo Telegram puede levantar un bloqueo.', 'Mientras tanto puede conectar **otra cuenta**.'],
    answer: [
      'Telegram ha bloqueado tu cuenta, así que Botize no puede usarla. Solo Telegram puede levantarlo, y solo tú puedes pedirlo.',
      'Si tienes otra cuenta de Telegram, puedes conectarla: en Botize, abre tus integraciones y elige Telegram.',
    ],
  },
  account_deleted: {
    title: 'La cuenta se ha borrado en Telegram',
    why: 'La ha borrado su dueño o Telegram. Una cuenta borrada no vuelve.',
    next: ['Dile que esta cuenta ya no se puede conectar.', 'Puede quitarla aquí y conectar **otra cuenta**.'],
    answer: [
      'Tu cuenta se ha borrado en Telegram, así que la conexión ha terminado para siempre. Puedes quitarla en la página de conexiones.',
      'Para seguir, conecta la cuenta que usas ahora: en Botize, abre tus integraciones y elige Telegram.',
    ],
  },
  account_frozen: {
    title: 'Telegram ha congelado esta cuenta',
    why: 'Una cuenta congelada puede leer, pero no enviar. Solo su dueño puede reclamar, en Telegram.',
    next: [
      'Pídele que abra Telegram y toque el **aviso encima de los chats**: allí se reclama.',
      'Cuando Telegram lo levante, **pide una comprobación**; no hay que conectar nada de nuevo.',
    ],
    answer: [
      'Telegram ha congelado tu cuenta, así que por ahora Botize no puede usarla. Puedes reclamar: abre Telegram y toca el aviso encima de tus chats.',
      'Cuando Telegram lo levante, no tienes que conectar otra vez. Escríbenos entonces y la comprobamos.',
    ],
  },
  account_in_doubt: {
    title: 'Las credenciales guardadas ya no están',
    why: 'El inicio de sesión iba a usar lo guardado de la conexión, y ya no existe.',
    next: ['Pídele que rellene **otra vez** API ID y API hash; la guía junto al formulario enseña dónde están.'],
    answer: [
      'Ya no tenemos el API ID ni el API hash de esta conexión. Por eso la página los pide otra vez.',
      'Están en my.telegram.org, en «API development tools». La guía de la página enseña cada paso.',
    ],
  },
  all_well: {
    title: 'Todo funciona',
    why: 'Telegram aceptó la conexión la última vez que se le preguntó.',
    next: ['No hay nada que hacer. Si aún ve un problema, **pide una comprobación** para estar seguro.'],
    answer: [
      'Tu cuenta de Telegram está conectada y, por lo que vemos, funciona.',
      'Si algo sigue sin ir, cuéntanos qué estabas haciendo y qué viste.',
    ],
  },
  contradiction: {
    title: 'El estado y el motivo no encajan',
    why: 'Esta combinación no puede darse. Algo está roto por nuestra parte.',
    next: ['Pasa el **diagnóstico** al operador.', 'Dile que lo estamos mirando.'],
    answer: [
      'Algo va mal por nuestra parte con tu conexión de Telegram. No tienes que cambiar nada.',
      'Nuestro equipo técnico tiene los detalles. Te escribimos en cuanto sepamos más.',
    ],
  },
  ended_by_other_use: {
    title: 'La sesión se ha usado en dos sitios',
    why: 'Telegram cierra una sesión al momento cuando dos programas usan su clave a la vez.',
    next: [
      '**Envía un enlace de reparación**: dos minutos, y solo hay que escribir el código.',
      'Si vuelve a pasar, avisa al operador: quizá alguien más usa la sesión.',
    ],
    answer: [
      'Telegram ha cerrado la conexión de tu cuenta, porque se usó desde dos sitios a la vez. Lo hace por seguridad.',
      'Para volver a conectar, abre Telegram en tus integraciones de Botize y pulsa «Reconectar». Tus credenciales están guardadas.',
    ],
  },
  ended_in_telegram: {
    title: 'Cerrada en Telegram, en Dispositivos',
    why: 'Alguien con acceso a la cuenta cerró «Botize» en Ajustes → Dispositivos, o cambió allí la contraseña.',
    next: [
      'Pregunta si **lo hizo esa persona**. Si no, primero debe poner una contraseña en la nube.',
      '**Envía un enlace de reparación**: sus credenciales y su número están guardados.',
    ],
    answer: [
      'La conexión se cerró en Telegram: alguien tocó «Botize» en Ajustes → Dispositivos, o cerró todas las demás sesiones.',
      'Si fuiste tú, abre Telegram en tus integraciones de Botize y pulsa «Reconectar». Tus credenciales están guardadas; solo escribes el código nuevo.',
      'Si no fuiste tú, activa primero la verificación en dos pasos en Telegram, en Ajustes → Privacidad y seguridad.',
    ],
  },
  ended_sign_in: {
    title: 'El último inicio de sesión acabó sin conexión',
    why: 'Se canceló o se quedó sin tiempo. La cuenta está bien.',
    next: ['**Envía un enlace de reparación** para que pueda empezar de nuevo.'],
    answer: [
      'Tu último inicio de sesión acabó antes de completarse, así que aún no hay nada conectado. Tu cuenta está bien.',
      'Puedes empezar otra vez cuando quieras: en Botize, abre tus integraciones y elige Telegram. Son unos minutos.',
    ],
  },
  held_by_host: {
    title: 'Botize está usando la cuenta ahora mismo',
    why: ({ until }) =>
      `Una automatización tiene la sesión${until === null ? '' : ` hasta ${until}`}. Solo una puede tenerla a la vez.`,
    next: ['No hay nada que hacer: queda libre por sí sola.'],
    answer: [
      'Una de tus automatizaciones está usando tu cuenta de Telegram, así que ahora no se puede comprobar ni cambiar.',
      'Inténtalo de nuevo en unos minutos. No tienes que hacer nada más.',
    ],
  },
  link_spent: {
    title: 'Su enlace ya se había usado, o es antiguo',
    why: 'Un enlace funciona una vez y poco tiempo, para que nadie más pueda usarlo.',
    next: ['**Envía un enlace de reparación**. Debe abrirlo en el dispositivo que quiera usar.'],
    answer: [
      'El enlace que abriste ya no funciona: cada uno vale una vez y poco tiempo.',
      'En Botize, abre tus integraciones y elige Telegram. Así se crea uno nuevo.',
    ],
  },
  never_tried: {
    title: 'Aún no ha intentado conectar',
    why: 'Conocemos a esta persona por Botize, pero no empezó ningún inicio de sesión.',
    next: ['**Envía un enlace de reparación**; la guía de la página explica cada paso.'],
    answer: [
      'Aún no has empezado a conectar tu cuenta de Telegram.',
      'En Botize, abre tus integraciones y elige Telegram. La página te guía; son unos minutos.',
    ],
  },
  session_ran_out: {
    title: 'Telegram ha dejado caducar la sesión',
    why: 'Telegram cierra las sesiones que no se usan durante mucho tiempo.',
    next: ['**Envía un enlace de reparación**: sus credenciales y su número están guardados.'],
    answer: [
      'Telegram ha dejado caducar la conexión de tu cuenta, como hace con las sesiones que llevan mucho sin usarse.',
      'Para volver a conectar, abre Telegram en tus integraciones de Botize y pulsa «Reconectar». Tus credenciales están guardadas; solo escribes el código nuevo.',
    ],
  },
  signed_out_here: {
    title: 'Su visita a nuestra página había terminado',
    why: 'La visita desde Botize dura un tiempo limitado, y se acabó.',
    next: ['**Envía un enlace de reparación**, o pídele que venga otra vez desde Botize. No se pierde nada.'],
    answer: [
      'Tu visita a nuestra página había terminado, así que ya no sabía quién eres. No se ha perdido nada.',
      'En Botize, abre tus integraciones y elige Telegram. Sigues donde estabas.',
    ],
  },
} satisfies Record<string, DiagnosisWords>;
