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

/** Sentences of the catalogue stand in headings, too, and those end without a full stop. */
export const asHeading = (sentence: string): string => sentence.replace(/\.$/, '');

/** A page that only says something, with at most a button or two. */
export function MessagePage({ title, lead, reference, children }: MessagePageProps) {
  const heading = asHeading(title);
  usePageTitle(heading);
  return (
    <Page header={<PlainHeader />} reference={reference ?? null}>
      <main id="content" className="container message">
        <h1>{heading}</h1>
        <p className="lead">
          <Rich text={lead} />
        </p>
        {children}
      </main>
    </Page>
  );
}
