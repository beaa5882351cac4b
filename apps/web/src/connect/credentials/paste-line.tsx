import { ClipboardPaste } from 'lucide-react';
import { useCopy } from '../../copy/copy-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { PasteResult } from './use-pair.ts';

interface PasteLineProps {
  result: PasteResult;
  onPaste: () => void;
  onUndo: () => void;
}

/** The paste button, or in its place what the last paste did. */
export function PasteLine({ result, onPaste, onUndo }: PasteLineProps) {
  const { credentials, shell } = useCopy();
  if (result === 'both' || result === 'one') {
    return (
      <Notice
        kind="worked"
        line
        live
        text={result === 'both' ? credentials.recognised : credentials.recognisedOne}
        action={
          <Button look="quiet" dense onClick={onUndo}>
            {shell.undo}
          </Button>
        }
      />
    );
  }
  return (
    <div className="paste-line">
      <Button full icon={<ClipboardPaste />} onClick={onPaste}>
        {credentials.pasteBoth}
      </Button>
      <div role="status" className="field-line">
        {result === 'blocked' ? credentials.pasteBlocked : result === 'nothing' ? credentials.pasteNothing : null}
      </div>
    </div>
  );
}
