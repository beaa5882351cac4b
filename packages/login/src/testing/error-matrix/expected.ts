import type { MessageCode, Step } from '@botize/contract';
import type { TelegramError, TelegramMethod } from '../../ports/telegram-gateway.ts';
import type { DocumentedError } from './documented-errors.ts';
import { waitSeconds } from './documented-errors.ts';

/** What has to come of a refusal, as far as it matters to the person. */
export interface Outcome {
  step: Step;
  /** Of the issue or the failure; `same`: the error's own; null: it is no trouble at all. */
  code: MessageCode | 'same' | null;
  waitsSeconds?: number;
  suggest?: 'qr';
  restart?: 'credentials' | 'phone' | null;
  triesLeft?: number;
  /** The key is given up, so that the next request makes a fresh one. */
  keyRetired?: boolean;
  /** How often the request is made in all (once, unless said otherwise). */
  requests?: number;
  /** Telegram is asked whether the sign-in has happened all the same. */
  probed?: boolean;
}

const daySeconds = 86_400;
const named = (...names: string[]) => new Set(names);
const badCredentials = named('API_ID_INVALID', 'CONNECTION_API_ID_INVALID', 'API_ID_PUBLISHED_FLOOD');
const accountClosed = named('USER_DEACTIVATED', 'USER_DEACTIVATED_BAN', 'FROZEN_METHOD_INVALID');
const codeIsOver = named(
  'PHONE_CODE_EXPIRED',
  'PHONE_CODE_HASH_EMPTY',
  'CODE_HASH_INVALID',
  'PHONE_HASH_EXPIRED',
  'EMAIL_HASH_EXPIRED',
  'EMAIL_VERIFY_EXPIRED',
);
const qrHelps = named(
  'SEND_CODE_UNAVAILABLE',
  'SMS_CODE_CREATE_FAILED',
  'PHONE_PASSWORD_PROTECTED',
  'PHONE_NUMBER_APP_SIGNUP_FORBIDDEN',
);
const wrongCode = named('PHONE_CODE_INVALID', 'PHONE_CODE_EMPTY', 'CODE_INVALID');
const staleProof = named('SRP_ID_INVALID', 'SRP_PASSWORD_CHANGED');
const provesCode = named('signIn', 'verifyEmail');
const mayAuthorize = named('signIn', 'verifyEmail', 'checkPassword', 'exportLoginToken', 'importLoginToken');

/** By the design's table: first what an error's name says, then its policy. */
export function expectedOutcome(step: Step, method: TelegramMethod, { name, policy, status }: TelegramError): Outcome {
  if (badCredentials.has(name)) return { step: 'failed', code: 'same', restart: 'credentials', keyRetired: true };
  if (accountClosed.has(name)) return { step: 'failed', code: 'same', restart: null, keyRetired: true };
  if (name === 'PHONE_NUMBER_UNOCCUPIED') return { step: 'failed', code: 'same', restart: 'phone', keyRetired: true };
  if (name === 'SESSION_PASSWORD_NEEDED') return { step: 'password', code: null };
  if (name === 'PHONE_NUMBER_INVALID') return { step: 'phone', code: 'same' };
  if (name === 'AUTH_KEY_UNREGISTERED') return { step: 'phone', code: 'same' };
  if (name === 'PASSWORD_HASH_INVALID') return { step, code: 'same', triesLeft: 4 };
  if (wrongCode.has(name) && provesCode.has(method)) return { step, code: 'same', triesLeft: 4 };
  if (codeIsOver.has(name)) return codeOver(step, method);
  if (staleProof.has(name)) return { step, code: 'same', requests: 2 };
  if (qrHelps.has(name)) return { step, code: 'same', suggest: 'qr' };
  if (policy === 'restart-qr') return { step, code: 'same', ...(step === 'phone' && { suggest: 'qr' }) };
  const isNewEmailRefused = method === 'verifyEmail' && (name === 'EMAIL_INVALID' || name === 'EMAIL_NOT_ALLOWED');
  if (isNewEmailRefused) return { step: 'email', code: 'same' };
  if (policy === 'dead-session' || name === 'AUTH_KEY_EMPTY') return { step: 'phone', code: 'same', keyRetired: true };
  if (policy === 'retry-bounded' || policy === 'auto-retry' || Math.abs(status) >= 500)
    return { step, code: 'attempt.interrupted', probed: mayAuthorize.has(method) };
  if (policy === 'cooldown-24h') return { step, code: 'same', waitsSeconds: daySeconds };
  if (/_WAIT$|_TOO_FRESH$/.test(name)) return { step, code: 'same', waitsSeconds: waitSeconds };
  return { step, code: 'same' };
}

function codeOver(step: Step, method: TelegramMethod): Outcome {
  if (step === 'password') return { step, code: 'same' };
  if (step === 'code' && method !== 'verifyEmail')
    return { step: 'phone', code: 'telegram.phone_code_expired', probed: true };
  return { step: 'phone', code: 'same' };
}

/** Those that lead to another data centre reach no person: they are followed. */
export const isFollowed = ({ error }: DocumentedError): boolean => /^(PHONE|NETWORK|USER)_MIGRATE_/.test(error);
