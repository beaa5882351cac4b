import type { CommandType, Issue } from '@botize/contract';

/** The issue if it is about this command, or doesn't say about which: the others needn't show it, nor wait. */
export const issueOn = (issue: Issue | null, command: CommandType): Issue | null =>
  issue?.command === undefined || issue.command === command ? issue : null;

/** The issue if it is surely about another command than this one. */
export const issueElsewhere = (issue: Issue | null, command: CommandType): Issue | null =>
  issueOn(issue, command) === null ? issue : null;
