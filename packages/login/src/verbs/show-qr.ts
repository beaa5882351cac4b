import { ask, openKey, type Asked } from './ask.ts';
import { notAnswered, tokenEvent } from './events-of.ts';
import type { SignInEvent } from '../machine/events.ts';
import type { LoginTokenAnswer } from '../ports/telegram-gateway.ts';
import { apply } from './perform.ts';
import { intend, type Turn } from './turn.ts';

const worthShowingMs = 5_000;

/** Shows a QR code: the token of the credentials check while it is fresh, otherwise a new one. */
export async function showQr(turn: Turn): Promise<void> {
  const { spareToken, state } = turn.signIn;
  if (spareToken !== null && state.step === 'phone' && spareToken.expiresAt > turn.deps.clock.now() + worthShowingMs)
    return apply(turn, { type: 'token', ...spareToken });
  return exportToken(turn);
}

/** A new token, or (if the last one was approved) the sign-in itself, perhaps in another data centre. */
export async function exportToken(turn: Turn): Promise<void> {
  const asked = await ask(turn, 'exportLoginToken', {});
  return apply(turn, await followed(turn, asked));
}

async function followed(turn: Turn, asked: Asked<LoginTokenAnswer>): Promise<SignInEvent> {
  if (asked.kind !== 'answer') return notAnswered(asked, 'exportLoginToken', null);
  const { answer } = asked;
  if (answer.kind !== 'migrate') return tokenEvent({ kind: 'answer', answer }, 'exportLoginToken');
  if (turn.record.intent === null) await intend(turn, null);
  const opened = await openKey(turn, answer.dcId);
  if (opened.kind !== 'ready') return notAnswered(opened, 'importLoginToken', null);
  const imported = await ask(turn, 'importLoginToken', { token: answer.token });
  if (imported.kind !== 'answer') return notAnswered(imported, 'importLoginToken', null);
  if (imported.answer.kind === 'migrate') return { type: 'second_migration' };
  return tokenEvent({ kind: 'answer', answer: imported.answer }, 'importLoginToken');
}
