import { useLocale } from '../copy/copy-context.tsx';

/** Writes whole numbers as the language does, with the digits 0–9. */
export function useNumber(): (value: number) => string {
  const { locale } = useLocale();
  const format = new Intl.NumberFormat(locale === 'ar' ? 'ar-u-nu-latn' : locale);
  return (value) => format.format(value);
}
