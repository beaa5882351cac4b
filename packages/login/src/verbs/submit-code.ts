import type { SentDelivery } from '../ports/telegram-gateway.ts';
import { ask } from './ask.ts';
import { codeEvent } from './events-of.ts';
import { triesHeldBack } from './number-limits.ts';
import { apply } from './perform.ts';
import { codeAsTyped } from './code-as-typed.ts';
import { intend, type Turn } from './turn.ts';
import { stateIn, type CommandOf } from './verb.ts';

/** Signs in with the code; a code for a new login email proves that email first. */
export async function submitCode(turn: Turn, command: CommandOf<'submit_code'>, fingerprint: string): Promise<void> {
  const { sent } = stateIn(turn, 'code');
  const { phone, phoneCodeHash, delivery } = sent;
  const hold = await triesHeldBack(turn.deps, turn.record.userId, phone);
  if (hold !== null) return apply(turn, { type: 'held_back', ...hold, phone });
  await intend(turn, fingerprint);
  const code = inWords(delivery) ? command.code.trim() : codeAsTyped(command.code);
  if (delivery.type === 'email_setup') {
    const verified = await ask(turn, 'verifyEmail', { phone, phoneCodeHash, code });
    return apply(turn, codeEvent(verified, 'verifyEmail', phone));
  }
  const by = delivery.type === 'email_code' ? 'email' : 'phone';
  const signedIn = await ask(turn, 'signIn', { phone, phoneCodeHash, code, by });
  return apply(turn, codeEvent(signedIn, 'signIn', phone));
}

const inWords = ({ type }: SentDelivery): boolean => type === 'sms_word' || type === 'sms_phrase' || type === 'unknown';
