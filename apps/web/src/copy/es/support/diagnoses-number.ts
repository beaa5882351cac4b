import type { DiagnosisWords } from '../../support-sentences.ts';

const comeBack = (at: string | null) => at ?? 'en un día, más o menos';

export const ofNumbers = {
  api_pair_limited: {
    title: 'Telegram limita este API ID: se ha publicado',
    why: 'El par está en algún sitio público, así que Telegram no deja entrar a nadie con él.',
    next: [
      'Pídele que cree **una app propia** en my.telegram.org.',
      'Debe usar sus valores, y no un par encontrado en internet.',
    ],
    answer: [
      'Telegram rechaza el API ID que usaste, porque se ha publicado en algún sitio. Es de la app de otra persona.',
      'Entra en my.telegram.org con tu número, abre «API development tools» y crea tu propia app. Usa su App api_id y su App api_hash.',
    ],
  },
  api_pair_unknown: {
    title: 'API ID y API hash no van juntos',
    why: 'Telegram no conoce este par. Uno está mal escrito, o son de dos apps distintas.',
    next: ['Pídele que **copie otra vez los dos valores** de my.telegram.org, de la misma app.'],
    answer: [
      'Telegram no conoce el par de API ID y API hash que pusiste. Casi siempre falta un carácter.',
      'Abre «API development tools» en my.telegram.org y copia otra vez App api_id y App api_hash. No los escribas a mano.',
    ],
  },
  at_phone: {
    title: 'En el número: nada ha ido mal',
    why: 'Telegram aceptó las credenciales. Aún no ha puesto su número, o no lo ha enviado.',
    next: ['Pídele que escriba su número, o que use el **código QR**, que no lo necesita.'],
    answer: [
      'Tus credenciales están aceptadas. El paso siguiente es tu número: escríbelo con el prefijo del país y pulsa «Autorizar».',
      'O elige el código QR y escanéalo en Telegram, en Ajustes → Dispositivos → Vincular un dispositivo de escritorio.',
    ],
  },
  at_qr: {
    title: 'Tiene un código QR en pantalla',
    why: 'Espera a que lo escanee y se renueva por sí solo.',
    next: ['Se escanea en Telegram, en **Ajustes → Dispositivos → Vincular un dispositivo de escritorio**.'],
    answer: [
      'Abre Telegram en tu móvil y toca Ajustes → Dispositivos → Vincular un dispositivo de escritorio. Luego apunta al código QR.',
      'La cámara del móvil no sirve para esto. El código cambia de vez en cuando; es normal.',
    ],
  },
  flood_wait: {
    title: ({ until }) => (until === null ? 'Telegram ha pedido esperar' : `Telegram ha pedido esperar hasta ${until}`),
    why: 'Telegram pone este límite tras demasiados códigos o intentos. Aquí nadie puede acortarlo.',
    next: [
      'Pídele que entre con el **código QR**. No envía ningún código, así que la espera no suele aplicarse.',
      ({ at }) => `O que vuelva **${comeBack(at)}**. Se guardan las credenciales y el número.`,
    ],
    answer: [
      ({ at }) =>
        `Telegram ha puesto una espera a tu inicio de sesión, porque hubo demasiados códigos o intentos seguidos.${at === null ? ' Suele acabar en un día.' : ` Termina ${at}.`}`,
      'Si no quieres esperar, abre la página y elige el código QR: no hace falta ningún código. Tus datos están guardados y no tienes que repetir nada.',
      'Mientras tanto no pidas más códigos, tampoco en otras apps: la espera podría alargarse.',
    ],
  },
  no_other_delivery: {
    title: 'Telegram no tiene otra forma de enviar el código',
    why: 'El código fue a la app de Telegram, y Telegram no ofrece nada después.',
    next: [
      'Pídele que mire en el chat **Telegram** en cada dispositivo, también en los archivados.',
      'Si no, el **código QR**: no hace falta ningún código.',
    ],
    answer: [
      'Telegram no ofrece otra forma de enviarte el código. Mira en el chat «Telegram» de cada móvil, tableta u ordenador donde lo uses, también en los archivados.',
      'Si no está, elige el código QR en la página. No hace falta ningún código.',
    ],
  },
  number_banned: {
    title: 'Telegram ha bloqueado este número',
    why: 'Lo ha hecho Telegram, no Botize. A un número bloqueado no se envía ningún código.',
    next: ['Dile que solo Telegram puede levantarlo.', 'Puede usar **otro número**.'],
    answer: [
      'Telegram ha bloqueado el número que diste, así que no le envía códigos. Solo Telegram puede levantarlo, y solo tú puedes pedirlo.',
      'Si tienes otra cuenta de Telegram, vuelve atrás en la página y usa su número.',
    ],
  },
  number_invalid: {
    title: 'Telegram dice que este número no existe',
    why: 'Falta un dígito o está mal, o el país es otro.',
    next: ['Pídele que revise **el país y cada dígito**. La página muestra lo que recibe Telegram.'],
    answer: [
      'Telegram dice que el número que diste no existe. Revisa el país y cada dígito.',
      'Es el número que ves en Telegram, en Ajustes, con el prefijo del país.',
    ],
  },
  number_protected: {
    title: 'Telegram protege este número',
    why: 'Telegram no deja entrar a nadie con este número de la forma habitual.',
    next: ['Pídele que use el **código QR**, u otro número.'],
    answer: [
      'Telegram protege tu número, así que aquí no se puede usar para entrar.',
      'Elige el código QR en la página: no hace falta ni número ni código.',
    ],
  },
  number_unknown: {
    title: 'Este número no tiene cuenta de Telegram',
    why: 'Conectamos cuentas que existen; nunca creamos una.',
    next: [
      'Pregunta qué número ve en Telegram, en **Ajustes**: a menudo es uno antiguo.',
      'Si no tiene cuenta, primero se crea en la app de Telegram.',
    ],
    answer: [
      'El número que diste no tiene cuenta de Telegram. Mira en Telegram, en Ajustes: allí está el número de tu cuenta.',
      'Usa exactamente ese. Si aún no tienes cuenta, créala primero en la app de Telegram.',
    ],
  },
  our_code_limit: {
    title: ({ until }) =>
      until === null ? 'Nuestro límite de códigos está agotado' : `Nuestro límite de códigos dura hasta ${until}`,
    why: 'Enviamos pocos códigos al día, para que nadie pueda molestar con ellos. Este límite es nuestro.',
    next: [
      'Si la persona es quien dice ser, **quita el límite**.',
      'O que use ya el **código QR**: no envía ningún código.',
    ],
    answer: [
      ({ at }) =>
        `Enviamos solo unos pocos códigos al día, para que nadie pueda molestar con ellos.${at === null ? '' : ` El siguiente es posible ${at}.`}`,
      'No tienes que esperar: elige el código QR en la página. No envía ningún código.',
    ],
  },
  payment_required: {
    title: 'Telegram quiere cobrar por el SMS',
    why: 'En algunos países Telegram cobra por el código. Nosotros no pagamos, y esa persona tampoco debería.',
    next: ['Pídele que use el **código QR**: es gratis.'],
    answer: [
      'Telegram pide un pago antes de enviar un código a tu número. No te hace falta.',
      'Elige el código QR en la página: es gratis y no necesita código.',
    ],
  },
  qr_used: {
    title: 'El código QR era antiguo o ya se había usado',
    why: 'Cada código QR vive medio minuto y funciona una vez.',
    next: ['Pídele que muestre **un código QR nuevo** y lo escanee enseguida.'],
    answer: [
      'El código QR que escaneaste era demasiado antiguo. Cada uno vive medio minuto.',
      'Pulsa «Mostrar otro código» en la página y escanéalo enseguida. En Telegram: Ajustes → Dispositivos → Vincular un dispositivo de escritorio.',
    ],
  },
} satisfies Record<string, DiagnosisWords>;
