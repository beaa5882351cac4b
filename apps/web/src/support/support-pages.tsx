import { lazy, Suspense } from 'react';
import { useSession } from '../session/session-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { NotFoundPage } from '../pages/failure-page.tsx';
import { ForbiddenPage } from './forbidden-page.tsx';
import { ListPage } from './list/list-page.tsx';
import { PersonPage } from './person/person-page.tsx';
import { SupportCopy } from './support-copy.tsx';
import './support.css';

const OverviewPage = lazy(async () => ({ default: (await import('./overview/overview-page.tsx')).OverviewPage }));
const LooksPage = lazy(async () => ({ default: (await import('./looks/looks-page.tsx')).LooksPage }));

/** The support console: for staff only. The server decides that; the page merely says so. */
export function SupportPages({ path }: { path: string }) {
  const { user } = useSession();
  return (
    <SupportCopy>
      <Suspense fallback={<Loading />}>{user.role === 'support' ? pageAt(path) : <ForbiddenPage />}</Suspense>
    </SupportCopy>
  );
}

function pageAt(path: string) {
  if (path === '/support') return <ListPage />;
  if (path === '/support/overview') return <OverviewPage />;
  if (path === '/support/looks') return <LooksPage />;
  const userId = /^\/support\/users\/([^/]+)$/.exec(path)?.[1];
  if (userId === undefined) return <NotFoundPage />;
  const id = decoded(userId);
  return id === null ? <NotFoundPage /> : <PersonPage key={id} userId={id} />;
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
