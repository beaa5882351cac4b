import type { DiagnosisWords } from '../../support-sentences.ts';

export const ofTrouble = {
  interrupted: {
    title: 'Nuestro servidor se reinició en mitad de una petición',
    why: 'No sabemos si llegó a Telegram, así que no la repetimos por nuestra cuenta.',
    next: ['Pídele que **pulse el botón otra vez**. No se pierde nada.'],
    answer: [
      'Nuestro servidor se reinició justo cuando pulsaste el botón. No se ha perdido nada.',
      'Carga la página otra vez y púlsalo de nuevo. Sigues donde estabas.',
    ],
  },
  our_side: {
    title: 'Telegram rechazó nuestra forma de preguntar',
    why: 'Nada de lo que escriba la persona puede arreglarlo. Es cosa de nuestro equipo técnico.',
    next: ['Pasa el **diagnóstico** al operador.', 'Dile que no es culpa suya.'],
    answer: [
      'Tu inicio de sesión falló por algo de nuestra parte. No hiciste nada mal, y no hay nada que cambiar.',
      'Nuestro equipo técnico tiene los detalles. Te escribimos en cuanto funcione.',
    ],
  },
  page_out_of_date: {
    title: 'Su página estaba desfasada',
    why: 'Siguió en otra pestaña o en otro dispositivo, o la página estuvo abierta mucho tiempo.',
    next: ['Pídele que **cargue la página otra vez**; muestra dónde está de verdad.'],
    answer: [
      'La página que tenías abierta estaba desfasada, quizá porque seguiste en otra pestaña.',
      'Cárgala otra vez. Entonces muestra dónde estás, y no se pierde nada.',
    ],
  },
  server_trouble: {
    title: 'Nuestro servidor no pudo hacerlo',
    why: 'Tenía demasiado trabajo, se reiniciaba o no podía guardar. La persona no hizo nada mal.',
    next: ['Avisa al operador, con el **diagnóstico**.', 'Pídele que lo intente otra vez en unos minutos.'],
    answer: [
      'Nuestro servidor no pudo hacer lo que pediste en ese momento. No hiciste nada mal, y no se ha perdido nada.',
      'Inténtalo otra vez en unos minutos.',
    ],
  },
  telegram_trouble: {
    title: 'Telegram tuvo un problema propio',
    why: 'Telegram cortó o nos pidió empezar de nuevo. Casi siempre funciona a la siguiente.',
    next: ['Pídele que **lo intente otra vez ahora**. Si sigue así una hora, avisa al operador.'],
    answer: [
      'Telegram cortó mientras entrabas. Pasa de vez en cuando y no tiene que ver con tu cuenta.',
      'Inténtalo otra vez ahora. Si en una hora sigue sin ir, contéstanos.',
    ],
  },
  telegram_unreachable: {
    title: 'No se pudo llegar a Telegram',
    why: 'Nuestro servidor no tuvo respuesta de Telegram. El estado de la conexión no ha cambiado.',
    next: ['**Pide una comprobación**. Si vuelve a fallar, avisa al operador.'],
    answer: [
      'No hemos podido llegar a Telegram. Tu conexión no ha cambiado y no se envió nada.',
      'Inténtalo otra vez en unos minutos. No tienes que cambiar nada.',
    ],
  },
} satisfies Record<string, DiagnosisWords>;
