import { Check, Copy } from 'lucide-react';
import { useCopy } from '../copy/copy-context.tsx';
import { useCopied } from './use-copied.ts';

/** Copies a value; both words are laid out, so that the width never changes. */
export function CopyButton({ value, onCopied }: { value: string; onCopied?: () => void }) {
  const { shell } = useCopy();
  const { copied, copy } = useCopied();
  return (
    <>
      <button
        type="button"
        className="copy-button"
        aria-label={shell.copyValue(value)}
        onClick={() => void copy(value).then(onCopied)}
      >
        {copied ? <Check /> : <Copy />}
        <span className="copy-words" aria-hidden="true">
          <span data-shown={!copied}>{shell.copy}</span>
          <span data-shown={copied}>{shell.copied}</span>
        </span>
      </button>
      <span className="unseen" role="status">
        {copied ? shell.copied : ''}
      </span>
    </>
  );
}
