import { CircleCheck } from 'lucide-react';
import { useCopy } from '../copy/copy-context.tsx';

/** Says that the sign-in went on in another tab. It is there when empty, too: what appears in it is read out. */
export function MovedOnLine({ shown }: { shown: boolean }) {
  const { shell } = useCopy();
  return (
    <div role="status">
      {shown ? (
        <div className="status-line status-line-well">
          <div className="container">
            <CircleCheck />
            <span>{shell.otherTab}</span>
          </div>
        </div>
      ) : null}
    </div>
  );
}
