import { fieldSentences, type FieldSentences } from '../sentence.ts';

export const fields: FieldSentences = {
  apiId: fieldSentences(
    'Escribe el API ID.',
    'Un API ID solo tiene cifras.',
    'Este número es demasiado grande para un API ID.',
  ),
  apiHash: fieldSentences('Escribe el API hash.', 'Un hash tiene 32 de las cifras 0–9 y las letras a–f.'),
  consent: fieldSentences(
    'Márcalo para continuar. Sin esto Botize no puede usar la cuenta.',
    'Carga la página y acepta de nuevo.',
  ),
};
