import type { BrowserSession, VisitReturn } from '@botize/contract';
import { navigate } from 'wouter/use-browser-location';
import { returnFromVisit } from '../api/visit.ts';

type Visitor = Pick<BrowserSession, 'returnUrl' | 'embedOrigin'>;

/** Marks our messages among all those that a page gets. */
const source = 'botize-telegram-connect';

/** To exactly the origin that the server has allowed: nobody else who shows this page in a frame gets a word of it. */
const tellHost = (origin: string, message: object) => window.parent.postMessage({ source, ...message }, origin);

const announcements = new Map<string, Promise<void>>();

/** Tells the page around ours that the account is connected, once for each attempt. Redirects do so on the way back. */
export function announceConnected({ embedOrigin }: Visitor, attemptId: string): void {
  if (!embedOrigin || announcements.has(attemptId)) return;
  const tell = ({ outcome, code, connectionId }: VisitReturn) =>
    tellHost(embedOrigin, { type: 'connected', outcome, code, connectionId });
  const forget = () => void announcements.delete(attemptId);
  announcements.set(attemptId, returnFromVisit({ attemptId }).then(tell, forget));
}

export async function leaveVisit({ embedOrigin }: Visitor, attemptId: string | null): Promise<void> {
  if (embedOrigin) {
    // Nobody listens any more once the frame is closed: the code goes first, however fast somebody presses.
    await Promise.all(announcements.values());
    return tellHost(embedOrigin, { type: 'closed' });
  }
  const { url } = await returnFromVisit(attemptId === null ? {} : { attemptId });
  if (url === null) navigate('/connections');
  else window.location.assign(url);
}
