import { useCopy } from '../copy/copy-context.tsx';
import { MessagePage } from '../session/message-page.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Link } from '../ui/link.tsx';
import { useSupportCopy } from './support-copy.tsx';

/** A user who came to a page of staff's. */
export function ForbiddenPage() {
  const { shell } = useCopy();
  const { common } = useSupportCopy();
  return (
    <MessagePage title={common.forbiddenTitle} lead={common.forbiddenLead}>
      <p>
        <Link className={buttonClass('main')} href="/connections">
          {shell.toConnections}
        </Link>
      </p>
    </MessagePage>
  );
}
