import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { navigate, usePathname } from 'wouter/use-browser-location';
import { WizardPage } from './connect/wizard-page.tsx';
import { LaterCopy } from './copy/copy-context.tsx';
import { useSessionValue } from './session/session-context.tsx';
import { Loading } from './ui/loading.tsx';

const ConnectionsPage = lazy(async () => ({
  default: (await import('./connections/connections-page.tsx')).ConnectionsPage,
}));
const DevSignInPage = lazy(async () => ({ default: (await import('./session/dev-sign-in-page.tsx')).DevSignInPage }));
const SignedOutPage = lazy(async () => ({ default: (await import('./session/signed-out-page.tsx')).SignedOutPage }));
const FailurePage = lazy(async () => ({ default: (await import('./pages/failure-page.tsx')).FailurePage }));
const NotFoundPage = lazy(async () => ({ default: (await import('./pages/failure-page.tsx')).NotFoundPage }));
const HelpPage = lazy(async () => ({ default: (await import('./pages/help-page.tsx')).HelpPage }));
const PrivacyPage = lazy(async () => ({ default: (await import('./pages/help-page.tsx')).PrivacyPage }));

/** Every state drawn with made-up data; never part of what is deployed. */
const workshop = import.meta.env.DEV || import.meta.env.VITE_WORKSHOP === 'true';
const WorkshopPage = workshop
  ? lazy(async () => ({ default: (await import('./connect/workshop-page.tsx')).WorkshopPage }))
  : null;

/** The wizard is here from the start; every other page comes with its sentences when somebody opens it. */
export function Router() {
  return (
    <Suspense fallback={<Loading />}>
      <CurrentPage />
    </Suspense>
  );
}

function CurrentPage() {
  const path = usePathname();
  const later = (page: ReactNode) => <LaterCopy fallback={<Loading />}>{page}</LaterCopy>;
  if (path === '/connect') return <SignedIn>{() => <WizardPage />}</SignedIn>;
  if (path === '/') return <SignedIn>{() => <ToConnections />}</SignedIn>;
  if (path === '/connections') return <SignedIn>{() => later(<ConnectionsPage />)}</SignedIn>;
  if (path === '/help') return later(<HelpPage />);
  if (path === '/privacy') return later(<PrivacyPage />);
  if (path === '/workshop' && WorkshopPage) return later(<WorkshopPage />);
  return <NotFoundPage />;
}

function ToConnections() {
  useEffect(() => navigate('/connections', { replace: true }), []);
  return null;
}

/** What is behind it needs somebody signed in; whoever isn't is told how to get here. */
function SignedIn({ children }: { children: () => ReactNode }) {
  const { meta, state } = useSessionValue();
  if (state.kind === 'failed') return <FailurePage failure={state.failure} />;
  if (state.kind === 'loading' || meta === null) return <Loading />;
  if (state.kind === 'signed_in') return children();
  return <LaterCopy fallback={<Loading />}>{meta.devSignIn ? <DevSignInPage /> : <SignedOutPage />}</LaterCopy>;
}
