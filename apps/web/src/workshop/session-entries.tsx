import type { MessageCode } from '@botize/contract';
import { FailurePage, NotFoundPage } from '../pages/failure-page.tsx';
import { HelpPage, PrivacyPage } from '../pages/help-page.tsx';
import { DevSignInPage } from '../session/dev-sign-in-page.tsx';
import { LinkProblemPage } from '../session/link-problem-page.tsx';
import { SignedOutPage } from '../session/signed-out-page.tsx';
import { Broken } from '../ui/broken-page.tsx';
import { idOf, somebody, type WorkshopEntry } from './entry.ts';

const page = (name: string, render: WorkshopEntry['render'], more: Partial<WorkshopEntry> = {}): WorkshopEntry => ({
  id: idOf(name),
  room: 'session',
  render,
  session: null,
  ...more,
});

const ignore = () => {};
const linkProblems: MessageCode[] = ['link.used', 'link.expired', 'request.invalid', 'limit.requests', 'server.busy'];
const failure = { requestId: 'req_0123456789abcdefghij', retryAt: null, errors: [], attempt: null };

/** Pages around a visit: how it begins, and what stands where it can't. */
export const sessionEntries: WorkshopEntry[] = [
  page('development sign-in', () => <DevSignInPage />),
  page('signed out', () => <SignedOutPage />),
  ...linkProblems.map((code) =>
    page(`link ${code}`, () => <LinkProblemPage code={code} onGoOn={ignore} onAgain={ignore} />),
  ),
  {
    ...page('link, somebody signed in', () => <LinkProblemPage code="link.used" onGoOn={ignore} onAgain={ignore} />),
    session: somebody,
  },
  page('server failed', () => <FailurePage failure={{ ...failure, code: 'server.internal' }} />),
  page('not found', () => <NotFoundPage />),
  page('broken', () => <Broken />),
  page('help', () => <HelpPage />),
  page('privacy', () => <PrivacyPage />),
];
