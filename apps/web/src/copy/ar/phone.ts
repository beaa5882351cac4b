import type { LaterCatalogue } from '../en-later.ts';
import { ltr, plural } from './counting.ts';

const digits = (n: number) =>
  plural(n, { one: 'رقم واحد', two: 'رقمان', few: '# أرقام', many: '# رقمًا', other: '# رقم' });

export const phone: LaterCatalogue['phone'] = {
  title: 'أيّ حساب Telegram تريد ربطه؟',
  lead: 'طريقتان متساويتان لتسجيل الدخول: بالرقم تكتب رمزًا، وبرمز QR يكفي أن توجّه هاتفك نحو الشاشة.',
  leadShort: 'طريقتان متساويتان لتسجيل الدخول.',
  card: 'برقم هاتفك',
  country: 'البلد',
  countrySearch: 'ابحث بالاسم أو برمز البلد',
  countryNone: 'لا يوجد بلد بهذا الاسم.',
  countryUnknown: 'اختر',
  number: 'رقم الهاتف',
  telegramGets: 'يصل إلى Telegram',
  readFrom: (text) => `قرأناه من «[[${text}]]».`,
  tooShort: (count) => `${digits(count)} فقط مع رمز البلد: بعض الأرقام ناقص.`,
  tooLong: (count) => `${digits(count)} مع رمز البلد: الحد الأقصى 15.`,
  noPrefix: `اختر البلد، أو ابدأ بعلامة ${ltr('+')} ورمز البلد.`,
  unusual: 'لا يبدو هذا رقمًا من هذا البلد. راجعه، ويمكنك إرساله مع ذلك.',
  warningTitle: 'لا تُعِد توجيه الرمز أبدًا',
  warningText: 'إذا أرسلته في أيّ محادثة، حتى إلى نفسك أو إلينا، يُلغيه Telegram فورًا. اكتبه في الصفحة التالية فقط.',
  comesInApp: 'يصل الرمز إلى تطبيق Telegram لديك، ونادرًا برسالة SMS.',
  fiveADay: 'يسمح Telegram بنحو خمس عمليات دخول في اليوم لكل رقم.',
  submit: 'تفويض',
  busy: 'جارٍ سؤال Telegram…',
  after: 'يُرسَل الرمز عندما تضغط «تفويض».',
  stored: 'الرقم المحفوظ',
  useAnother: 'استخدام رقم آخر',
  backToCredentials: 'العودة إلى بيانات الاعتماد',
};

export const qr: LaterCatalogue['qr'] = {
  card: 'برمز QR',
  cardPhone: 'الموافقة في Telegram على هذا الهاتف',
  leadPhone: 'يُفتح Telegram ويسألك هل تريد تسجيل الدخول. لا رمز تكتبه.',
  steps: ['افتح Telegram على هاتفك.', 'اضغط **الإعدادات ← الأجهزة ← ربط جهاز**.', 'وجّه الهاتف نحو هذا الرمز.'],
  show: 'عرض رمز QR',
  showBusy: 'جارٍ جلبه…',
  pictureLabel: 'رمز QR لتسجيل الدخول عبر Telegram',
  newIn: (seconds) => {
    const unit = plural(seconds, { few: 'ثوانٍ', other: 'ثانية' });
    return `رمز جديد خلال **${seconds}** ${unit}`;
  },
  renewing: 'الرمز الجديد في الطريق…',
  paused: 'متوقف مؤقتًا.',
  showNew: 'عرض رمز جديد',
  onlyHere: (host) => `لا تمسح إلا رمزًا تراه على **[[${host}]]**.`,
  waiting: 'في انتظار هاتفك',
  after: 'لا رمز تكتبه. وإن كنت تستخدم كلمة مرور سحابية فسنطلبها في الخطوة التالية.',
  openTelegram: 'فتح Telegram',
  otherDevice: 'هل Telegram على هاتف آخر؟ امسح هذا الرمز هناك.',
};

export const flood: LaterCatalogue['flood'] = {
  title: (until) => `يطلب منك Telegram الانتظار حتى ${until}`,
  titleOurs: (at) => `يمكنك طلب رمز ${at}`,
  lead: (masked) => `طُلبت رموز كثيرة للرقم [[${masked}]]. هذا الحد وضعه Telegram؛ حسابك سليم ولم يضِع شيء.`,
  leadNoNumber: 'طُلبت رموز كثيرة لهذا الرقم. هذا الحد وضعه Telegram؛ حسابك سليم ولم يضِع شيء.',
  leadOurs: 'نرسل رموزًا قليلة في اليوم كي لا يُزعج بها أحد. حسابك سليم ولم يضِع شيء.',
  qrTitle: 'لا داعي للانتظار: جرّب رمز QR',
  qrText: 'لا يُرسَل معه أي رمز، فلا يشمله هذا الحد عادةً. تحتاج إلى الهاتف الذي عليه Telegram.',
  qrButton: 'تسجيل الدخول برمز QR',
  comeBack: (at) => `أو عُد ${at}`,
  comeBackText: 'يمكنك إغلاق هذه الصفحة. بيانات اعتمادك تبقى محفوظة، على أي جهاز.',
  elsewhere: 'نرجو ألّا تطلب رموزًا من مكان آخر',
  elsewhereText: (until) => `كل طلب جديد، ولو من تطبيق آخر، قد يطيل الانتظار. لن نرسل أي رمز حتى ${until}.`,
  send: (at) => `إرسال رمز ${at}`,
  sendNow: 'إرسال رمز الآن',
  support: 'هل تراسل فريق الدعم؟ أعطهم هذا الرقم المرجعي:',
  another: 'استخدام رقم آخر',
};
