import { locales, type Locale } from '@botize/contract';
import { Globe } from 'lucide-react';
import { localeNames } from '../copy/catalogues.ts';
import { useCopy, useLocale } from '../copy/copy-context.tsx';

export function LanguageSelect() {
  const { shell } = useCopy();
  const { locale, setLocale } = useLocale();
  return (
    <span className="language">
      <Globe />
      <select
        aria-label={shell.language}
        value={locale}
        onChange={(event) => setLocale(event.target.value as Locale, true)}
      >
        {locales.map((each) => (
          <option key={each} value={each} lang={each}>
            {localeNames[each]}
          </option>
        ))}
      </select>
    </span>
  );
}
