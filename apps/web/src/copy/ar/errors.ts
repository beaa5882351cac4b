import type { CodeGroup } from '@botize/contract';
import { sentencesByKey } from '../message-groups.ts';
import type { Sentence } from '../sentence.ts';

const startAgain = 'ابدأ من جديد؛ يستغرق ذلك دقيقة ما دامت بيانات الاعتماد بين يديك.';
const toSupport = 'لا شيء عليك تغييره. أعطِ فريق الدعم الرقم المرجعي الذي في هذه الصفحة.';
const later = 'حاول مجددًا بعد بضع دقائق.';
const newLink = 'اطلب رابطًا جديدًا في Botize.';
const otherAccount = 'استخدم حسابًا آخر.';
const unknown: Sentence = {
  title: 'رفض Telegram ذلك لسبب لا نعرفه.',
  do: 'حاول لاحقًا، أو أعطِ فريق الدعم الرقم المرجعي الذي في هذه الصفحة.',
};
const disagree: Sentence = { title: 'صفحتنا وخادمنا غير متفقين.', do: 'حمّل الصفحة من جديد.' };
const inUse = 'يستخدم Botize هذا الحساب الآن.';

const sentences: Record<CodeGroup, Sentence> = {
  accountBanned: { title: 'حظر Telegram هذا الحساب.', do: `لا يرفع الحظر إلا Telegram. ${otherAccount}` },
  accountDeleted: { title: 'حُذف هذا الحساب في Telegram.', do: otherAccount },
  accountFrozen: {
    title: 'جمّد Telegram هذا الحساب.',
    do: 'أنت وحدك من يستطيع الاعتراض، في Telegram: افتح التنبيه فوق محادثاتك.',
  },
  codeDropped: { title: 'أسقط Telegram هذا الرمز.', do: 'اطلب رمزًا جديدًا.' },
  codeExpired: {
    title: 'لم يعد هذا الرمز يعمل.',
    do: 'إما أنه قديم، أو أُرسل في محادثة. اطلب رمزًا جديدًا واكتبه هنا فقط.',
  },
  codeMissing: { title: 'الرمز ناقص.', do: 'اكتبه هنا.' },
  codeWrong: { title: 'هذا ليس الرمز.', do: 'استخدم أحدث رسالة؛ الرمز الأقدم لم يعد يعمل.' },
  emailCodeExpired: { title: 'رمز البريد قديم جدًا.', do: 'أعطِ العنوان مرة أخرى، وسيرسل Telegram رمزًا جديدًا.' },
  emailInvalid: { title: 'لا يستطيع Telegram استخدام هذا العنوان.', do: 'راجع طريقة كتابته.' },
  emailNotAllowed: { title: 'لا يقبل Telegram هذا العنوان.', do: 'استخدم بريدًا آخر تستطيع فتحه الآن.' },
  emailUnconfirmed: { title: 'لم يُؤكَّد هذا العنوان بعد.', do: 'اكتب الرمز الذي أرسله Telegram إليه.' },
  floodWait: { title: 'يطلب منك Telegram الانتظار.', do: 'لم يضِع شيء. حاول مجددًا عندما ينتهي الوقت.' },
  keyDead: { title: 'أنهى Telegram عملية تسجيل الدخول هذه.', do: startAgain },
  keyDuplicated: {
    title: 'استُخدمت هذه الجلسة في مكانين.',
    do: 'أنهاها Telegram حفاظًا على الأمان. اربط الحساب من جديد.',
  },
  noOtherDelivery: { title: 'ليس لدى Telegram طريقة أخرى لإرسال الرمز.', do: 'استخدم رمز QR بدلًا منه.' },
  numberBanned: { title: 'حظر Telegram هذا الرقم.', do: 'لا يرفع الحظر إلا Telegram. استخدم رقمًا آخر.' },
  numberFlood: {
    title: 'طُلبت رموز كثيرة لهذا الرقم.',
    do: 'يفتحه Telegram من جديد بعد يوم تقريبًا. قد يعمل رمز QR فورًا.',
  },
  numberInvalid: { title: 'يقول Telegram إن هذا الرقم غير موجود.', do: 'راجع البلد وكل رقم.' },
  numberProtected: { title: 'يحمي Telegram هذا الرقم.', do: 'سجّل الدخول برمز QR، أو استخدم رقمًا آخر.' },
  numberUnknown: {
    title: 'ليس لهذا الرقم حساب على Telegram.',
    do: 'استخدم رقمًا آخر، أو أنشئ الحساب أولًا في تطبيق Telegram.',
  },
  ourSide: { title: 'رفض Telegram الطريقة التي سألناه بها.', do: toSupport },
  pairLimited: {
    title: 'يقيّد Telegram هذا الـ API ID.',
    do: 'لقد نُشر في مكان ما. أنشئ تطبيقًا خاصًا بك على my.telegram.org واستخدم قيمه.',
  },
  pairUnknown: {
    title: 'لا يعرف Telegram هاتين القيمتين.',
    do: 'انسخ App api_id و App api_hash من جديد، كلتيهما من التطبيق نفسه.',
  },
  passwordChanged: { title: 'تغيّرت كلمة المرور للتو في Telegram.', do: 'اكتب أحدث كلمة مرور.' },
  passwordFlood: {
    title: 'كُتبت كلمات مرور خاطئة كثيرة لهذا الرقم.',
    do: 'يطلب منك Telegram الانتظار يومًا تقريبًا. يمكن تغيير كلمة المرور في Telegram أثناء ذلك.',
  },
  passwordMissing: { title: 'كلمة المرور ناقصة.', do: 'اكتبها هنا.' },
  passwordNeeded: { title: 'لهذا الحساب كلمة مرور سحابية.', do: 'اكتبها للمتابعة.' },
  passwordReset: {
    title: 'تجري إعادة تعيين كلمة المرور في Telegram.',
    do: 'أكمل ذلك في تطبيق Telegram، ثم عُد.',
  },
  passwordTooFresh: {
    title: 'لا يسمح Telegram بذلك بعد.',
    do: 'كلمة المرور أو الجلسة حديثة جدًا. حاول بعد يوم.',
  },
  passwordWrong: {
    title: 'هذه ليست كلمة المرور السحابية.',
    do: 'حالة الأحرف والمسافات مهمة. ليست الرمز، وليست كلمة مرور Botize.',
  },
  qrUsed: { title: 'لم يعد رمز QR هذا يعمل.', do: 'اعرض رمزًا جديدًا وامسحه.' },
  tryAgain: { title: 'لم يستطع Telegram إتمام ذلك.', do: 'لم يضِع شيء. حاول مجددًا.' },
  unknown,
  'request.invalid': { title: 'في هذا النموذج شيء غير صحيح.', do: 'راجع ما كتبته وحاول مجددًا.' },
  'request.origin': { title: 'فُتحت هذه الصفحة على عنوان آخر.', do: 'افتحها من جديد من Botize.' },
  'request.media_type': disagree,
  'request.too_large': { title: 'هذا أطول من المسموح.', do: 'راجع ما كتبته وحاول مجددًا.' },
  'request.key': disagree,
  'request.scope': disagree,
  'request.not_found': { title: 'لا شيء هنا.', do: 'حمّل الصفحة من جديد.' },
  'request.method_not_allowed': disagree,
  'session.none': { title: 'أنت خارج الحساب هنا.', do: 'افتح هذه الصفحة من جديد من Botize.' },
  'session.dev_disabled': { title: 'تسجيل الدخول للتطوير متوقف.', do: 'افتح هذه الصفحة من Botize.' },
  'session.forbidden': { title: 'هذا غير متاح لك.', do: 'اسأل من أرسلك إلى هنا.' },
  'link.used': { title: 'استُخدم هذا الرابط من قبل.', do: newLink },
  'link.expired': { title: 'هذا الرابط قديم جدًا.', do: newLink },
  'link.return_url': { title: 'يعود هذا الرابط إلى مكان لا نعرفه.', do: newLink },
  'link.code_invalid': { title: 'استُخدم طريق العودة هذا من قبل.', do: 'ابدأ من جديد من Botize.' },
  'link.no_host': {
    title: 'لا يوجد من يرسل الرابط.',
    do: 'حدّد عنوان webhooks، أو اطلب من الشخص أن يفتح Botize.',
  },
  'support.person_not_found': { title: 'لا أحد هنا له هذا المعرّف.', do: 'ابحث من جديد.' },
  'attempt.none': { title: 'لا توجد عملية تسجيل دخول مفتوحة.', do: startAgain },
  'attempt.not_found': { title: 'لم تعد عملية تسجيل الدخول هذه موجودة.', do: startAgain },
  'attempt.open': { title: 'لديك عملية تسجيل دخول أخرى مفتوحة.', do: 'تابعها، أو أنهِها أولًا.' },
  'attempt.stale_revision': { title: 'تابعت في علامة تبويب أخرى.', do: 'هذه الصفحة محدّثة.' },
  'attempt.command_not_allowed': { title: 'هذا غير ممكن في هذه الخطوة.', do: 'هذه الصفحة محدّثة: تابع من هنا.' },
  'attempt.interrupted': {
    title: 'انقطع اتصالنا بـ Telegram.',
    do: 'لا نعرف هل وصل الطلب. انظر إلى هاتفك ثم حاول مجددًا.',
  },
  'attempt.tries_exhausted': { title: 'كثرت المحاولات الخاطئة.', do: 'ابدأ من جديد برمز جديد.' },
  'attempt.consent_outdated': { title: 'تغيّر ما تسمح به.', do: 'حمّل الصفحة واقرأه من جديد ووافق.' },
  'attempt.resend_too_early': { title: 'لم يحن بعد وقت رمز آخر.', do: 'انتظر حتى الوقت المبيّن.' },
  'connection.not_found': { title: 'لم يعد هذا الحساب مربوطًا.', do: 'حمّل القائمة من جديد.' },
  'connection.leased': { title: inUse, do: 'أعد الفحص عندما ينتهي.' },
  'connection.no_stored_credentials': {
    title: 'لم تعد بيانات الاعتماد المحفوظة موجودة.',
    do: 'اكتب API ID و API hash من جديد.',
  },
  'lease.held': { title: inUse, do: later },
  'lease.not_found': { title: 'لم يعد هذا الحساب لدى Botize.', do: later },
  'lease.not_redeemed': { title: 'لم يتسلّم Botize هذا الحساب بعد.', do: 'عُد إلى Botize.' },
  'lease.unusable': { title: 'يجب أولًا إعادة ربط هذا الحساب.', do: 'أعد ربطه.' },
  'limit.codes_for_number': { title: 'أخذ هذا الرقم رموزه لهذا اليوم.', do: 'رمز QR لا يحتاج إلى أي منها.' },
  'limit.codes_for_user': { title: 'أخذت رموزك لهذا اليوم.', do: 'رمز QR لا يحتاج إلى أي منها.' },
  'limit.number_busy': { title: 'طُلب رمز لهذا الرقم قبل قليل.', do: 'انتظر حتى الوقت المبيّن.' },
  'limit.number_cooling_down': { title: 'أغلق Telegram هذا الرقم حاليًا.', do: 'قد يعمل رمز QR فورًا.' },
  'limit.tries_for_number': { title: 'كثرت المحاولات الخاطئة بهذا الرقم.', do: 'حاول غدًا.' },
  'limit.requests': { title: 'كثرت الطلبات دفعة واحدة.', do: 'انتظر لحظة وحاول مجددًا.' },
  'server.busy': { title: 'كثيرون يسجّلون الدخول الآن.', do: 'انتظر لحظة وحاول مجددًا.' },
  'server.draining': { title: 'يُعاد تشغيل خادمنا.', do: 'حاول مجددًا بعد دقيقة.' },
  'server.internal': {
    title: 'تعطّل شيء من جهتنا.',
    do: 'حاول مجددًا، أو أعطِ فريق الدعم الرقم المرجعي الذي في هذه الصفحة.',
  },
  'server.not_dialling': { title: 'استُعيد خادمنا من نسخة احتياطية ولا يتصل بـ Telegram بعد.', do: later },
  'server.storage': { title: 'لا يستطيع خادمنا حفظ أي شيء الآن.', do: later },
  'telegram.unreachable': { title: 'يتعذّر الوصول إلى Telegram.', do: 'لم يُرسل شيء. حاول مجددًا بعد دقيقة.' },
  'telegram.unknown': unknown,
  'telegram.second_migration': { title: 'نقلنا Telegram من مكان إلى آخر.', do: startAgain },
  'telegram.payment_required': { title: 'يريد Telegram أجرًا مقابل رسالة SMS هذه.', do: 'استخدم رمز QR: إنه مجاني.' },
};

export const errors = sentencesByKey(sentences);
