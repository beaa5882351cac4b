import type { LaterCatalogue } from '../en-later.ts';
import { plural } from './counting.ts';

export const connections: LaterCatalogue['connections'] = {
  title: 'حساباتك على Telegram',
  needYou: (n) =>
    plural(n, {
      one: 'حساب واحد يحتاج إليك. ',
      two: 'حسابان يحتاجان إليك. ',
      few: '# حسابات تحتاج إليك. ',
      many: '# حسابًا تحتاج إليك. ',
      other: '# حساب تحتاج إليك. ',
    }),
  lead: 'لا يشغّل Botize عمليات الأتمتة إلا بالحسابات المربوطة.',
  empty: 'لم يُربط أي حساب Telegram بعد.',
  connect: 'ربط حساب',
  notFinished: 'لم يكتمل',
  notFinishedAt: (step, until) => `توقفت عند «${step}». محفوظ حتى ${until}.`,
  goOn: 'متابعة',
  cancel: 'إلغاء',
  status: { connected: 'مربوط', needs_reconnect: 'تلزم إعادة الربط', suspended: 'موقوف' },
  reasons: {
    revoked: {
      title: 'أُنهيت الجلسة في Telegram.',
      text: 'أنهى أحدهم «Botize» ضمن الإعدادات ← الأجهزة. عمليات الأتمتة متوقفة مؤقتًا.',
    },
    expired: {
      title: 'ترك Telegram الجلسة تنتهي.',
      text: 'يفعل ذلك بعد مدة طويلة بلا استخدام. عمليات الأتمتة متوقفة مؤقتًا.',
    },
    duplicated: {
      title: 'استُخدمت الجلسة في مكانين.',
      text: 'أنهاها Telegram حفاظًا على الأمان. عمليات الأتمتة متوقفة مؤقتًا.',
    },
    frozen: {
      title: 'جمّد Telegram هذا الحساب.',
      text: 'أنت وحدك من يستطيع الاعتراض، في Telegram: افتح التنبيه فوق محادثاتك.',
    },
    deactivated: {
      title: 'حُذف هذا الحساب في Telegram.',
      text: 'لم يعد استخدامه ممكنًا. يمكنك إزالته من هنا.',
    },
    banned: {
      title: 'حظر Telegram هذا الحساب.',
      text: 'لا يرفع الحظر إلا Telegram. يمكنك إزالته من هنا.',
    },
  },
  confirmLogin: {
    title: 'بقيت ضغطة واحدة في Telegram.',
    text: 'افتح Telegram واضغط «نعم، هذا أنا» ليبقى تسجيل الدخول.',
  },
  unreachable: 'تعذّر الوصول إلى Telegram في آخر فحص.',
  checked: (ago) => `فُحص ${ago}.`,
  notChecked: 'لم يُفحص بعد.',
  since: (date) => `مربوط منذ ${date}.`,
  was: (date) => `رُبط في ${date}.`,
  device: (name) => `في Telegram باسم «${name}».`,
  inUse: (until) => `يستخدمه Botize حتى الساعة ${until}.`,
  check: 'الفحص الآن',
  checkOf: (name) => `فحص ${name} الآن`,
  checking: 'جارٍ الفحص…',
  checkedOk: 'تم الفحص: كل شيء على ما يرام.',
  reconnect: 'إعادة الربط',
  reconnectOf: (name) => `إعادة ربط ${name}`,
  disconnect: 'إلغاء الربط',
  remove: 'إزالة',
  disconnectOf: (name) => `إلغاء ربط ${name}`,
  removeOf: (name) => `إزالة ${name}`,
  dialogTitle: (name) => `إلغاء ربط [[${name}]]؟`,
  dialogText:
    'تتوقف عمليات الأتمتة بهذا الحساب فورًا، ويختفي «Botize» من الإعدادات ← الأجهزة في Telegram. لاستخدامه مجددًا تربطه من جديد.',
  keep: 'الإبقاء عليه',
  disconnecting: 'جارٍ إلغاء الربط…',
  gone: (name) => `أُلغي ربط [[${name}]]. أكّد Telegram ذلك.`,
  gonePending: (name) => `أُلغي ربط [[${name}]] هنا ومُحي. لم يؤكد Telegram تسجيل الخروج بعد: نواصل المحاولة حتى يؤكده.`,
  logoutsPending: 'لم يؤكد Telegram بعد انتهاء كل الجلسات السابقة. نواصل المحاولة حتى يؤكد، وليس عليك فعل شيء.',
  goneBefore: (name) => `أُلغي ربط [[${name}]].`,
};

export const help: LaterCatalogue['help'] = {
  title: 'المساعدة',
  items: [
    { title: 'أين الرمز؟', text: 'في تطبيق Telegram، في المحادثة المسماة **Telegram**. نادرًا ما يصل برسالة SMS.' },
    {
      title: 'يطلب مني الانتظار. ما العمل؟',
      text: 'يضع Telegram هذا الحد ولا نستطيع رفعه. رمز QR يعمل فورًا في العادة.',
    },
    {
      title: 'نسيت كلمة مروري السحابية',
      text: 'لا يساعدك إلا Telegram: **الإعدادات ← الخصوصية والأمان ← التحقق بخطوتين**.',
    },
    {
      title: 'كيف أنهيه؟',
      text: 'اضغط **إلغاء الربط** في الحسابات المربوطة هنا، أو اضغط **Botize** ضمن **الإعدادات ← الأجهزة** في Telegram.',
    },
    {
      title: 'أحتاج إلى شخص يساعدني',
      text: 'راسل دعم Botize واذكر الرقم المرجعي في آخر الصفحة. لا ترسل رمزًا ولا كلمة مرور أبدًا.',
    },
  ],
};

export const privacy: LaterCatalogue['privacy'] = {
  title: 'الخصوصية',
  items: [
    {
      title: 'ما يحتفظ به Botize',
      text: 'جلسة Telegram و API ID و API hash ورقمك، وكل منها مشفّر بمفتاح خاص به.',
    },
    {
      title: 'ما لا يحتفظ به Botize أبدًا',
      text: 'رموز الدخول وكلمة مرورك السحابية. تُستخدم مرة واحدة ثم تُنسى.',
    },
    {
      title: 'من يستطيع رؤيته',
      text: 'يرى فريق الدعم الحالة ورقمًا مموّهًا. لا يرى أحد الرموز أو كلمات المرور أو الـ hash أو الجلسة؛ وكل اطّلاع مسجّل.',
    },
    {
      title: 'ما تستطيعه الجلسة',
      text: 'يستطيع Botize قراءة محادثاتك وإرسال رسائل باسمك، لعمليات الأتمتة التي تشغّلها.',
    },
    { title: 'متى تزول', text: 'عند **إلغاء الربط** تُنهى الجلسة في Telegram وتُمحى هنا.' },
  ],
};
