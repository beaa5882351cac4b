/** The words of the wizard that a test needs to find its way, as people read them in each language. */
const words = {
  en: {
    guide: 'Guide',
    consent: 'I agree, and the account is mine.',
    next: 'Continue',
    number: 'Phone number',
    authorize: 'Authorize',
    code: 'Code',
    password: 'Cloud password',
  },
  es: {
    guide: 'Guía',
    consent: 'Estoy de acuerdo, y la cuenta es mía.',
    next: 'Continuar',
    number: 'Número de teléfono',
    authorize: 'Autorizar',
    code: 'Código',
    password: 'Contraseña en la nube',
  },
  ar: {
    guide: 'الدليل',
    consent: 'أوافق، والحساب حسابي.',
    next: 'متابعة',
    number: 'رقم الهاتف',
    authorize: 'تفويض',
    code: 'الرمز',
    password: 'كلمة المرور السحابية',
  },
};

export const locales = Object.keys(words) as (keyof typeof words)[];
export const catalogueOf = (locale: keyof typeof words) => words[locale];
