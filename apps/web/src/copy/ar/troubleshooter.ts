import type { LaterCatalogue } from '../en-later.ts';

export const troubleshooter: LaterCatalogue['troubleshooter'] = {
  title: 'ما المشكلة؟',
  back: 'العودة إلى الدليل',
  errorBox: 'يظهر مربع ERROR عندما أضغط Create application',
  errorIntro: 'لا يذكر Telegram السبب. اتبع القائمة بالترتيب وحاول مجددًا بعد كل بند.',
  errorTries: [
    'أوقف VPN والوكيل (proxy).',
    'استخدم إنترنت من بلد رقم هاتفك.',
    'جرّب بيانات الهاتف بدلًا من Wi-Fi، أو متصفحًا آخر.',
    'اترك **URL** فارغًا واختصر **Description** إلى كلمة واحدة.',
    'سجّل الخروج من my.telegram.org، ثم سجّل الدخول واملأ النموذج مرة أخرى.',
  ],
  worked: 'نجح ذلك',
  triedAll: 'جرّبت الخمسة كلها',
  triedAllText: 'إذن يرفض Telegram هذا الرقم حاليًا. حاول غدًا، أو استخدم قيم تطبيق لديك.',
  haveApp: 'لديّ تطبيق هناك بالفعل',
  haveAppText: 'استخدمه. يعرض Telegram قيمتي **App api_id** و **App api_hash** بدل النموذج، واسم التطبيق لا يهم.',
  noCode: 'لم يصل رمز من my.telegram.org',
  noCodeText:
    'يصل إلى محادثة **Telegram** في تطبيقك، على كل جهاز تستخدمه. ابحث في **المحادثات المؤرشفة** أيضًا. لا يصل برسالة SMS أبدًا.',
  nameRefused: 'الاسم القصير مرفوض',
  nameRefusedText: 'يجب أن يتكوّن من 5 إلى 32 حرفًا ورقمًا، وألا يكون لغيرك. أضف إليه بضعة أرقام من عندك.',
  tryNames: 'تجربة اسم قصير آخر',
  tooMany: 'تظهر رسالة «Sorry, too many tries»',
  tooManyText: 'يوقف Telegram تسجيل الدخول إلى my.telegram.org بضع ساعات. كل محاولة تعيد الانتظار من أوله: عُد غدًا.',
  none: 'لا شيء من ذلك؟ أرسل إلى فريق الدعم رقمك المرجعي:',
};
