import { useState } from 'react';
import { eraseMe } from '../api/connections.ts';
import { useLaterCopy } from '../copy/copy-context.tsx';
import { MessagePage } from '../session/message-page.tsx';
import { useMeta } from '../session/session-context.tsx';
import { Button } from '../ui/button.tsx';
import { EndingDialog } from './ending-dialog.tsx';

interface LeavingProps {
  /** Called once nothing is left here; `pending`: Telegram has sessions yet to end. */
  onErased: (pending: boolean) => void;
}

/** The way out, with everything. */
export function Leaving({ onErased }: LeavingProps) {
  const { leaving: copy } = useLaterCopy();
  const keptDays = useMeta()?.auditRetentionDays;
  const [asking, setAsking] = useState(false);
  return (
    <section className="leaving" aria-label={copy.title}>
      <div>
        <h2>{copy.title}</h2>
        <p className="small quiet-text">
          {copy.text} {keptDays === undefined ? null : copy.kept(keptDays)}
        </p>
      </div>
      <Button look="ends" dense onClick={() => setAsking(true)}>
        {copy.button}
      </Button>
      {asking ? (
        <EndingDialog
          title={copy.dialogTitle}
          text={copy.dialogText}
          keep={copy.keep}
          end={copy.button}
          busy={copy.busy}
          onClose={() => setAsking(false)}
          onEnd={async () => onErased((await eraseMe()).pending > 0)}
        />
      ) : null}
    </section>
  );
}

/** The last page: nobody is signed in any more. */
export function LeftPage({ pending }: { pending: boolean }) {
  const { leaving: copy } = useLaterCopy();
  return <MessagePage title={copy.doneTitle} lead={pending ? copy.donePending : copy.done} />;
}
