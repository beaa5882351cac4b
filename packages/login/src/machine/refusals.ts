import type { TelegramError } from '../ports/telegram-gateway.ts';
import type { OpenIssue } from './sign-in.ts';

/** What a refusal means to a sign-in; the step decides what follows from it. */
export type RefusalKind =
  | 'password_needed'
  | 'bad_credentials'
  | 'cooldown'
  | 'not_authorized'
  | 'dead_key'
  | 'wrong_code'
  | 'wrong_password'
  | 'code_expired'
  | 'no_account'
  | 'account_closed'
  | 'bad_number'
  | 'bad_email'
  | 'try_qr'
  | 'doubtful'
  | 'other';

const kinds: Readonly<Record<string, RefusalKind>> = {
  SESSION_PASSWORD_NEEDED: 'password_needed',
  API_ID_INVALID: 'bad_credentials',
  CONNECTION_API_ID_INVALID: 'bad_credentials',
  API_ID_PUBLISHED_FLOOD: 'bad_credentials',
  AUTH_KEY_UNREGISTERED: 'not_authorized',
  AUTH_KEY_EMPTY: 'dead_key',
  PHONE_CODE_INVALID: 'wrong_code',
  PHONE_CODE_EMPTY: 'wrong_code',
  CODE_INVALID: 'wrong_code',
  CODE_EMPTY: 'wrong_code',
  PASSWORD_HASH_INVALID: 'wrong_password',
  PHONE_CODE_EXPIRED: 'code_expired',
  PHONE_CODE_HASH_EMPTY: 'code_expired',
  CODE_HASH_INVALID: 'code_expired',
  PHONE_HASH_EXPIRED: 'code_expired',
  EMAIL_HASH_EXPIRED: 'code_expired',
  EMAIL_VERIFY_EXPIRED: 'code_expired',
  PHONE_NUMBER_UNOCCUPIED: 'no_account',
  USER_DEACTIVATED: 'account_closed',
  USER_DEACTIVATED_BAN: 'account_closed',
  FROZEN_METHOD_INVALID: 'account_closed',
  PHONE_NUMBER_INVALID: 'bad_number',
  EMAIL_INVALID: 'bad_email',
  EMAIL_NOT_ALLOWED: 'bad_email',
  SEND_CODE_UNAVAILABLE: 'try_qr',
  SMS_CODE_CREATE_FAILED: 'try_qr',
  PHONE_PASSWORD_PROTECTED: 'try_qr',
  PHONE_NUMBER_APP_SIGNUP_FORBIDDEN: 'try_qr',
};

export function kindOf(error: TelegramError): RefusalKind {
  const named = Object.hasOwn(kinds, error.name) ? kinds[error.name] : undefined;
  if (named !== undefined) return named;
  if (error.policy === 'cooldown-24h') return 'cooldown';
  if (error.policy === 'dead-session') return 'dead_key';
  if (isDoubtful(error)) return 'doubtful';
  return 'other';
}

/** An error on Telegram's side says nothing about whether the request took effect. */
const isDoubtful = ({ status, policy }: TelegramError): boolean =>
  status >= 500 || status <= -500 || policy === 'retry-bounded' || policy === 'auto-retry';

const daySeconds = 86_400;

export function issueOf(error: TelegramError, now: number): OpenIssue {
  const wait = error.waitSeconds ?? (error.policy === 'cooldown-24h' ? daySeconds : null);
  const issue: OpenIssue = { code: error.code, retryAt: wait === null ? null : now + wait * 1000 };
  return error.text === null ? issue : { ...issue, text: error.text.slice(0, 500) };
}
