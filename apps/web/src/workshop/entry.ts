import type { BrowserSession } from '@botize/contract';
import type { ReactNode } from 'react';
import type { Answers } from './pretend-server.ts';

/** One state of one page, drawn with made-up data. */
export interface WorkshopEntry {
  /** Its address: `/workshop/<id>`. */
  id: string;
  /** Where the page belongs; the list is grouped by it. */
  room: 'wizard' | 'connections' | 'session' | 'console';
  render: () => ReactNode;
  /** What the server says, by `METHOD /path`; to anything else it says that it doesn't know it. */
  answers?: Answers;
  /** Who sits at the browser; a user unless it says otherwise, nobody when null. */
  session?: BrowserSession | null;
  /** Somebody's hands, once the page is drawn. */
  hands?: () => void;
  /** The page goes on waiting: it has no heading yet. */
  waits?: true;
}

/** Whoever sits at the browser, where nothing else is said. */
export const somebody: BrowserSession = {
  user: { id: 'workshop', label: 'name@example.com', role: 'user' },
  connectionId: null,
  returnUrl: null,
  locale: null,
  expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
};

/** `code, SMS word` becomes `code-sms-word`. */
export const idOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
