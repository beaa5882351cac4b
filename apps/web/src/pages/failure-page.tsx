import type { Failure } from '../api/problem.ts';
import { useCopy, useSentence } from '../copy/copy-context.tsx';
import { MessagePage } from '../session/message-page.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Link } from '../ui/link.tsx';
import { ReloadButton } from '../ui/reload-button.tsx';

/** The server said no before there was a page to say it on. */
export function FailurePage({ failure }: { failure: Failure }) {
  const { title, do: what } = useSentence()(failure.code);
  return (
    <MessagePage title={title} lead={what} reference={failure.requestId}>
      <ReloadButton />
    </MessagePage>
  );
}

export function NotFoundPage() {
  const { shell } = useCopy();
  return (
    <MessagePage title={shell.notFoundTitle} lead={shell.notFoundLead}>
      <p>
        <Link className={buttonClass('main')} href="/connections">
          {shell.toConnections}
        </Link>
      </p>
    </MessagePage>
  );
}
