import { FlaskConical, WifiOff } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { tryAgainNow, useOffline } from '../api/connectivity.ts';
import { lastRequestId } from '../api/request.ts';
import { useCopy } from '../copy/copy-context.tsx';
import { useMeta } from '../session/session-context.tsx';
import { LanguageSelect } from './language-select.tsx';
import { Reference } from './reference.tsx';

/** Names the page in the browser's tab and history. */
export function usePageTitle(title: string): void {
  const { shell } = useCopy();
  useEffect(() => {
    document.title = shell.pageTitle(title);
  }, [shell, title]);
}

interface PageProps {
  header: ReactNode;
  /** The attempt's reference, or the id of the request that failed; else that of the last request. */
  reference?: string | null;
  /** Which of several contents the page shows: each has a footer of its own, which is there and doesn't move there. */
  shows?: string;
  children: ReactNode;
}

/** What every page has around its content: the simulation bar, a header, the offline line, a footer. */
export function Page({ header, reference, shows, children }: PageProps) {
  const { shell } = useCopy();
  return (
    <div className="page">
      <a className="skip-link" href="#content">
        {shell.skipToContent}
      </a>
      <SimulationBar />
      {header}
      <OfflineLine />
      {children}
      <Footer key={shows} reference={reference ?? lastRequestId()} />
    </div>
  );
}

export function SimulationBar() {
  const { shell } = useCopy();
  const meta = useMeta();
  if (!meta?.simulated) return null;
  return (
    <div className="simulation" role="region" aria-label={shell.developmentOnly}>
      <div className="container">
        <FlaskConical />
        <p>{shell.simulation}</p>
        {meta.phonePage ? (
          <a href={meta.phonePage} target="_blank" rel="noreferrer">
            {shell.simulationPhone}
            <span className="unseen"> {shell.newTab}</span>
          </a>
        ) : null}
        <span className="simulation-tag wide-only">{shell.developmentOnly}</span>
      </div>
    </div>
  );
}

function OfflineLine() {
  const { shell } = useCopy();
  const offline = useOffline();
  return (
    <div role="status">
      {offline ? (
        <div className="status-line status-line-care">
          <div className="container">
            <WifiOff />
            <span>
              {shell.offline} <b>{shell.tryingAgain}</b>
            </span>
            <button type="button" className="header-button" onClick={tryAgainNow}>
              {shell.tryNow}
            </button>
          </div>
        </div>
      ) : null}
    </div>
  );
}

function Footer({ reference }: { reference: string | null }) {
  const { shell } = useCopy();
  const link = (href: string, text: string) => (
    <a className="footer-links" href={href} target="_blank" rel="noreferrer">
      {text}
      <span className="unseen"> {shell.newTab}</span>
    </a>
  );
  return (
    <footer className="footer">
      <div className="container">
        <span>{shell.independent}</span>
        {link('/privacy', shell.privacy)}
        {link('/help', shell.help)}
        <span className="narrow-only">
          <LanguageSelect />
        </span>
        {reference ? (
          <span className="footer-reference">
            {shell.reference} <Reference value={reference} />
          </span>
        ) : null}
      </div>
    </footer>
  );
}
