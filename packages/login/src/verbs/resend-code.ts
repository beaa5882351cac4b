import { ask } from './ask.ts';
import { codeEvent } from './events-of.ts';
import { takeSend } from './number-limits.ts';
import { apply } from './perform.ts';
import { intend, type Turn } from './turn.ts';
import { stateIn, type CommandOf } from './verb.ts';

/** Asks for the next delivery; before its time Telegram is not asked. */
export async function resendCode(turn: Turn, _: CommandOf<'resend_code'>, fingerprint: string): Promise<void> {
  const { sent } = stateIn(turn, 'code');
  const { phone, phoneCodeHash, next } = sent;
  if (next !== null && next.at > turn.deps.clock.now())
    return apply(turn, { type: 'held_back', code: 'attempt.resend_too_early', retryAt: next.at, phone });
  const leave = await takeSend(turn.deps, { userId: turn.record.userId, phone, again: true });
  if (!leave.ok) return apply(turn, { type: 'held_back', code: leave.code, retryAt: leave.retryAt, phone });
  await intend(turn, fingerprint);
  const asked = await ask(turn, 'resendCode', { phone, phoneCodeHash });
  await apply(turn, codeEvent(asked, 'resendCode', phone));
  if (asked.kind !== 'answer' && asked.kind !== 'unknown') await leave.giveBack();
}
