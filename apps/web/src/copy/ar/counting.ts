import { pluralsOf } from '../plural.ts';

/** Arabic has six forms: none, one, two, a few (3–10), many (11–99) and the rest. */
export const plural = pluralsOf('ar');

/** Keeps numbers, signs and addresses left to right inside a sentence that runs the other way. */
export const ltr = (text: string): string => `\u2066${text}\u2069`;

const few = ['', '', '', 'ثلاثة', 'أربعة', 'خمسة', 'ستة', 'سبعة', 'ثمانية', 'تسعة', 'عشرة'];

/** Digits, as the subject of a sentence. */
export const digits = (n: number): string =>
  plural(n, { one: 'رقم واحد', two: 'رقمان', few: `${few[n] ?? n} أرقام`, many: '# رقمًا', other: '# رقم' });

/** Digits, after a verb or a preposition. */
export const digitsAfter = (n: number): string =>
  plural(n, { one: 'رقم واحد', two: 'رقمين', few: `${few[n] ?? n} أرقام`, many: '# رقمًا', other: '# رقم' });

export const triesLeft = (n: number): string =>
  plural(n, {
    zero: 'لم تبقَ أي محاولة.',
    one: 'بقيت محاولة واحدة.',
    two: 'بقيت محاولتان.',
    few: 'بقيت # محاولات.',
    many: 'بقيت # محاولة.',
    other: 'بقيت # محاولة.',
  });
