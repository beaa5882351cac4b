import { LogOut } from 'lucide-react';
import { signOut } from '../api/endpoints.ts';
import { useLaterCopy } from '../copy/copy-context.tsx';
import { useSession, useSessionValue } from '../session/session-context.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { LanguageSelect } from '../ui/language-select.tsx';
import { Link } from '../ui/link.tsx';
import { ThemeButton } from '../ui/theme-button.tsx';
import { useSupportCopy } from './support-copy.tsx';

const tabs = [
  { name: 'support', href: '/support' },
  { name: 'overview', href: '/support/overview' },
  { name: 'looks', href: '/support/looks' },
] as const;
type Tab = (typeof tabs)[number]['name'];

interface SupportHeaderProps {
  current: Tab;
  /** On a page below the tab, the tab leads back to it. */
  below?: boolean;
}

/** Where staff are, who they are, and the way out. On a phone the tabs stand in a line of their own. */
export function SupportHeader({ current, below = false }: SupportHeaderProps) {
  const { signIn } = useLaterCopy();
  const { common } = useSupportCopy();
  const { user } = useSession();
  const { setSession } = useSessionValue();
  const leave = () =>
    void signOut().then(
      () => setSession(null),
      () => {},
    );
  return (
    <header className="header support-header">
      <div className="container header-row">
        <span className="wordmark">Botize</span>
        <nav className="tabs support-tabs" aria-label={common.console}>
          {tabs.map(({ name, href }) => (
            <Link key={name} href={href} aria-current={name === current ? (below ? 'true' : 'page') : undefined}>
              {common.tabs[name]}
            </Link>
          ))}
        </nav>
        <div className="header-end">
          <span className="wide-only">
            <LanguageSelect />
          </span>
          <ThemeButton />
          <span className="header-user" aria-label={signIn.signedInAs(user.label)} role="img">
            <Avatar name={user.label} size="small" />
            <bdi className="support-staff">{user.label}</bdi>
          </span>
          <button type="button" className="icon-button" aria-label={signIn.signOut} onClick={leave}>
            <LogOut className="mirrored" />
          </button>
        </div>
      </div>
    </header>
  );
}
