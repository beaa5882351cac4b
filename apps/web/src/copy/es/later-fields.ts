import { fieldSentences, type LaterFieldSentences } from '../sentence.ts';

export const laterFields: LaterFieldSentences = {
  phone: fieldSentences('Escribe tu número de teléfono.', 'Un número tiene prefijo de país y de 7 a 15 cifras.'),
  code: fieldSentences('Escribe el código.', 'Esto no puede ser el código. Escríbelo tal como está en el mensaje.'),
  email: fieldSentences(
    'Escribe una dirección de correo.',
    'Una dirección tiene @ y ningún espacio, como nombre@example.com.',
  ),
  password: fieldSentences('Escribe la contraseña.', 'Esta contraseña es demasiado larga para Telegram.'),
  userId: fieldSentences('Escribe un ID de usuario.', 'Solo letras, cifras y . _ : @ -, 128 como máximo.'),
  label: fieldSentences('Escribe un nombre.', '128 caracteres como máximo.'),
};
