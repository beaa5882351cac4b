import type { LaterCatalogue } from '../en-later.ts';

export const signIn: LaterCatalogue['signIn'] = {
  devTitle: 'تسجيل دخول للتطوير',
  devLead: 'كن من تشاء. هذه الصفحة موجودة على حاسوب المطوّر فقط.',
  userId: 'معرّف المستخدم',
  userIdNote: 'كما تعرفه المنصة',
  label: 'الاسم المعروض',
  labelNote: 'اسم أو عنوان بريد',
  role: 'الدور',
  roleUser: 'مستخدم',
  roleSupport: 'الدعم',
  submit: 'تسجيل الدخول',
  busy: 'جارٍ تسجيل الدخول…',
  outTitle: 'افتح هذه الصفحة من Botize',
  outLead: 'تحتاج هذه الصفحة إلى معرفة حساب Botize المقصود. يرسلك Botize إلى هنا برابط خاص بك.',
  outHow: 'في Botize، افتح عمليات التكامل واختر Telegram. يعمل الرابط مرة واحدة ولمدة عشر دقائق.',
  linkTitle: 'هذا الرابط لم يعد يعمل',
  linkLead: 'يعمل الرابط مرة واحدة ولمدة عشر دقائق. اطلب رابطًا جديدًا في Botize.',
  goOnAs: (label) => `المتابعة باسم ${label}`,
  signOut: 'تسجيل الخروج',
  signedInAs: (label) => `سجّلت الدخول باسم ${label}`,
};
