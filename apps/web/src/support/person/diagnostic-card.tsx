import type { SupportPerson } from '@botize/contract';
import { Check, Copy } from 'lucide-react';
import { useCopy } from '../../copy/copy-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useCopied } from '../../ui/use-copied.ts';
import { useSupportCopy } from '../support-copy.tsx';
import { diagnosticText } from './diagnostic-text.ts';

/** What goes to an engineer, without anything secret. */
export function DiagnosticCard({ person }: { person: SupportPerson }) {
  const { shell } = useCopy();
  const { person: copy } = useSupportCopy();
  const { copied, copy: toClipboard } = useCopied();
  const text = diagnosticText(person);
  return (
    <section className="card beside-card" aria-labelledby="diagnostic-title">
      <h2 id="diagnostic-title">{copy.diagnostic}</h2>
      <pre className="diagnostic" dir="ltr">
        {text}
      </pre>
      <div>
        <Button look="quiet" dense icon={copied ? <Check /> : <Copy />} onClick={() => void toClipboard(text)}>
          {copied ? shell.copied : copy.copyDiagnostic}
        </Button>
        <span className="unseen" role="status">
          {copied ? shell.copied : ''}
        </span>
      </div>
    </section>
  );
}
