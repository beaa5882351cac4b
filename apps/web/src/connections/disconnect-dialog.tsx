import type { Connection } from '@botize/contract';
import { useEffect, useRef, useState } from 'react';
import { disconnect } from '../api/connections.ts';
import { failureOf, type Failure } from '../api/problem.ts';
import { FailureNotice } from '../connect/failure-notice.tsx';
import { useLaterCopy } from '../copy/copy-context.tsx';
import { Button } from '../ui/button.tsx';
import { plain, Rich } from '../ui/rich.tsx';

interface DisconnectDialogProps {
  connection: Connection;
  onClose: () => void;
  /** Called with the sentence that tells how it went. */
  onGone: (sentence: string) => void;
}

/** The only question of its kind: a disconnect can't be taken back. */
export function DisconnectDialog({ connection, onClose, onGone }: DisconnectDialogProps) {
  const { connections: copy } = useLaterCopy();
  const dialog = useRef<HTMLDialogElement>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { name } = connection.account;

  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);

  const end = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const answer = await disconnect(connection.id);
      if (answer === null) onGone(copy.goneBefore(name));
      else onGone(answer.remoteLogout === 'confirmed' ? copy.gone(name) : copy.gonePending(name));
    } catch (error) {
      setFailure(failureOf(error));
      setBusy(false);
    }
  };

  return (
    <dialog ref={dialog} className="dialog" aria-label={plain(copy.dialogTitle(name))} onClose={onClose}>
      <div className="dialog-text">
        <h2>
          <Rich text={copy.dialogTitle(name)} />
        </h2>
        <p>{copy.dialogText}</p>
        <FailureNotice failure={failure} />
      </div>
      <div className="dialog-actions">
        <Button onClick={() => dialog.current?.close()}>{copy.keep}</Button>
        <Button look="ends" busy={busy && copy.disconnecting} onClick={() => void end()}>
          {copy.disconnect}
        </Button>
      </div>
    </dialog>
  );
}
