import type { Advice, MessageCode } from '@botize/contract';
import type {
  CodeSent,
  TelegramAccount,
  TelegramError,
  TelegramMethod,
  TelegramSession,
} from '../ports/telegram-gateway.ts';

/** Why a probe was made; its outcome means something different each time. */
export type ProbeReason =
  /** The answer to a request that may authorise was lost. */
  | 'answer_lost'
  /** The server died between the request and its result. */
  | 'interrupted'
  /** Telegram says that the code has expired: perhaps because it was accepted. */
  | 'code_expired'
  /** A QR token of this key may have been approved before a number was typed. */
  | 'before_code'
  | 'attempt_expired';

export type ProbeOutcome =
  | { kind: 'authorized'; account: TelegramAccount }
  | { kind: 'password_needed' }
  | { kind: 'not_authorized' }
  | { kind: 'unknown' };

/** What has happened: an answer of Telegram, a decision of the user, or something of our own. */
export type SignInEvent =
  | { type: 'code_sent'; phone: string; sent: CodeSent }
  | { type: 'email_required'; phone: string; phoneCodeHash: string }
  | { type: 'email_code_sent'; pattern: string; length: number }
  | { type: 'payment_required'; phone: string }
  | { type: 'sign_up_required' }
  | { type: 'authorized'; account: TelegramAccount; setUpPassword: boolean }
  | { type: 'token'; token: string; expiresAt: number }
  | { type: 'refused'; method: TelegramMethod; error: TelegramError; phone: string | null }
  | { type: 'unreachable'; phone: string | null }
  | { type: 'unknown'; method: TelegramMethod; phone: string | null }
  | { type: 'second_migration' }
  /** The key is another one now: the old one knows nothing of this sign-in but its QR tokens. */
  | { type: 'key_moved'; session: TelegramSession }
  | { type: 'key_opened'; session: TelegramSession }
  | { type: 'hint'; hint: string | null }
  | { type: 'probed'; reason: ProbeReason; outcome: ProbeOutcome }
  /** A limit of our own refused before Telegram was asked. */
  | { type: 'held_back'; code: MessageCode; retryAt: number | null; phone: string | null }
  /** What a limit of our own held back is possible again. */
  | { type: 'limit_cleared' }
  | { type: 'phone_wanted' }
  | { type: 'qr_paused' }
  | { type: 'account_kept' }
  | { type: 'account_discarded' }
  | {
      type: 'finished';
      connectionId: string;
      outcome: 'created' | 'reconnected';
      account: TelegramAccount;
      advice: Advice[];
    }
  | { type: 'cancelled' }
  | { type: 'expired' };

export type EventOf<T extends SignInEvent['type']> = Extract<SignInEvent, { type: T }>;
