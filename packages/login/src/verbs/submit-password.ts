import { ask } from './ask.ts';
import { codeEvent } from './events-of.ts';
import { triesHeldBack } from './number-limits.ts';
import { apply } from './perform.ts';
import { intend, type Turn } from './turn.ts';
import type { CommandOf } from './verb.ts';

const staleParameters: ReadonlySet<string> = new Set(['SRP_ID_INVALID', 'SRP_PASSWORD_CHANGED']);

/** Proves the cloud password, passed on as it was typed. Outdated parameters are fetched anew, once. */
export async function submitPassword(
  turn: Turn,
  { password }: CommandOf<'submit_password'>,
  fingerprint: string,
): Promise<void> {
  const { phone } = turn.signIn;
  const hold = await triesHeldBack(turn.deps, turn.record.userId, phone);
  if (hold !== null) return apply(turn, { type: 'held_back', ...hold, phone });
  await intend(turn, fingerprint);
  const first = await ask(turn, 'checkPassword', { password });
  const again = first.kind === 'refused' && staleParameters.has(first.error.name);
  const asked = again ? await ask(turn, 'checkPassword', { password }) : first;
  return apply(turn, codeEvent(asked, 'checkPassword', phone ?? ''));
}
