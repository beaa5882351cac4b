import type { SignInEvent } from '../machine/events.ts';
import { transition } from '../machine/transition.ts';
import type {
  CallResult,
  KeyInUse,
  TelegramCalls,
  TelegramMethod,
  TelegramSession,
} from '../ports/telegram-gateway.ts';
import { retireKey } from './retire-key.ts';
import { contextOf, keyOf, saveProgress, type Turn } from './turn.ts';

type Answer<M extends TelegramMethod> = TelegramCalls[M]['answer'];
/** What came of a request, its migration followed if there was one. */
export type Asked<A> = Exclude<CallResult<A>, { kind: 'migrated' }> | { kind: 'second_migration' };
export type NotAnswered = Exclude<Asked<never>, { kind: 'answer' }>;

/**
 * One request on the attempt's key. Opens a key first if there is none; follows a migration once, and stores each
 * new key before anything is asked on it.
 */
export async function ask<M extends TelegramMethod>(
  turn: Turn,
  method: M,
  args: TelegramCalls[M]['args'],
): Promise<Asked<Answer<M>>> {
  const { session } = turn.signIn;
  const opened = session === null ? await openKey(turn, null) : ({ kind: 'ready', session } as const);
  if (opened.kind !== 'ready') return opened;
  const first = await call(turn, opened.session, method, args);
  if (first.kind !== 'migrated') return first;
  await takeKey(turn, { type: 'key_moved', session: first.session });
  const second = await call(turn, first.session, method, args);
  return second.kind === 'migrated' ? { kind: 'second_migration' } : second;
}

type Opened = { kind: 'ready'; session: TelegramSession } | NotAnswered;

/** A fresh key in a data centre (the default one if null), stored. The client of the key before it is closed first. */
export async function openKey(turn: Turn, dcId: number | null): Promise<Opened> {
  const { gateway } = turn.deps;
  const key = keyOf(turn.record);
  const before = turn.signIn.session;
  if (before !== null) await gateway.release(key);
  const opened = await gateway.openKey({ key, credentials: turn.signIn.credentials, dcId }, turn.signal);
  if (opened.kind !== 'opened') return opened;
  await takeKey(turn, { type: before === null ? 'key_opened' : 'key_moved', session: opened.session });
  return { kind: 'ready', session: opened.session };
}

async function takeKey(turn: Turn, event: Extract<SignInEvent, { session: TelegramSession }>): Promise<void> {
  const move = transition(turn.signIn, event, contextOf(turn));
  turn.signIn = move.signIn;
  for (const effect of move.effects) if (effect.type === 'retire_key') retireKey(turn, effect);
  await saveProgress(turn);
}

async function call<M extends TelegramMethod>(
  turn: Turn,
  session: TelegramSession,
  method: M,
  args: TelegramCalls[M]['args'],
): Promise<CallResult<Answer<M>>> {
  const { deps, record, signIn } = turn;
  const on: KeyInUse = { key: keyOf(record), credentials: signIn.credentials, session };
  const startedAt = performance.now();
  const result = await deps.gateway.call(on, method, args, turn.signal);
  deps.log[needsLookingAt(result) ? 'warn' : 'info']('telegram.call', {
    reference: record.reference,
    attemptId: record.id,
    command: turn.work,
    method,
    outcome: result.kind,
    ...(result.kind === 'refused' ? { error: loggable(result.error.name) } : {}),
    ms: Math.round(performance.now() - startedAt),
  });
  return result;
}

/** What only we can mend, and what nobody knows yet. */
const needsLookingAt = (result: CallResult<unknown>): boolean =>
  result.kind === 'refused' && (result.error.policy === 'operator' || result.error.code === 'telegram.unknown');

/** A name that comes from outside and is none could be anything. */
const loggable = (name: string): string => (/^\w{1,64}$/.test(name) ? name : 'malformed');
