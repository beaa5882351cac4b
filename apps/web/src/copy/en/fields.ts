import { fieldSentences, type FieldSentences } from '../sentence.ts';

export const fields: FieldSentences = {
  apiId: fieldSentences('Type the API ID.', 'An API ID has only digits.', 'This number is too large for an API ID.'),
  apiHash: fieldSentences('Type the API hash.', 'A hash has 32 of the digits 0–9 and the letters a–f.'),
  consent: fieldSentences(
    'Tick this to go on. Without it Botize may not use the account.',
    'Load the page and agree again.',
  ),
};
