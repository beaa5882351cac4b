import type { Issue } from '@botize/contract';
import { useCopy, useMoment, useSentence } from '../copy/copy-context.tsx';

/** An issue as one marked sentence: what happened in bold, what to do, and when it is possible again. */
export function useIssueText(): (issue: Issue | null) => string | null {
  const { shell, time } = useCopy();
  const sentence = useSentence();
  const moment = useMoment();
  return (issue) => {
    if (issue === null) return null;
    const { title, do: what } = sentence(issue.code);
    const wait = issue.retryAt === null ? '' : ` ${shell.waitUntil(time.at(moment(issue.retryAt)))}`;
    return `**${title}** ${what}${wait}`;
  };
}
