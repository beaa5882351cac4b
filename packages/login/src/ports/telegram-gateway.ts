import type { Credentials, MessageCode } from '@botize/contract';

/**
 * MTProto auth material of one key: data centre, address, 256-byte key, as GramJS's StringSession text.
 * SECRET: it is the account, or becomes it. Never empty, never logged, stored only inside an envelope.
 */
export type TelegramSession = string;

/** The key a request runs on. Who calls holds the exclusive lease of `key` (two connections on one key kill it). */
export interface KeyInUse {
  /** Names the warm client: `attempt:<id>`, `connection:<id>` or `retired:<id>`. */
  key: string;
  credentials: Credentials;
  session: TelegramSession;
}

/** An account as Telegram tells it. `phone` is E.164 and secret. */
export interface TelegramAccount {
  id: string;
  name: string;
  username: string | null;
  phone: string | null;
}

export type NextDeliveryType = 'sms' | 'call' | 'missed_call' | 'fragment' | 'unknown';

/** Times are epoch milliseconds. Field names as in the contract's `Delivery`. */
export type SentDelivery =
  | { type: 'app' | 'sms' | 'call' | 'firebase'; length: number }
  | {
      type: 'email_code';
      pattern: string;
      length: number;
      resetAvailableAt: number | null;
      resetPendingAt: number | null;
    }
  | { type: 'email_setup'; pattern: string; length: number }
  | { type: 'sms_word' | 'sms_phrase'; beginning: string | null }
  | { type: 'missed_call'; prefix: string; length: number }
  | { type: 'fragment'; url: string; length: number }
  | { type: 'unknown' };

export interface Authorized {
  kind: 'authorized';
  account: TelegramAccount;
  /** Telegram recommends a cloud password (`setup_password_required`). */
  setUpPassword: boolean;
}
export interface CodeSent {
  kind: 'code_sent';
  delivery: SentDelivery;
  /** Secret: with the code it signs in. */
  phoneCodeHash: string;
  /** What `resendCode` would use, and after how many seconds from now. */
  next: { type: NextDeliveryType; afterSeconds: number } | null;
}
export type SendCodeAnswer =
  | CodeSent
  | Authorized
  | { kind: 'email_required'; phoneCodeHash: string }
  | { kind: 'payment_required' }
  | { kind: 'sign_up_required' };
export type LoginTokenAnswer =
  /** `token` is base64url and secret while it lives; `expiresAt` is epoch milliseconds. */
  { kind: 'token'; token: string; expiresAt: number } | { kind: 'migrate'; dcId: number; token: string } | Authorized;

/** One request of Telegram's sign-in, with its answer's shape under the same name. */
export interface TelegramCalls {
  /** Also the check of the pair of credentials: needs no phone number. */
  exportLoginToken: { args: object; answer: LoginTokenAnswer };
  importLoginToken: { args: { token: string }; answer: LoginTokenAnswer };
  /** ISO country of the caller's address, or null. */
  nearestCountry: { args: object; answer: { country: string | null } };
  sendCode: { args: { phone: string }; answer: SendCodeAnswer };
  resendCode: { args: { phone: string; phoneCodeHash: string }; answer: SendCodeAnswer };
  cancelCode: { args: { phone: string; phoneCodeHash: string }; answer: { kind: 'done' } };
  /** `by` email: the code went to the login email. */
  signIn: {
    args: { phone: string; phoneCodeHash: string; code: string; by: 'phone' | 'email' };
    answer: Authorized | { kind: 'sign_up_required' };
  };
  sendEmailCode: {
    args: { phone: string; phoneCodeHash: string; email: string };
    answer: { kind: 'email_code_sent'; pattern: string; length: number };
  };
  verifyEmail: { args: { phone: string; phoneCodeHash: string; code: string }; answer: SendCodeAnswer };
  resetEmail: { args: { phone: string; phoneCodeHash: string }; answer: SendCodeAnswer };
  passwordHint: { args: object; answer: { hint: string | null } };
  /** Fetches fresh SRP parameters each time; the password is passed on verbatim. */
  checkPassword: { args: { password: string }; answer: Authorized };
  /** The probe: is this key authorised, and as whom? */
  getSelf: { args: object; answer: { account: TelegramAccount } };
  logOut: { args: object; answer: { kind: 'done' } };
}
export type TelegramMethod = keyof TelegramCalls;

/** What to do about an error; from the table in gramjs/rpc-errors.ts. */
export type ErrorPolicy =
  | 'retry-input'
  | 'next-step'
  | 'restart'
  | 'restart-qr'
  | 'auto-retry'
  | 'auto-retry-once'
  | 'retry-after'
  | 'retry-later'
  | 'cooldown-24h'
  | 'retry-bounded'
  | 'stop'
  | 'dead-session'
  | 'operator';

export interface TelegramError {
  /** As on the wire, the number taken out: `FLOOD_WAIT_%d` is `FLOOD_WAIT`. */
  name: string;
  status: number;
  code: MessageCode;
  policy: ErrorPolicy;
  /** The number in the name, when it is a wait. */
  waitSeconds: number | null;
  /** Telegram's own words to people, only with 406. */
  text: string | null;
}

export type CallResult<Answer> =
  | { kind: 'answer'; answer: Answer }
  | { kind: 'refused'; error: TelegramError }
  /** The request was not carried out and another data centre is in charge. Save the new session, then repeat once. */
  | { kind: 'migrated'; session: TelegramSession; dcId: number }
  /** Nothing was sent. */
  | { kind: 'unreachable' }
  /** Sent (or perhaps sent), and no answer: it may have happened. Probe with `getSelf`. */
  | { kind: 'unknown' };

export interface TelegramGateway {
  /**
   * Makes a fresh auth key in a data centre (the network's default if null) and nothing else: it can't be authorised
   * before the caller has stored it. The client stays warm under `key`.
   */
  openKey(
    at: { key: string; credentials: Credentials; dcId: number | null },
    signal?: AbortSignal,
  ): Promise<
    { kind: 'opened'; session: TelegramSession } | { kind: 'unreachable' } | { kind: 'refused'; error: TelegramError }
  >;

  /** One request under the deadline. Never throws for anything that Telegram or the network does. */
  call<M extends TelegramMethod>(
    on: KeyInUse,
    method: M,
    args: TelegramCalls[M]['args'],
    signal?: AbortSignal,
  ): Promise<CallResult<TelegramCalls[M]['answer']>>;

  /**
   * Keeps the key's client alive and calls back on each `updateLoginToken` (somebody approved the QR) and on
   * `lost` (the connection is gone: the caller decides). Resolves to a function that stops watching.
   */
  watchLoginToken(on: KeyInUse, listener: (event: 'approved' | 'lost') => void): Promise<() => void>;

  /** Hex of the auth key's id in wire order: what the simulator and the oracle call `authKeyId`. Not secret. */
  authKeyId(session: TelegramSession): string;

  /** Discards the warm client, if any; resolves when its socket is gone. */
  release(key: string): Promise<void>;

  /** Discards all clients and stops the workers. */
  close(): Promise<void>;
}
