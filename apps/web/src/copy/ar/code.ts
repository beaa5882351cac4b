import type { LaterCatalogue } from '../en-later.ts';
import { digits, digitsAfter, plural, triesLeft } from './counting.ts';

const ordinal = (n: number) =>
  ['', 'الأول', 'الثاني', 'الثالث', 'الرابع', 'الخامس', 'السادس', 'السابع', 'الثامن'][n] ?? 'الأخير';

export const code: LaterCatalogue['code'] = {
  title: 'اكتب الرمز الذي أرسله Telegram',
  titleWord: 'اكتب الكلمة التي أرسلها Telegram',
  titlePhrase: 'اكتب الكلمات التي أرسلها Telegram',
  label: 'الرمز',
  labelWord: 'الكلمة',
  labelPhrase: 'الكلمات، كما وردت في الرسالة',
  labelMissedCall: (n) => `آخر ${digitsAfter(n)} من الرقم الذي اتصل`,
  digits: (n) => plural(n, { one: 'رقم واحد', two: 'رقمان', few: '# أرقام', many: '# رقمًا', other: '# رقم' }),
  checkedAfter: (n) => `نتحقق منه فور كتابة الرقم ${ordinal(n)}.`,
  checking: 'جارٍ التحقق…',
  submit: 'متابعة',
  emptyDigits: (n) => `الرمز من ${digitsAfter(n)}: اكتبها هنا.`,
  tooFew: (typed, n) => `كُتب ${typed} من ${n}.`,
  wrongInApp: 'استخدم أحدث رسالة في محادثة **Telegram**.',
  triesLeft,
  beginsWith: (beginning) => `يبدأ بـ «[[${beginning}]]».`,
  wrongBeginning: (beginning) => `يجب أن يبدأ النص بـ «${beginning}». استخدم أحدث رسالة.`,
  sentTo: (to) => `أُرسل إلى [[${to}]]`,
  change: 'تغيير',
  changeLabel: 'تغيير رقم الهاتف',
  onlyHereTitle: 'اكتبه هنا فقط',
  onlyHereText: 'إذا أُرسل في أيّ محادثة، يُلغى الرمز فورًا.',
  noCode: 'ألم يصل الرمز؟',
  canSend: (way, at) => `يستطيع Telegram إرساله ${way} ${at}.`,
  ways: {
    sms: 'برسالة **SMS**',
    call: 'عبر **مكالمة صوتية**',
    missed_call: 'عبر **مكالمة فائتة**',
    fragment: 'عبر **Fragment**',
    unknown: '**بطريقة أخرى**',
  },
  sendNow: {
    sms: 'إرساله برسالة SMS',
    call: 'إرساله عبر مكالمة صوتية',
    missed_call: 'إرساله عبر مكالمة فائتة',
    fragment: 'إرساله عبر Fragment',
    unknown: 'إرساله بطريقة أخرى',
  },
  sending: 'جارٍ سؤال Telegram…',
  noOtherWay: 'ليس لدى Telegram طريقة أخرى لإرسال الرمز. أما رمز QR فلا يحتاج إليه.',
  useQr: 'تسجيل الدخول برمز QR بدلًا من ذلك',
  lookHere: 'انظر هنا',
  openTelegram: 'فتح Telegram',
  notThere: 'ليس هناك؟ ابحث في **المحادثات المؤرشفة**، وفي كل هاتف أو جهاز لوحي أو حاسوب تستخدم عليه Telegram.',
  waitSubmit: (at) => `التحقق من الرمز ${at}`,
  resetEmail: 'لا أستطيع فتح هذا البريد',
  resetEmailAt: (at) => `يستطيع Telegram إزالة هذا العنوان ${at}.`,
  resetPending: (at) => `يزيل Telegram العنوان ${at}، ثم يصل الرمز بطريقة أخرى.`,
  resetInfo: 'يرسل Telegram الرمز بعد ذلك بطريقة أخرى، فورًا أو بعد بضعة أيام.',
  openFragment: 'فتح Fragment',
  fragmentRefused: 'ذكر Telegram عنوانًا ليس عنوان Fragment، لذلك لا نعرضه. استخدم رمز QR.',
};

const openSms = 'افتح الرسائل على هاتفك.';
const newestSms = 'افتح أحدث رسالة من **Telegram**.';
const openMail = 'افتح صندوق البريد المبيّن بجانبه.';
const newestMail = 'افتح أحدث رسالة من **Telegram**، وابحث في الرسائل غير المرغوبة أيضًا.';

