import { fieldSentences, type FieldSentences } from '../sentence.ts';
import { ltr } from './counting.ts';

export const fields: FieldSentences = {
  apiId: fieldSentences('اكتب API ID.', 'يتكوّن API ID من أرقام فقط.', 'هذا العدد أكبر من أن يكون API ID.'),
  apiHash: fieldSentences('اكتب API hash.', `يتكوّن الـ hash من 32 خانة: الأرقام ${ltr('0–9')} والحروف ${ltr('a–f')}.`),
  consent: fieldSentences(
    'ضع علامة هنا للمتابعة. من دونها لا يجوز لـ Botize استخدام الحساب.',
    'حمّل الصفحة من جديد ووافق مرة أخرى.',
  ),
};
