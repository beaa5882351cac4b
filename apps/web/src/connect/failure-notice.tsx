import type { Failure } from '../api/problem.ts';
import { useCopy, useMoment, useSentence } from '../copy/copy-context.tsx';
import { Notice } from '../ui/notice.tsx';
import { Reference } from '../ui/reference.tsx';

/** A request that failed, above the page it failed on: what happened, what to do, and what to give to support. */
export function FailureNotice({ failure }: { failure: Failure | null }) {
  const { shell, time } = useCopy();
  const sentence = useSentence();
  const moment = useMoment();
  if (failure === null) return null;
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
