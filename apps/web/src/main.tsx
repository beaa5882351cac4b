import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { firstLocale, loadCatalogue, loadLaterCatalogue } from './copy/catalogues.ts';
import { openSession, takeLinkToken } from './session/opening.ts';
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/controls.css';
import './ui/fields.css';
import './ui/parts.css';
import './ui/waiting.css';
import './ui/dialog.css';
import './ui/layout.css';
import './session/session.css';

async function start() {
  const opening = openSession(takeLinkToken());
  const locale = firstLocale();
  // What another page than the first step needs is asked for beside the session, not after it.
  const { pathname } = window.location;
  if (pathname !== '/connect') void loadLaterCatalogue(locale).catch(() => {});
  if (pathname === '/connections') void import('./connections/connections-page.tsx').catch(() => {});
  const copy = await loadCatalogue(locale);
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <App opening={opening} initialCopy={{ locale, copy }} />
    </StrictMode>,
  );
}

void start();
