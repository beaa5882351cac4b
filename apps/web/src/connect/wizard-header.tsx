import { X } from 'lucide-react';
import { useCopy } from '../copy/copy-context.tsx';
import { useSession } from '../session/session-context.tsx';
import { LanguageSelect } from '../ui/language-select.tsx';
import { ThemeButton } from '../ui/theme-button.tsx';
import { Stepper, type Position } from './stepper.tsx';

interface WizardHeaderProps {
  position: Position;
  /** Null where there is nothing left to cancel. */
  onCancel: (() => void) | null;
}

export function WizardHeader({ position, onCancel }: WizardHeaderProps) {
  const { shell } = useCopy();
  return (
    <header className="header wizard-header">
      <div className="container">
        <div className="wizard-whose">
          <span className="wordmark">Botize</span>
          <ForAccount />
        </div>
        <Stepper {...position} />
        <div className="header-end">
          <span className="wide-only">
            <LanguageSelect />
          </span>
          <ThemeButton />
          {onCancel ? (
            <button type="button" className="header-button" aria-label={shell.cancel} onClick={onCancel}>
              <X />
              <span className="wide-only">{shell.cancel}</span>
            </button>
          ) : (
            // Its place stays, so that its neighbours do.
            <span className="header-button not-now" aria-hidden="true">
              <X />
              <span className="wide-only">{shell.cancel}</span>
            </span>
          )}
        </div>
      </div>
    </header>
  );
}

/** On every page: a forwarded link must not bring one person's Telegram into another's Botize unnoticed. */
function ForAccount() {
  const { shell } = useCopy();
  const { user } = useSession();
  return (
    <p className="for-account">
      {shell.forAccountBefore}{' '}
      <b>
        <bdi>{user.label}</bdi>
      </b>
    </p>
  );
}
