import type { SupportCatalogue } from '../../en/support.ts';
import { ltr, plural } from '../counting.ts';

const signIns = (n: number) =>
  plural(n, {
    one: 'عملية تسجيل دخول واحدة',
    two: 'عمليتا تسجيل دخول',
    few: '# عمليات تسجيل دخول',
    other: '# عملية تسجيل دخول',
  });
const times = (n: number) => plural(n, { one: 'مرة واحدة', two: 'مرتين', few: '# مرات', other: '# مرة' });

export const overview: SupportCatalogue['overview'] = {
  title: 'نظرة عامة',
  lead: (stamp) => `آخر 24 ساعة، والحال الآن. آخر تحديث: ${stamp}.`,
  open: 'يحاولون الآن',
  byReason: 'لماذا لا تعمل حسابات',
  openByStep: 'أين يقف من يحاولون',
  hours: 'تسجيل الدخول في كل ساعة',
  hoursSentence: (started, connected, busiest) =>
    started === 0
      ? 'لم يبدأ أحد تسجيل الدخول في آخر 24 ساعة.'
      : `بدأت ${signIns(started)} في 24 ساعة، وأدى إلى الربط منها: ${connected}.${busiest === null ? '' : ` أكثر ساعة تبدأ ${busiest}.`}`,
  begun: 'بدأت',
  refused: 'رُفضت عند بيانات الاعتماد',
  led: 'أدت إلى الربط',
  hour: 'الساعة',
  funnel: 'أين يتوقف تسجيل الدخول',
  funnelSentence: (parts) => `من عمليات آخر 24 ساعة: ${parts}.`,
  cameTo: (step, n) => `${step}: ${n}`,
  errors: 'الأخطاء الأكثر تكرارًا',
  noErrors: 'لا أخطاء في آخر 24 ساعة.',
  errorsSentence: (title, n) => `الخطأ الأكثر تكرارًا في آخر 24 ساعة: ${title}، ${times(n)}.`,
  reasonsSentence: (parts) => `الحسابات التي لا تعمل بحسب السبب: ${parts}.`,
  stepsSentence: (parts) => `عمليات تسجيل الدخول المفتوحة بحسب الخطوة: ${parts}.`,
  none: 'لا شيء',
  numbersOf: (title) => `${title}: الأرقام`,
  columns: {
    reason: 'السبب',
    step: 'الخطوة',
    count: 'العدد',
    share: 'من الذين بدؤوا',
    code: 'الرمز البرمجي',
  },
};

export const looks: SupportCatalogue['looks'] = {
  title: 'ما جرى الاطلاع عليه',
  lead: 'عمليات بحثك واطلاعك وأفعالك، الأحدث أولًا. يرى المستخدمون أن الدعم اطّلع، ويرون أسبابك.',
  caption: 'ما اطّلعت عليه',
  columns: { at: 'متى', what: 'ماذا', whom: 'من', why: 'السبب' },
  actions: {
    searched: 'بحث',
    looked: 'اطلاع',
    asked_check: 'طلب فحص',
    sent_link: 'إرسال رابط إصلاح',
    ended_attempt: 'إنهاء تسجيل دخول',
    cleared_limit: 'رفع حدّ',
  },
  by: {
    everybody: 'قائمة الجميع',
    user: 'بمستخدم Botize',
    label: 'بالاسم أو البريد',
    connection: 'بالربط',
    reference: 'بالرقم المرجعي',
    request: 'بمعرّف طلب',
    username: `باسم المستخدم ${ltr('@')}`,
    phone: 'برقم الهاتف',
  },
  nothing: 'لم تطّلع على شيء بعد.',
  older: 'الأقدم',
  newest: 'العودة إلى الأحدث',
};
