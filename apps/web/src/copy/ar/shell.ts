import type { Catalogue } from '../en.ts';
import { plural } from './counting.ts';

export const time: Catalogue['time'] = {
  until: (m) =>
    m.day === 'today'
      ? `الساعة ${m.clock}`
      : m.day === 'tomorrow'
        ? `الساعة ${m.clock} غدًا`
        : `الساعة ${m.clock} يوم ${m.date}`,
  at: (m) =>
    m.day === 'today'
      ? `الساعة ${m.clock}`
      : m.day === 'tomorrow'
        ? `غدًا الساعة ${m.clock}`
        : `يوم ${m.date} الساعة ${m.clock}`,
  stamp: (m) => (m.day === 'today' ? `اليوم، ${m.clock}` : `${m.date}، ${m.clock}`),
  readyAt: (m) =>
    m.day === 'today'
      ? `متاح اليوم الساعة ${m.clock}`
      : m.day === 'tomorrow'
        ? `متاح غدًا الساعة ${m.clock}`
        : `متاح يوم ${m.date} الساعة ${m.clock}`,
  yourTime: (place) => `بتوقيتك، ${place}`,
  minutesToGo: 'دقيقة متبقية',
  hoursToGo: 'ساعة متبقية',
  minutesLeft: (minutes) =>
    plural(minutes, {
      zero: 'بقي أقل من دقيقة.',
      one: 'بقيت دقيقة واحدة.',
      two: 'بقيت دقيقتان.',
      few: 'بقيت # دقائق.',
      many: 'بقيت # دقيقة.',
      other: 'بقيت # دقيقة.',
    }),
  over: 'انتهى الانتظار.',
  ago: (minutes) =>
    minutes < 1
      ? 'الآن'
      : minutes < 60
        ? plural(minutes, {
            one: 'قبل دقيقة',
            two: 'قبل دقيقتين',
            few: 'قبل # دقائق',
            other: 'قبل # دقيقة',
          })
        : minutes < 1_440
          ? plural(Math.floor(minutes / 60), {
              one: 'قبل ساعة',
              two: 'قبل ساعتين',
              few: 'قبل # ساعات',
              other: 'قبل # ساعة',
            })
          : plural(Math.floor(minutes / 1_440), {
              one: 'قبل يوم',
              two: 'قبل يومين',
              few: 'قبل # أيام',
              many: 'قبل # يومًا',
              other: 'قبل # يوم',
            }),
};

export const shell: Catalogue['shell'] = {
  pageTitle: (page) => `${page} · Botize`,
  forAccountBefore: 'لحساب Botize',
  steps: ['بيانات الاعتماد', 'رقم الهاتف', 'الرمز', 'كلمة المرور', 'تم الربط'],
  stepsLabel: 'الخطوات',
  stepOf: (step, name) => `الخطوة ${step} من 5 · **${name}**`,
  onlyIfAsked: 'فقط إذا طلبها Telegram',
  done: 'تمت',
  language: 'اللغة',
  themeDark: 'استخدام المظهر الداكن',
  themeLight: 'استخدام المظهر الفاتح',
  cancel: 'إلغاء',
  back: 'رجوع',
  or: 'أو',
  reference: 'الرقم المرجعي',
  copyReference: (reference) => `نسخ الرقم المرجعي ${reference}`,
  copy: 'نسخ',
  copyValue: (value) => `نسخ ${value}`,
  copied: 'تم النسخ',
  independent: 'Botize مستقلّة عن Telegram.',
  privacy: 'الخصوصية',
  help: 'المساعدة',
  newTab: '(يُفتح في علامة تبويب جديدة)',
  simulation: 'محاكاة. لا Telegram حقيقي ولا حسابات حقيقية؛ لا شيء يغادر هذا الحاسوب.',
  simulationPhone: 'فتح الهاتف المحاكى',
  developmentOnly: 'للتطوير فقط',
  offline: 'لا اتصال لديك، أو يتعذّر الوصول إلى خادمنا. ما كتبته محفوظ.',
  tryingAgain: 'نحاول مجددًا خلال 5 ثوانٍ.',
  tryNow: 'المحاولة الآن',
  otherTab: 'تابعتَ في علامة تبويب أخرى. هذه الصفحة محدّثة.',
  ourDrawing: 'رسم من إعدادنا',
  ourDrawingNotPage: 'رسم من إعدادنا، وليس الصفحة نفسها',
  close: 'إغلاق',
  undo: 'تراجع',
  loading: 'جارٍ التحميل…',
  telegramSays: 'كلمات Telegram نفسها:',
  waitUntil: (at) => `يمكن ذلك مجددًا ${at}.`,
  notFoundTitle: 'لا توجد صفحة هنا',
  notFoundLead: 'ربما يكون العنوان قديمًا أو فيه خطأ.',
  brokenTitle: 'لم تُحمَّل هذه الصفحة',
  brokenLead: 'لم يضِع شيء. حمّلها من جديد، وستتابع من حيث توقفت.',
  reload: 'تحميل من جديد',
  failed: 'لم ينجح ذلك.',
  toConnections: 'حساباتك على Telegram',
  connections: 'الحسابات المربوطة',
  skipToContent: 'الانتقال إلى المحتوى',
};
