import { toPublic } from '../machine/to-public.ts';
import { Refusal } from '../ports/world.ts';
import { ask } from './ask.ts';
import { codeEvent } from './events-of.ts';
import { apply } from './perform.ts';
import { intend, type Turn } from './turn.ts';
import { stateIn, type CommandOf } from './verb.ts';

/** Asks Telegram to forget a login email that its owner can't read; it may want days for that. */
export async function resetEmail(turn: Turn, _: CommandOf<'reset_email'>, fingerprint: string): Promise<void> {
  const { phone, phoneCodeHash, delivery } = stateIn(turn, 'code').sent;
  if (delivery.type !== 'email_code')
    throw new Refusal('attempt.command_not_allowed', { attempt: toPublic(turn.record) });
  await intend(turn, fingerprint);
  const asked = await ask(turn, 'resetEmail', { phone, phoneCodeHash });
  return apply(turn, codeEvent(asked, 'resetEmail', phone));
}
