import type { Issue } from '@botize/contract';
import { useCopy, useLaterCopy, useSentence } from '../copy/copy-context.tsx';
import { useMoment } from '../copy/use-moment.ts';

/** An issue as one marked sentence: what happened in bold, what to do, and when it is possible again. */
export function useIssueText(): (issue: Issue | null) => string | null {
  const { shell } = useCopy();
  const { time } = useLaterCopy();
  const sentence = useSentence();
  const moment = useMoment();
  return (issue) => {
    if (issue === null) return null;
    const { title, do: what } = sentence(issue.code);
    const wait = issue.retryAt === null ? '' : ` ${shell.waitUntil(time.at(moment(issue.retryAt)))}`;
    return `**${title}** ${what}${wait}`;
  };
}
