import type { SupportCatalogue } from '../../en/support.ts';
import type { TimelineSentences, TimelineValues } from '../../support-sentences.ts';
import { triesLeft } from '../counting.ts';

export const found: SupportCatalogue['found'] = {
  ok: 'كل شيء على ما يرام.',
  unreachable: 'تعذّر الوصول إلى Telegram.',
  revoked: 'أُنهيت الجلسة في Telegram.',
  expired: 'ترك Telegram الجلسة تنتهي.',
  duplicated: 'استُخدمت الجلسة في مكانين.',
  frozen: 'جمّد Telegram الحساب.',
  deactivated: 'حُذف الحساب في Telegram.',
  banned: 'حظر Telegram الحساب.',
};

export const sentBy: SupportCatalogue['sentBy'] = {
  app: 'إلى تطبيق Telegram',
  sms: 'برسالة SMS',
  call: 'بمكالمة صوتية',
  email_code: 'بالبريد الإلكتروني',
  email_setup: 'إلى عنوان البريد الجديد',
  sms_word: 'برسالة SMS، كلمة واحدة',
  sms_phrase: 'برسالة SMS، عبارة',
  missed_call: 'بمكالمة فائتة',
  fragment: 'عبر Fragment',
  firebase: 'إلى تطبيقات Telegram نفسها فقط',
  unknown: 'بطريقة أخرى',
};

const who = ({ actor, staffId }: TimelineValues): string =>
  actor === 'user'
    ? 'المستخدم'
    : actor === 'host'
      ? 'Botize'
      : actor === 'support'
        ? `الدعم${staffId === null ? '' : ` ([[${staffId}]])`}`
        : 'خادمنا';

const reached: Record<NonNullable<TimelineValues['step']>, (delivery: TimelineValues['delivery']) => string> = {
  credentials: () => '**وصل المستخدم إلى بيانات الاعتماد.**',
  phone: () => '**قبِل Telegram بيانات اعتماد API.** يأتي الرقم بعد ذلك.',
  code: (delivery) => `**أُرسل الرمز**${delivery === null ? '' : ` ${sentBy[delivery]}`}.`,
  email: () => '**طلب Telegram عنوان بريد إلكتروني.**',
  password: () => '**الرمز صحيح.** طلب Telegram كلمة المرور السحابية.',
  confirm_account: () => '**سُجّل الدخول بحساب آخر** غير السابق. سألنا أيهما المقصود.',
  connected: () => '**تم تسجيل الدخول.**',
  failed: () => '**فشل تسجيل الدخول.**',
  cancelled: () => '**أُلغي تسجيل الدخول.**',
  expired: () => '**انتهى وقت تسجيل الدخول.**',
};

const refused = (v: TimelineValues) =>
  `**${v.problem ?? 'رُفض شيء'}.**${v.triesLeft === null ? '' : ` ${triesLeft(v.triesLeft)}`}`;

export const timeline: TimelineSentences = {
  'attempt.started': (v) => `**بدأ ${who(v)}** ربط حساب.`,
  'attempt.step': (v) =>
    v.problem !== null ? refused(v) : v.step === null ? '**تواصل تسجيل الدخول.**' : reached[v.step](v.delivery),
  'attempt.refused': refused,
  'attempt.failed': (v) => `**فشل تسجيل الدخول.**${v.problem === null ? '' : ` ${v.problem}.`}`,
  'attempt.cancelled': (v) => `**ألغى ${who(v)}** تسجيل الدخول.`,
  'attempt.expired': () => '**انتهى وقت تسجيل الدخول.** لم يُربط شيء.',
  'connection.connected': () => '**تم الربط.**',
  'connection.reconnected': () => '**أُعيد الربط.**',
  'connection.redeemed': () => '**تسلّم Botize** الربط.',
  'connection.checked': (v) => `**فحص ${who(v)}:** ${v.outcome === null ? 'تم.' : found[v.outcome]}`,
  'connection.recovered': () => '**يعمل من جديد.**',
  'connection.needs_reconnect': (v) =>
    `**تلزم إعادة الربط:** ${v.outcome === null ? 'انتهت الجلسة.' : found[v.outcome]}`,
  'connection.suspended': (v) => `**موقوف:** ${v.outcome === null ? 'من Telegram.' : found[v.outcome]}`,
  'connection.disconnected': (v) => `**ألغى ${who(v)} الربط.**`,
  'link.created': () => '**أنشأ Botize رابطًا** ليأتي المستخدم إلى هنا.',
  'session.leased': () => '**بدأ Botize استخدام** الحساب.',
  'session.returned': () => '**توقف Botize عن استخدام** الحساب.',
  'session.error_reported': () => '**رفض Telegram شيئًا** بينما كان Botize يستخدم الحساب.',
  'session.logged_out': () => '**أكّد Telegram** انتهاء جلسة لم تعد لازمة.',
  'session.abandoned': () => '**لم يؤكد Telegram تسجيل خروج.** توقفنا عن السؤال.',
  'support.looked': (v) => `**اطّلع ${who(v)}** على هذه الصفحة.`,
  'support.asked_check': (v) => `**طلب ${who(v)} فحصًا.**`,
  'support.sent_link': (v) => `**أرسل ${who(v)} رابط إصلاح.**`,
  'support.ended_attempt': (v) => `**أنهى ${who(v)} تسجيل الدخول المفتوح.**`,
  'support.cleared_limit': (v) => `**رفع ${who(v)} حدًّا.**`,
  'user.erased': (v) => `**محا ${who(v)} كل شيء.**`,
  'staff.account_connected_elsewhere': () =>
    '**حساب Telegram نفسه مربوط أيضًا بمستخدم آخر في Botize.** قد يكون ذلك مقصودًا.',
  'staff.host_looked': () => '**سأل Botize عن الحالة.**',
  'staff.secret_refused': () => '**طلب Botize الجلسة ورُفض طلبه.**',
};
