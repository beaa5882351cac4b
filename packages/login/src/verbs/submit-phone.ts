import { Refusal } from '../ports/world.ts';
import { toPublic } from '../machine/to-public.ts';
import { ask } from './ask.ts';
import { codeEvent } from './events-of.ts';
import { takeSend } from './number-limits.ts';
import { apply, probe } from './perform.ts';
import { intend, type Turn } from './turn.ts';
import type { CommandOf } from './verb.ts';

/** Asks Telegram for a code, once: a lost answer is never a reason to ask again. */
export async function submitPhone(turn: Turn, command: CommandOf<'submit_phone'>, fingerprint: string): Promise<void> {
  const { record, deps } = turn;
  const phone = 'phone' in command ? command.phone : storedPhone(turn);
  const leave = await takeSend(deps, { userId: record.userId, phone, again: false });
  if (!leave.ok) return apply(turn, { type: 'held_back', code: leave.code, retryAt: leave.retryAt, phone });
  await intend(turn, fingerprint);
  if (!(await approvedMeanwhile(turn))) {
    const asked = await ask(turn, 'sendCode', { phone });
    await apply(turn, codeEvent(asked, 'sendCode', phone));
    if (asked.kind === 'answer' || asked.kind === 'unknown') return;
  }
  await leave.giveBack();
}

function storedPhone({ signIn: { state }, record }: Turn): string {
  const phone = state.step === 'phone' ? state.storedPhone : null;
  if (phone === null) throw new Refusal('attempt.command_not_allowed', { attempt: toPublic(record) });
  return phone;
}

/** A QR code that was shown may have been approved late: then there is nothing left to ask. */
async function approvedMeanwhile(turn: Turn): Promise<boolean> {
  if (turn.signIn.lastTokenExpiresAt === null) return false;
  await probe(turn, 'before_code');
  const { state } = turn.signIn;
  return state.step !== 'phone' || state.issue !== null;
}
