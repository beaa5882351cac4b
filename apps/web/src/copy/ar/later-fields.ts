import { fieldSentences, type LaterFieldSentences } from '../sentence.ts';
import { ltr } from './counting.ts';

export const laterFields: LaterFieldSentences = {
  phone: fieldSentences('اكتب رقم هاتفك.', 'يتكوّن رقم الهاتف من رمز البلد ومن 7 إلى 15 رقمًا.'),
  code: fieldSentences('اكتب الرمز.', 'لا يمكن أن يكون هذا هو الرمز. اكتبه كما ورد في الرسالة.'),
  email: fieldSentences(
    'اكتب عنوان بريد إلكتروني.',
    `يحتوي العنوان على ${ltr('@')} ولا يحتوي على مسافات، مثل ${ltr('name@example.com')}.`,
  ),
  password: fieldSentences('اكتب كلمة المرور.', 'كلمة المرور هذه أطول مما يقبله Telegram.'),
  userId: fieldSentences('اكتب معرّف المستخدم.', `حروف لاتينية وأرقام و ${ltr('. _ : @ -')} فقط، 128 خانة على الأكثر.`),
  label: fieldSentences('اكتب اسمًا.', '128 حرفًا على الأكثر.'),
};
