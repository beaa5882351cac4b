import * as z from 'zod/mini';
import { telegramErrorNames } from './telegram-codes.ts';

/** Codes of our own. Together with Telegram's they are the one vocabulary of issues, failures and problems. */
export const ownCodes = [
  'request.invalid',
  'request.origin',
  'request.media_type',
  'request.too_large',
  'request.key',
  'request.scope',
  'request.not_found',
  'request.method_not_allowed',
  'session.none',
  'session.dev_disabled',
  'session.forbidden',
  'link.used',
  'link.expired',
  'link.return_url',
  'link.code_invalid',
  'link.no_host',
  'attempt.none',
  'attempt.not_found',
  'attempt.open',
  'attempt.stale_revision',
  'attempt.command_not_allowed',
  'attempt.interrupted',
  'attempt.tries_exhausted',
  'attempt.consent_outdated',
  'attempt.resend_too_early',
  'connection.not_found',
  'connection.leased',
  'connection.no_stored_credentials',
  'lease.held',
  'lease.not_found',
  'lease.not_redeemed',
  'lease.unusable',
  'support.person_not_found',
  'limit.codes_for_number',
  'limit.codes_for_user',
  'limit.number_busy',
  'limit.number_cooling_down',
  'limit.tries_for_number',
  'limit.requests',
  'server.busy',
  'server.draining',
  'server.internal',
  'server.not_dialling',
  'server.storage',
  'telegram.unreachable',
  'telegram.unknown',
  'telegram.second_migration',
  'telegram.payment_required',
] as const;

export type OwnCode = (typeof ownCodes)[number];
export type TelegramCode = `telegram.${(typeof telegramErrorNames)[number]}`;

/** Every code that may reach a person; a locale without a sentence for one fails the type check. */
export type MessageCode = OwnCode | TelegramCode;

export const messageCodes: readonly MessageCode[] = [
  ...ownCodes,
  ...telegramErrorNames.map((name): TelegramCode => `telegram.${name}`),
];

const known: ReadonlySet<string> = new Set(messageCodes);
export const isMessageCode = (code: string): code is MessageCode => known.has(code);

export const MessageCode = z.custom<MessageCode>((value) => typeof value === 'string' && isMessageCode(value));

/** What is wrong with one field of a request; the browser has a sentence for each. */
export const fieldErrorCodes = ['required', 'format', 'range', 'unknown_member', 'type'] as const;
export const FieldErrorCode = z.enum(fieldErrorCodes);
export type FieldErrorCode = z.infer<typeof FieldErrorCode>;
