import type { Advice, CommandType, Credentials, Issue, MessageCode, Step } from '@botize/contract';
import type { NextDeliveryType, SentDelivery, TelegramAccount, TelegramSession } from '../ports/telegram-gateway.ts';

/** Times in here are epoch milliseconds; the public projection (to-public.ts) turns them into timestamps. */
export interface OpenIssue {
  code: MessageCode;
  retryAt: number | null;
  text?: Issue['text'];
  /** What it answers: a wait is a wait for that command only. */
  command?: CommandType;
}

/** A code request that is open at Telegram. `phoneCodeHash` is secret. */
export interface SentCode {
  phone: string;
  phoneCodeHash: string;
  delivery: SentDelivery;
  next: { type: NextDeliveryType; at: number } | null;
}

/** `token` is base64url and secret; `watching`: a key that this token may authorise is held by the attempt. */
export interface QrCode {
  token: string;
  expiresAt: number;
  paused: boolean;
}

export type SignInState =
  | {
      step: 'phone';
      issue: OpenIssue | null;
      suggest: 'qr' | null;
      country: string | null;
      /** A number we already know (reconnect, or the one typed before). E.164, secret. */
      storedPhone: string | null;
      qr: QrCode | null;
    }
  | { step: 'code'; issue: OpenIssue | null; suggest: 'qr' | null; sent: SentCode; triesLeft: number }
  | { step: 'email'; issue: OpenIssue | null; phone: string; phoneCodeHash: string }
  | { step: 'password'; issue: OpenIssue | null; hint: string | null; triesLeft: number }
  | {
      step: 'confirm_account';
      issue: OpenIssue | null;
      found: TelegramAccount;
      expected: TelegramAccount;
      advice: Advice[];
    }
  | {
      step: 'connected';
      connectionId: string;
      outcome: 'created' | 'reconnected';
      account: TelegramAccount;
      advice: Advice[];
    }
  | { step: 'failed'; code: MessageCode; retryAt: number | null; restart: 'credentials' | 'phone' | null }
  | { step: 'cancelled' }
  | { step: 'expired' };

export type SignInStateOf<S extends Step> = Extract<SignInState, { step: S }>;

/** Everything secret about a sign-in. Stored only inside an envelope, erased when the attempt ends. */
export interface SignIn {
  credentials: Credentials;
  /** The key that this sign-in runs on; null only once it has been handed to a connection or retired. */
  session: TelegramSession | null;
  /** Token of the credentials check, kept for an immediate `show_qr`. */
  spareToken: { token: string; expiresAt: number } | null;
  /** Latest expiry of any QR token ever shown for this key: until 10 s later a late approval may come. */
  lastTokenExpiresAt: number | null;
  /** The number in use: of the connection to be reconnected, or the last one typed. E.164, secret. */
  phone: string | null;
  /** Telegram's guess from the caller's address, to prefill the form. */
  country: string | null;
  state: SignInState;
}
