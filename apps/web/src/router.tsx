import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { navigate, usePathname } from 'wouter/use-browser-location';
import { WizardPage } from './connect/wizard-page.tsx';
import { LaterCopy } from './copy/copy-context.tsx';
import { useSessionValue } from './session/session-context.tsx';
import { supportHome } from './session/support-home.ts';
import { Loading } from './ui/loading.tsx';

const ConnectionsPage = lazy(async () => ({
  default: (await import('./connections/connections-page.tsx')).ConnectionsPage,
}));
const DevSignInPage = lazy(async () => ({ default: (await import('./session/dev-sign-in-page.tsx')).DevSignInPage }));
const SignedOutPage = lazy(async () => ({ default: (await import('./session/signed-out-page.tsx')).SignedOutPage }));
const SupportPages = lazy(async () => ({ default: (await import('./support/support-pages.tsx')).SupportPages }));
const FailurePage = lazy(async () => ({ default: (await import('./pages/failure-page.tsx')).FailurePage }));
const NotFoundPage = lazy(async () => ({ default: (await import('./pages/failure-page.tsx')).NotFoundPage }));
const HelpPage = lazy(async () => ({ default: (await import('./pages/help-page.tsx')).HelpPage }));
const PrivacyPage = lazy(async () => ({ default: (await import('./pages/help-page.tsx')).PrivacyPage }));

const WorkshopPage = lazy(async () => ({ default: (await import('./workshop/workshop-page.tsx')).WorkshopPage }));

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
  if (path === '/connect') return <SignedIn>{() => <ForUsers>{() => <WizardPage />}</ForUsers>}</SignedIn>;
  if (path === '/') return <SignedIn>{() => <ForUsers>{() => <GoTo address="/connections" />}</ForUsers>}</SignedIn>;
  if (path === '/connections')
    return <SignedIn>{() => <ForUsers>{() => later(<ConnectionsPage />)}</ForUsers>}</SignedIn>;
  if (/^\/support(\/|$)/.test(path)) return <SignedIn>{() => later(<SupportPages path={path} />)}</SignedIn>;
  if (path === '/help') return later(<HelpPage />);
  if (path === '/privacy') return later(<PrivacyPage />);
  if (path.startsWith('/workshop')) return later(<Workshop />);
  return <NotFoundPage />;
}

function GoTo({ address }: { address: string }) {
  useEffect(() => navigate(address, { replace: true }), [address]);
  return null;
}

/** Staff connect nothing: whoever of them comes here is led to the console. */
function ForUsers({ children }: { children: () => ReactNode }) {
  const { state } = useSessionValue();
  const session = state.kind === 'signed_in' ? state.session : null;
  return session?.user.role === 'support' ? <GoTo address={supportHome(session)} /> : children();
}

/** Every state drawn with made-up data; only where one may sign in as anybody, too. */
function Workshop() {
  const { meta } = useSessionValue();
  if (meta === null) return <Loading />;
  return meta.devSignIn ? <WorkshopPage /> : <NotFoundPage />;
}

/** What is behind it needs somebody signed in; whoever isn't is told how to get here. */
function SignedIn({ children }: { children: () => ReactNode }) {
  const { meta, state } = useSessionValue();
  if (state.kind === 'failed') return <FailurePage failure={state.failure} />;
  if (state.kind === 'loading' || meta === null) return <Loading />;
  if (state.kind === 'signed_in') return children();
  return <LaterCopy fallback={<Loading />}>{meta.devSignIn ? <DevSignInPage /> : <SignedOutPage />}</LaterCopy>;
}