export const deliveries: LaterCatalogue['deliveries'] = {
  app: {
    lead: (n) => `أرسل Telegram ${digitsAfter(n)} إلى تطبيق Telegram الذي تستخدمه. ليست رسالة SMS.`,
    leadShort: (n) => `${digits(n)}، في تطبيق Telegram. ليست رسالة SMS.`,
    look: [
      'افتح Telegram على هاتفك أو حاسوبك.',
      'افتح المحادثة المسماة **Telegram**. بجانبها علامة صح، وهي قرب أعلى القائمة.',
      'اقرأ أحدث رسالة: فيها الأرقام.',
    ],
    drawing: 'رمز الدخول:',
  },
  sms: {
    lead: (n) => `أرسل Telegram ${digitsAfter(n)} برسالة SMS إلى رقمك.`,
    leadShort: (n) => `${digits(n)}، برسالة SMS.`,
    look: [openSms, newestSms, 'اكتب أرقامها هنا. قد تتأخر دقيقتين.'],
    drawing: 'رمز Telegram',
  },
  call: {
    lead: (n) => `يتصل بك Telegram، ويقرأ لك صوت ${digitsAfter(n)}.`,
    leadShort: (n) => `مكالمة تقرأ لك ${digitsAfter(n)}.`,
    look: ['أجب عن المكالمة.', 'يقرأ صوت الأرقام مرتين.', 'اكتبها هنا.'],
    drawing: 'مكالمة واردة',
  },
  missed_call: {
    lead: (n) => `يتصل بك Telegram ثم يغلق الخط. الرمز هو آخر ${digitsAfter(n)} من رقم المتصل.`,
    leadShort: (n) => `الرمز هو آخر ${digitsAfter(n)} من رقم المتصل.`,
    look: ['لا تُجِب: يرنّ مرة واحدة فقط.', 'افتح قائمة المكالمات الفائتة.', 'اكتب الأرقام الأخيرة من أحدث رقم فيها.'],
    drawing: 'مكالمة فائتة',
  },
  fragment: {
    lead: (n) => `رقمك من Fragment. وضع Telegram هناك ${digitsAfter(n)}.`,
    leadShort: (n) => `${digits(n)}، على Fragment.`,
    look: [
      'اضغط **فتح Fragment** في الجانب.',
      'سجّل الدخول هناك بالمحفظة التي تملك الرقم.',
      'اكتب هنا الأرقام التي يعرضها.',
    ],
    drawing: 'رمز الدخول',
  },
  email_code: {
    lead: (n) => `أرسل Telegram ${digitsAfter(n)} إلى بريدك الإلكتروني.`,
    leadShort: (n) => `${digits(n)}، بالبريد الإلكتروني.`,
    look: [openMail, newestMail, 'اكتب أرقامها هنا.'],
    drawing: 'رمز دخولك',
  },
  email_setup: {
    lead: (n) => `أرسل Telegram ${digitsAfter(n)} إلى العنوان الذي أعطيته، لتأكيده.`,
    leadShort: (n) => `${digits(n)}، بالبريد الإلكتروني.`,
    look: [openMail, newestMail, 'اكتب أرقامها هنا. يصل رمز الدخول بعد ذلك.'],
    drawing: 'أكّد عنوانك',
  },
  sms_word: {
    lead: () => 'أرسل Telegram كلمة واحدة برسالة SMS إلى رقمك.',
    leadShort: () => 'كلمة واحدة، برسالة SMS.',
    look: [openSms, newestSms, 'اكتب الكلمة هنا كما وردت تمامًا.'],
    drawing: 'كلمة Telegram',
  },
  sms_phrase: {
    lead: () => 'أرسل Telegram بضع كلمات برسالة SMS إلى رقمك.',
    leadShort: () => 'بضع كلمات، برسالة SMS.',
    look: [openSms, newestSms, 'اكتب الكلمات كلها هنا كما وردت تمامًا.'],
    drawing: 'كلمات Telegram',
  },
  firebase: {
    lead: () => 'يرسل Telegram هذا الرمز إلى تطبيقاته وحدها. استخدم الطريقة التالية أو رمز QR.',
    leadShort: () => 'لا يصل هذا الرمز إلا إلى تطبيقات Telegram.',
    look: [
      'اختار Telegram طريقة لا تستطيعها إلا تطبيقاته.',
      'انتظر الطريقة التالية المبيّنة في الجانب، أو استخدم رمز QR.',
      'إذا وصل رمز مع ذلك، فاكتبه هنا.',
    ],
    drawing: 'رمز Telegram',
  },
  unknown: {
    lead: () => 'أرسل Telegram رمزًا ولم يذكر أين. ابحث في تطبيق Telegram وفي رسائل SMS وفي بريدك.',
    leadShort: () => 'ابحث في Telegram ورسائل SMS والبريد.',
    look: ['افتح المحادثة المسماة **Telegram** في تطبيقك.', 'ثم ابحث في رسائل SMS وفي بريدك.', 'اكتب أحدث رمز هنا.'],
    drawing: 'رمز الدخول:',
  },
};
