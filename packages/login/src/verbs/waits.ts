import type { Command, CommandType } from '@botize/contract';
import type { OpenIssue, SignIn } from '../machine/sign-in.ts';
import type { AttemptRecord } from '../ports/vault.ts';

const issueIn = ({ state }: SignIn): OpenIssue | null => ('issue' in state ? state.issue : null);

/** The issue that a command has led to names it, so that a wait holds back this command and no other. */
export function answering(signIn: SignIn, command: CommandType): SignIn {
  const { state } = signIn;
  if (!('issue' in state) || state.issue === null) return signIn;
  return { ...signIn, state: { ...state, issue: { ...state.issue, command } } };
}

/**
 * True while the wait that Telegram gave this command runs: asking before its end may make it longer. Another number
 * is another question.
 */
export function mustWait({ signIn }: AttemptRecord, command: Command, now: number): boolean {
  const issue = issueIn(signIn);
  if (issue === null || issue.command !== command.type || !issue.code.startsWith('telegram.')) return false;
  if (issue.retryAt === null || issue.retryAt <= now) return false;
  return command.type !== 'submit_phone' || 'stored' in command || command.phone === signIn.phone;
}
