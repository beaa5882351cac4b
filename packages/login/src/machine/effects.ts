import type { Advice } from '@botize/contract';
import type { TelegramAccount, TelegramSession } from '../ports/telegram-gateway.ts';
import type { RetiredKey } from '../ports/vault.ts';
import type { ProbeReason } from './events.ts';
import type { SignIn } from './sign-in.ts';

/** What the machine wants done. It does nothing itself; verbs/perform.ts does, and reports back with events. */
export type Effect =
  /** Best effort, on this key, before it is retired. */
  | { type: 'cancel_code'; session: TelegramSession; phone: string; phoneCodeHash: string }
  | { type: 'retire_key'; session: TelegramSession; reason: RetiredKey['reason']; notBefore: number }
  | { type: 'probe'; reason: ProbeReason }
  | { type: 'fetch_hint' }
  /** Write the connection; answered by `finished`. */
  | { type: 'finish'; account: TelegramAccount; advice: Advice[] }
  | { type: 'count_wrong_try'; phone: string | null }
  | { type: 'block_number'; phone: string; until: number }
  /** The request may still have happened: whoever comes next probes first. */
  | { type: 'keep_intent' };

export interface Context {
  /** Epoch milliseconds. */
  now: number;
  /** The account that a reconnect has to meet. */
  expected: TelegramAccount | null;
}

export interface Move {
  signIn: SignIn;
  effects: Effect[];
}
