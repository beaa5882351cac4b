import type { Failure } from '../../api/problem.ts';
import { useCopy } from '../../copy/copy-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FailureNotice } from '../failure-notice.tsx';

interface CredentialsFailureProps {
  failure: Failure;
  onGoOn: (attempt: NonNullable<Failure['attempt']>) => void;
  onReplace: (attempt: NonNullable<Failure['attempt']>) => void;
}

/** A failure that isn't about the two fields; it stands above the button. */
export function CredentialsFailure({ failure, onGoOn, onReplace }: CredentialsFailureProps) {
  const { credentials: copy } = useCopy();
  const open = failure.code === 'attempt.open' ? failure.attempt : null;
  if (open === null) return <FailureNotice failure={failure} />;
  return (
    <Notice kind="care" live title={copy.openTitle} text={copy.openText(open.reference)}>
      <div className="notice-buttons">
        <Button dense onClick={() => onGoOn(open)}>
          {copy.openGoOn}
        </Button>
        <Button dense look="quiet" onClick={() => onReplace(open)}>
          {copy.openReplace}
        </Button>
      </div>
    </Notice>
  );
}
