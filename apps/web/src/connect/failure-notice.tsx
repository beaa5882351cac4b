import type { Failure } from '../api/problem.ts';
import { LaterCopy, useCopy, useLaterCopy, useSentence } from '../copy/copy-context.tsx';
import { useMoment } from '../copy/use-moment.ts';
import { Notice } from '../ui/notice.tsx';
import { Reference } from '../ui/reference.tsx';

/** A request that failed, above the page it failed on: what happened, what to do, and what to give to support. */
export function FailureNotice({ failure }: { failure: Failure | null }) {
  return <LaterCopy fallback={null}>{failure === null ? null : <Failed failure={failure} />}</LaterCopy>;
}

function Failed({ failure }: { failure: Failure }) {
  const { shell } = useCopy();
  const { time } = useLaterCopy();
  const sentence = useSentence();
  const moment = useMoment();
  const { title, do: what } = sentence(failure.code);
  const wait = failure.retryAt === null ? '' : ` ${shell.waitUntil(time.at(moment(failure.retryAt)))}`;
  return (
    <Notice kind="failed" title={title} text={what + wait}>
      {failure.requestId ? (
        <div className="quiet-text">
          {shell.reference} <Reference value={failure.requestId} />
        </div>
      ) : null}
    </Notice>
  );
}
