import type { Effect } from '../machine/effects.ts';
import type { ProbeOutcome, ProbeReason, SignInEvent } from '../machine/events.ts';
import { kindOf } from '../machine/refusals.ts';
import { transition } from '../machine/transition.ts';
import type { TelegramAccount } from '../ports/telegram-gateway.ts';
import { ask, type Asked } from './ask.ts';
import { finish } from './finish.ts';
import { blockNumber, countWrongTry } from './number-limits.ts';
import { retireKey } from './retire-key.ts';
import { contextOf, keyOf, type Turn } from './turn.ts';

const bestEffortMs = 3_000;

/** Moves the sign-in on and performs what follows from it, until nothing does. */
export async function apply(turn: Turn, event: SignInEvent): Promise<void> {
  const move = transition(turn.signIn, event, contextOf(turn));
  turn.signIn = move.signIn;
  for (const effect of move.effects) await perform(turn, effect);
}

/** Does what the machine wants done, and tells it what came of it. */
async function perform(turn: Turn, effect: Effect): Promise<void> {
  switch (effect.type) {
    case 'cancel_code':
      return cancelCode(turn, effect);
    case 'retire_key':
      return retireKey(turn, effect);
    case 'probe':
      return probe(turn, effect.reason);
    case 'fetch_hint': {
      const asked = await ask(turn, 'passwordHint', {});
      return asked.kind === 'answer' ? apply(turn, { type: 'hint', hint: asked.answer.hint }) : undefined;
    }
    case 'finish':
      return apply(turn, await finish(turn, effect));
    case 'count_wrong_try':
      return countWrongTry(turn.deps, turn.record.userId, effect.phone);
    case 'block_number':
      return blockNumber(turn.deps, effect.phone, effect.until);
    case 'keep_intent':
      turn.keepIntent = true;
  }
}

/** Asks whether the key is authorised, and as whom. */
export async function probe(turn: Turn, reason: ProbeReason): Promise<void> {
  const outcome: ProbeOutcome =
    turn.signIn.session === null ? { kind: 'not_authorized' } : outcomeOf(await ask(turn, 'getSelf', {}));
  return apply(turn, { type: 'probed', reason, outcome });
}

function outcomeOf(asked: Asked<{ account: TelegramAccount }>): ProbeOutcome {
  if (asked.kind === 'answer') return { kind: 'authorized', account: asked.answer.account };
  if (asked.kind !== 'refused') return { kind: 'unknown' };
  switch (kindOf(asked.error)) {
    case 'password_needed':
      return { kind: 'password_needed' };
    case 'not_authorized':
    case 'dead_key':
    case 'account_closed':
      return { kind: 'not_authorized' };
    default:
      return { kind: 'unknown' };
  }
}

type EffectOf<T extends Effect['type']> = Extract<Effect, { type: T }>;

async function cancelCode(turn: Turn, { session, phone, phoneCodeHash }: EffectOf<'cancel_code'>): Promise<void> {
  const { deps, record, signal } = turn;
  const on = { key: keyOf(record), credentials: record.signIn.credentials, session };
  const atMost = AbortSignal.any([signal, AbortSignal.timeout(bestEffortMs)]);
  await deps.gateway.call(on, 'cancelCode', { phone, phoneCodeHash }, atMost);
}
