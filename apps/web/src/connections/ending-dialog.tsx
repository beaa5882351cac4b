import { useEffect, useRef, useState } from 'react';
import { failureOf, type Failure } from '../api/problem.ts';
import { FailureNotice } from '../connect/failure-notice.tsx';
import { Button } from '../ui/button.tsx';
import { plain, Rich } from '../ui/rich.tsx';

interface EndingDialogProps {
  title: string;
  text: string;
  keep: string;
  end: string;
  busy: string;
  onClose: () => void;
  /** Rejects with what is to be said instead; the dialog stays open then. */
  onEnd: () => Promise<void>;
}

/** The only question of its kind: what it asks about can't be taken back. */
export function EndingDialog({ title, text, keep, end, busy, onClose, onEnd }: EndingDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);

  const run = async () => {
    setRunning(true);
    setFailure(null);
    try {
      await onEnd();
    } catch (error) {
      setFailure(failureOf(error));
      setRunning(false);
    }
  };

  return (
    <dialog ref={dialog} className="dialog" aria-label={plain(title)} onClose={onClose}>
      <div className="dialog-text">
        <h2>
          <Rich text={title} />
        </h2>
        <p>{text}</p>
        <FailureNotice failure={failure} />
      </div>
      <div className="dialog-actions">
        <Button onClick={() => dialog.current?.close()}>{keep}</Button>
        <Button look="ends" busy={running && busy} onClick={() => void run()}>
          {end}
        </Button>
      </div>
    </dialog>
  );
}
