import { LogOut } from 'lucide-react';
import { signOut } from '../api/endpoints.ts';
import { useCopy, useLaterCopy } from '../copy/copy-context.tsx';
import { useSession, useSessionValue } from '../session/session-context.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { LanguageSelect } from '../ui/language-select.tsx';
import { Link } from '../ui/link.tsx';
import { ThemeButton } from '../ui/theme-button.tsx';

/** The header of the pages between two sign-ins. */
export function AppHeader() {
  const { shell } = useCopy();
  const { signIn } = useLaterCopy();
  const { user } = useSession();
  const { setSession } = useSessionValue();
  const leave = () =>
    void signOut().then(
      () => setSession(null),
      () => {},
    );
  return (
    <header className="header">
      <div className="container header-row">
        <span className="wordmark">Botize</span>
        <nav className="tabs wide-only" aria-label="Botize">
          <Link href="/connections" aria-current="page">
            {shell.connections}
          </Link>
          <a href="/help" target="_blank" rel="noreferrer">
            {shell.help}
            <span className="unseen"> {shell.newTab}</span>
          </a>
        </nav>
        <div className="header-end">
          <span className="wide-only">
            <LanguageSelect />
          </span>
          <ThemeButton />
          <span className="header-user" aria-label={signIn.signedInAs(user.label)} role="img">
            <Avatar name={user.label} size="small" />
            <bdi className="wide-only">{user.label}</bdi>
          </span>
          <button type="button" className="icon-button" aria-label={signIn.signOut} onClick={leave}>
            <LogOut className="mirrored" />
          </button>
        </div>
      </div>
    </header>
  );
}
