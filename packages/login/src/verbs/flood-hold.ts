import type { OpenIssue } from '../machine/sign-in.ts';
import type { Turn } from './turn.ts';

/** Telegram has asked to wait and the time is not over: the same answer again, and Telegram is left in peace. */
export function floodHold({ record, deps }: Turn, phone: string | null): { code: OpenIssue['code']; retryAt: number } | null {
  const { state, phone: lastPhone } = record.signIn;
  const issue = 'issue' in state ? state.issue : null;
  if (issue === null || issue.retryAt === null || issue.retryAt <= deps.clock.now()) return null;
  if (!issue.code.startsWith('telegram.') || (phone !== null && phone !== lastPhone)) return null;
  return { code: issue.code, retryAt: issue.retryAt };
}
