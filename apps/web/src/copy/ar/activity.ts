import type { CheckOutcome } from '@botize/contract';
import type { ActivitySentences, Who } from '../activity-sentences.ts';
import type { LaterCatalogue } from '../en-later.ts';
import { plural } from './counting.ts';

const names: Record<Who, string> = { user: 'أنت', support: 'فريق دعم Botize', host: 'Botize', system: 'Botize' };

/** The verb for "you", and for anybody else. */
const did = (who: Who, you: string, they: string) => `**${names[who]} ${who === 'user' ? you : they}**`;
const person = (who: Who): Who => (who === 'system' ? 'user' : who);

const found: Record<CheckOutcome, string> = {
  ok: 'كل شيء على ما يرام.',
  unreachable: 'تعذّر الوصول إلى Telegram.',
  revoked: 'أُنهيت الجلسة في Telegram.',
  expired: 'ترك Telegram الجلسة تنتهي.',
  duplicated: 'استُخدمت الجلسة في مكانين، فأنهاها Telegram.',
  frozen: 'جمّد Telegram الحساب.',
  deactivated: 'حُذف الحساب في Telegram.',
  banned: 'حظر Telegram الحساب.',
};

const sentences: ActivitySentences = {
  'attempt.started': (who) => `${did(who, 'بدأت', 'بدأ')} ربط حساب.`,
  'attempt.failed': () => '**فشلت عملية تسجيل دخول.** لم يُربط شيء.',
  'attempt.cancelled': (who) => `${did(who, 'ألغيت', 'ألغى')} عملية تسجيل دخول.`,
  'attempt.expired': () => '**انتهى وقت عملية تسجيل دخول.** لم يُربط شيء.',
  'connection.connected': (who) => `${did(person(who), 'ربطت', 'ربط')} الحساب.`,
  'connection.reconnected': (who) => `${did(person(who), 'أعدت ربط', 'أعاد ربط')} الحساب.`,
  'connection.redeemed': () => '**تسلّمه Botize** لعمليات الأتمتة لديك.',
  'connection.checked': (who, outcome) =>
    `${who === 'system' ? '**فُحص:**' : did(who, 'فحصت الحساب:', 'فحص الحساب:')} ${outcome ? found[outcome] : 'تم.'}`,
  'connection.recovered': () => '**يعمل من جديد.**',
  'connection.needs_reconnect': (_, outcome) =>
    `**توقفت عمليات الأتمتة:** ${outcome ? found[outcome] : 'تلزم إعادة الربط.'}`,
  'connection.suspended': (_, outcome) => `**توقفت عمليات الأتمتة:** ${outcome ? found[outcome] : 'الحساب موقوف.'}`,
  'connection.disconnected': (who) => `${did(who, 'ألغيت ربط', 'ألغى ربط')} الحساب.`,
  'session.leased': () => '**بدأ Botize استخدام** الحساب.',
  'session.returned': () => '**توقف Botize عن استخدام** الحساب.',
  'session.error_reported': () => '**رفض Telegram شيئًا** بينما كان Botize يستخدم الحساب.',
  'session.logged_out': () => '**أكّد Telegram** انتهاء جلسة لم تعد لازمة.',
  'session.abandoned': () => '**لم يؤكد Telegram تسجيل خروج.** إذا بقي «Botize» ضمن الإعدادات ← الأجهزة، فأنهِه من هناك.',
  'link.created': () => '**أنشأ Botize رابطًا** لتأتي إلى هنا.',
  'support.looked': () => '**اطّلع فريق دعم Botize** على الحالة. لا يرى الرموز ولا كلمات المرور ولا الرسائل.',
  'support.asked_check': () => '**سأل فريق دعم Botize** Telegram هل يعمل الربط.',
  'support.sent_link': () => '**أرسل إليك فريق دعم Botize رابطًا** لإعادة الربط.',
  'support.ended_attempt': () => '**أنهى فريق دعم Botize عملية تسجيل دخول** كانت مفتوحة.',
  'support.cleared_limit': () => '**رفع فريق دعم Botize حدًّا** لتتمكن من المحاولة مجددًا.',
  'user.erased': (who) => `${did(who, 'محوت', 'محا')} كل شيء هنا.`,
};

export const activity: LaterCatalogue['activity'] = {
  title: 'النشاط',
  of: (name, device) => `[[${name}]]، ويظهر في Telegram باسم «${device}»`,
  ofAll: 'كل حساباتك، وكذلك التي أُزيلت',
  choose: '(عرض نشاطه)',
  showAll: 'عرض كل النشاط',
  showOne: (name) => `${name} فقط`,
  nothing: 'لم يحدث شيء بعد.',
  failed: 'يتعذّر عرض هذا الآن.',
  today: 'اليوم',
  yesterday: 'أمس',
  why: (reason) => `السبب الذي ذكره: «[[${reason}]]»`,
  sentences,
};

export const wasThatYou: LaterCatalogue['wasThatYou'] = {
  title: 'هل كنت أنت؟',
  since: (name, at) => `رُبط [[${name}]]: ${at}.`,
  points: [
    'يعرض Telegram تسجيل الدخول الجديد باسم **Botize** ويسأل عنه فوق محادثاتك. اضغط **نعم، هذا أنا** ليبقى.',
    'المكان الذي يذكره Telegram هو مكان خادمنا. قد لا يكون مدينتك.',
    'لإنهائه، اضغط **Botize** ضمن **الإعدادات ← الأجهزة** في Telegram، أو اضغط **إلغاء الربط** هنا.',
    'لم تكن أنت؟ ألغِ الربط، ثم فعّل **التحقق بخطوتين** ضمن **الإعدادات ← الخصوصية والأمان**.',
  ],
};

export const leaving: LaterCatalogue['leaving'] = {
  title: 'المغادرة ومحو كل شيء',
  text: 'يلغي ربط كل حساباتك ويمحو كل ما هو مخزّن عنك هنا.',
  kept: (days) =>
    `يُحفظ أن ذلك حدث مدة ${plural(days, { one: 'يوم واحد', two: 'يومين', few: '# أيام', many: '# يومًا', other: '# يوم' })}، بلا أسماء ولا أرقام ولا أسرار.`,
  button: 'محو كل شيء',
  dialogTitle: 'محو كل شيء؟',
  dialogText:
    'يُلغى ربط كل حساباتك على Telegram فورًا، وتتوقف عمليات الأتمتة، ويُمحى كل ما يخصك هنا. لا يمكن التراجع عن ذلك.',
  keep: 'الإبقاء على كل شيء',
  busy: 'جارٍ المحو…',
  doneTitle: 'مُحي كل شيء',
  done: 'لم يعد أي حساب لك مربوطًا، وقد أنهى Telegram كل الجلسات.',
  donePending: 'لم يعد أي حساب لك مربوطًا. لم يؤكد Telegram انتهاء كل الجلسات بعد: نواصل المحاولة حتى يؤكد.',
};
