import { LanguageSelect } from '../ui/language-select.tsx';
import { ThemeButton } from '../ui/theme-button.tsx';

/** The header of pages that belong to nobody yet. */
export function PlainHeader() {
  return (
    <header className="header">
      <div className="container header-row">
        <span className="wordmark">Botize</span>
        <div className="header-end">
          <span className="wide-only">
            <LanguageSelect />
          </span>
          <ThemeButton />
        </div>
      </div>
    </header>
  );
}
