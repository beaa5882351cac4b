/** The forms of one sentence; `#` stands for the count. Languages name what they need of Unicode's six categories. */
export type PluralForms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** For one language: picks the form that goes with a count. */
export const pluralsOf = (locale: string) => {
  const rules = new Intl.PluralRules(locale);
  return (count: number, forms: PluralForms): string =>
    (forms[rules.select(count)] ?? forms.other).replace('#', String(count));
};
