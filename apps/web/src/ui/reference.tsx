import { Check, Copy } from 'lucide-react';
import { useCopy } from '../copy/copy-context.tsx';
import { useCopied } from './use-copied.ts';

/** What a person reads out to support. The whole thing is the copy button. */
export function Reference({ value }: { value: string }) {
  const { shell } = useCopy();
  const { copied, copy } = useCopied();
  return (
    <>
      <button
        type="button"
        className="reference"
        aria-label={shell.copyReference(value)}
        onClick={() => void copy(value)}
      >
        <bdi>{value}</bdi>
        {copied ? <Check /> : <Copy />}
      </button>
      <span className="unseen" role="status">
        {copied ? shell.copied : ''}
      </span>
    </>
  );
}
