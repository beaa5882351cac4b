import { ask } from './ask.ts';
import { codeEvent } from './events-of.ts';
import { takeEmail } from './number-limits.ts';
import { apply } from './perform.ts';
import { intend, type Turn } from './turn.ts';
import { stateIn, type CommandOf } from './verb.ts';

/** Names the login email that Telegram wants; it sends a code there. */
export async function submitEmail(turn: Turn, command: CommandOf<'submit_email'>, fingerprint: string): Promise<void> {
  const { phone, phoneCodeHash } = stateIn(turn, 'email');
  const hold = await takeEmail(turn.deps, turn.record.userId);
  if (hold !== null) return apply(turn, { type: 'held_back', ...hold, phone });
  await intend(turn, fingerprint);
  const asked = await ask(turn, 'sendEmailCode', { phone, phoneCodeHash, email: command.email });
  return apply(turn, codeEvent(asked, 'sendEmailCode', phone));
}
