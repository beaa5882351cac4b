import type { DiagnosisValues, DiagnosisWords } from '../../support-sentences.ts';

const tries = ({ triesLeft: n }: DiagnosisValues) =>
  n === null ? '' : n === 0 ? ', no quedan intentos' : n === 1 ? ', queda un intento' : `, quedan ${n} intentos`;

const comeBack = (at: string | null) => at ?? 'en un día, más o menos';

/** Del código, la dirección de correo y la contraseña en la nube. */
export const ofCodes = {
  at_code: {
    title: 'El código está enviado; lo esperamos',
    why: 'Telegram lo envía a la app de Telegram, rara vez por SMS. Nada ha ido mal.',
    next: [
      'Pídele que mire en el chat **Telegram**, en cada dispositivo donde lo use.',
      'La página ofrece la siguiente forma de enviarlo en cuanto Telegram lo permite.',
    ],
    answer: [
      'Telegram ha enviado tu código. Casi siempre está en tu app de Telegram, en el chat llamado «Telegram», y no en tus SMS.',
      'Escríbelo solo en nuestra página. Si se envía en un chat, también a nosotros, Telegram lo anula al momento.',
    ],
  },
  at_confirm_account: {
    title: 'Es otra cuenta que antes: tiene que elegir',
    why: 'Ha entrado con una cuenta distinta de la que había que reconectar.',
    next: ['Pregunta a qué cuenta se refiere. La página muestra los dos nombres y un botón para cada respuesta.'],
    answer: [
      'Has entrado con otra cuenta de Telegram, no con la que estaba conectada antes. La página muestra las dos.',
      'Si querías la nueva, pulsa «Usar esta». Si no, pulsa «Volver» y entra con el otro número.',
    ],
  },
  at_email: {
    title: 'Telegram pide una dirección de correo',
    why: 'Telegram quiere una dirección para los códigos de esta cuenta. Es una regla de Telegram, no nuestra.',
    next: ['Pídele una dirección cuyo **buzón pueda abrir ahora**.'],
    answer: [
      'Telegram quiere una dirección de correo para tu cuenta antes de enviar códigos. La regla es de Telegram.',
      'Da una dirección cuyo buzón puedas abrir ahora mismo. Primero, Telegram envía allí un código.',
    ],
  },
  at_password: {
    title: 'El código era correcto; falta la contraseña en la nube',
    why: 'La cuenta tiene verificación en dos pasos. Nadie en Botize conoce ni puede cambiar esa contraseña.',
    next: [
      'Pídele la contraseña que eligió **en Telegram**, no el PIN del móvil.',
      '¿La ha olvidado? Solo Telegram puede ayudar, en la app.',
    ],
    answer: [
      'Tu código era correcto. Además, tu cuenta tiene una contraseña en la nube: la que elegiste tú en Telegram, en la verificación en dos pasos.',
      'Si no la recuerdas, abre Telegram: Ajustes → Privacidad y seguridad → Verificación en dos pasos. Solo Telegram puede restablecerla. No nos la envíes nunca.',
    ],
  },
  code_dropped: {
    title: 'Telegram ha descartado el código',
    why: 'Telegram le perdió la pista, casi siempre porque se pidió otro código entretanto.',
    next: ['Pídele que solicite **un código nuevo** y escriba el más reciente.'],
    answer: [
      'Telegram ya no acepta ese código, casi siempre porque se pidió otro entretanto.',
      'Pide un código nuevo en la página y escribe el más reciente que veas en el chat «Telegram».',
    ],
  },
  code_expired: {
    title: 'El código ya no funciona',
    why: 'Era demasiado antiguo, o se reenvió en un chat: entonces Telegram lo anula al momento.',
    next: [
      'Pídele que solicite **un código nuevo** y lo escriba solo en nuestra página.',
      'No debe enviárselo a nadie, tampoco a soporte.',
    ],
    answer: [
      'Tu código ya no funciona. O era demasiado antiguo, o se envió en un chat: entonces Telegram lo anula al momento, por tu seguridad.',
      'Vuelve atrás en la página y pulsa «Autorizar» para pedir otro. Léelo en el chat «Telegram» y escríbelo solo en nuestra página. No se lo reenvíes a nadie, tampoco a nosotros.',
    ],
  },
  code_tries_used_up: {
    title: 'Demasiados códigos erróneos: el inicio de sesión acabó',
    why: 'Tras unos pocos códigos erróneos paramos, antes de que Telegram imponga una espera larga.',
    next: ['Pídele que empiece de nuevo y escriba el código **más reciente** del chat Telegram.'],
    answer: [
      'El código falló demasiadas veces, así que el inicio de sesión acabó. Paramos pronto, antes de que Telegram te haga esperar mucho.',
      'Empieza otra vez en la página. Solo vale el código más reciente del chat «Telegram»; los anteriores, no.',
    ],
  },
  code_wrong: {
    title: (values) => `Código erróneo${tries(values)}`,
    why: 'Casi siempre es un código anterior: en cuanto se envía uno nuevo, solo vale ese.',
    next: ['Pídele que use el **mensaje más reciente** del chat Telegram.'],
    answer: [
      'El código que escribiste no era el correcto. Casi siempre es uno anterior: solo vale el más reciente.',
      'Abre el chat «Telegram» en tu app y escribe el código del último mensaje.',
    ],
  },
  email_code: {
    title: 'El código del correo es demasiado antiguo',
    why: 'El código que Telegram envió a su dirección ha caducado.',
    next: ['Pídele que dé otra vez la dirección. Telegram envía entonces **un código nuevo**.'],
    answer: [
      'El código que Telegram envió a tu correo era demasiado antiguo.',
      'Da otra vez la dirección en la página. Telegram envía un código nuevo; mira también en el correo no deseado.',
    ],
  },
  email_refused: {
    title: 'Telegram no acepta la dirección de correo',
    why: 'Está mal escrita, sin confirmar, o es de un tipo que Telegram rechaza.',
    next: ['Pídele que use **otro buzón** que pueda abrir ahora.'],
    answer: [
      'Telegram no acepta la dirección de correo que diste. Revisa cómo está escrita.',
      'Si está bien, usa otro buzón que puedas abrir ahora. Telegram decide cuáles acepta.',
    ],
  },
  our_try_limit: {
    title: ({ until }) =>
      until === null
        ? 'Demasiados intentos erróneos: un límite nuestro'
        : `Demasiados intentos erróneos: un límite nuestro hasta ${until}`,
    why: 'Tras muchos códigos o contraseñas erróneos paramos, para que nadie pueda adivinar. Este límite es nuestro.',
    next: [
      'Asegúrate de que la persona **ya sabe el código o la contraseña**.',
      'Después **quita el límite**, para que pueda seguir hoy.',
    ],
    answer: [
      ({ at }) =>
        `Hubo demasiados intentos erróneos con tu número, así que paramos por seguridad.${at === null ? '' : ` Puedes seguir ${at}.`}`,
      'Si ya sabes bien tu contraseña o tu código, contesta y lo quitamos. No nos envíes nunca la contraseña ni el código.',
    ],
  },
  password_changed: {
    title: 'La contraseña en la nube acaba de cambiar',
    why: 'Telegram dice que la contraseña cambió mientras la escribía.',
    next: ['Pídele que escriba la contraseña **más reciente**.'],
    answer: [
      'Tu contraseña en la nube cambió en Telegram mientras entrabas. Escribe la más reciente.',
      'Si no la cambiaste tú, quizá lo hizo otra persona. Abre Telegram y mira en Ajustes → Dispositivos.',
    ],
  },
  password_flood: {
    title: ({ until }) =>
      until === null
        ? 'La contraseña en la nube falló demasiado: Telegram le hace esperar'
        : `La contraseña en la nube falló demasiado: Telegram le hace esperar hasta ${until}`,
    why: 'Telegram puso esta espera para proteger la cuenta. Aquí nadie puede acortarla.',
    next: [
      ({ at }) => `Pídele que vuelva **${comeBack(at)}**, y que no lo intente más hasta entonces.`,
      '¿La ha olvidado? Solo Telegram puede ayudar, en **Verificación en dos pasos** de la app.',
    ],
    answer: [
      ({ at }) =>
        `Tu contraseña en la nube falló demasiadas veces, así que Telegram te hace esperar.${at === null ? ' Suele durar un día.' : ` La espera termina ${at}.`} Protege tu cuenta, y no podemos acortarla.`,
      'Si no recuerdas la contraseña, aprovecha el tiempo: en Telegram, abre Ajustes → Privacidad y seguridad → Verificación en dos pasos. No nos la envíes nunca.',
    ],
  },
  password_reset: {
    title: 'La contraseña en la nube se está restableciendo',
    why: 'Telegram deja pasar unos días antes de quitar una contraseña olvidada.',
    next: ['Pídele que espere a que Telegram **la haya quitado**, o que cancele el restablecimiento en la app.'],
    answer: [
      'Tu contraseña en la nube se está restableciendo en Telegram. Hasta que termine, no puedes entrar con ella.',
      'Telegram te avisa en la app cuando la quite. Empieza entonces otra vez en nuestra página.',
    ],
  },
  password_too_fresh: {
    title: 'La contraseña en la nube es demasiado reciente',
    why: 'Telegram solo lo permite un tiempo después de poner una contraseña.',
    next: ['Pídele que lo intente otra vez **en un día**.'],
    answer: [
      'Pusiste tu contraseña en la nube hace poco, y Telegram aún no permite esto.',
      'Inténtalo otra vez en un día. No se pierde nada.',
    ],
  },
  password_wrong: {
    title: (values) => `Contraseña en la nube errónea${tries(values)}`,
    why: 'Es la contraseña que eligió en Telegram, con sus mayúsculas y espacios.',
    next: [
      'Pídele que revise mayúsculas, espacios y el **idioma del teclado**.',
      '¿La ha olvidado? Solo Telegram puede ayudar, en **Verificación en dos pasos** de la app.',
    ],
    answer: [
      'La contraseña en la nube que escribiste no era correcta. Es la que elegiste en Telegram, en la verificación en dos pasos, no el PIN de tu móvil.',
      'Fíjate en las mayúsculas, los espacios y el idioma del teclado. Si no la recuerdas, solo Telegram puede restablecerla: Ajustes → Privacidad y seguridad → Verificación en dos pasos.',
    ],
  },
  sign_in_lapsed: {
    title: 'Telegram ha cerrado este inicio de sesión',
    why: 'Tardó demasiado, o se cerró en Dispositivos. No puede continuar.',
    next: ['**Cierra el inicio de sesión**, para que pueda empezar otro enseguida.'],
    answer: [
      'Telegram cerró tu inicio de sesión antes de completarse, casi siempre porque tardó demasiado.',
      'Empieza otra vez en la página. Tus credenciales están guardadas, así que es un minuto.',
    ],
  },
} satisfies Record<string, DiagnosisWords>;
