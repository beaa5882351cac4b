import type { Failure } from '../api/problem.ts';
import { useCopy, useSentence } from '../copy/copy-context.tsx';
import { MessagePage } from '../session/message-page.tsx';

/** The server said no before there was a page to say it on. */
export function FailurePage({ failure }: { failure: Failure }) {
  const { title, do: what } = useSentence()(failure.code);
  return <MessagePage title={title} lead={what} reference={failure.requestId} />;
}

export function NotFoundPage() {
  const { shell } = useCopy();
  return <MessagePage title={shell.notFoundTitle} lead={shell.notFoundLead} />;
}
