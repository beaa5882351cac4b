import type { Issue } from '@botize/contract';
import { Notice } from '../ui/notice.tsx';
import { useIssueText } from './issue-text.ts';

/** An issue that belongs to no field: what a button has led to, beside that button. */
export function IssueNotice({ issue }: { issue: Issue | null }) {
  const issueText = useIssueText();
  const text = issueText(issue);
  return text === null ? null : <Notice kind="failed" text={text} />;
}
