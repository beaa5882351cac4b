import type { ReactNode } from 'react';
import { Page, usePageTitle } from '../ui/page.tsx';
import { Rich } from '../ui/rich.tsx';
import { PlainHeader } from './plain-header.tsx';

interface MessagePageProps {
  title: string;
  lead: string;
  reference?: string | null;
  children?: ReactNode;
}

/** A page that only says something, with at most a button or two. */
export function MessagePage({ title, lead, reference, children }: MessagePageProps) {
  usePageTitle(title);
  return (
    <Page header={<PlainHeader />} reference={reference ?? null}>
      <main id="content" className="container message">
        <h1>{title}</h1>
        <p className="lead">
          <Rich text={lead} />
        </p>
        {children}
      </main>
    </Page>
  );
}
