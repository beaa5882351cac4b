import { Api } from 'telegram';
import type { NextDeliveryType, SentDelivery } from '../../ports/telegram-gateway.ts';

/** Our clock and how far Telegram's is ahead of it, both in milliseconds. */
export interface Times {
  now: number;
  serverAheadMs: number;
}

/** A moment that Telegram gives as unix seconds of its clock, on ours. */
export const fromServerDate = (seconds: number, { serverAheadMs }: Times): number =>
  Math.round(seconds * 1000 - serverAheadMs);

const isFragment = (url: string): boolean => {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  return parsed?.protocol === 'https:' && parsed.host === 'fragment.com' && parsed.username === '';
};

function toEmailCode(type: Api.auth.SentCodeTypeEmailCode, times: Times): SentDelivery {
  const { resetAvailablePeriod: period, resetPendingDate: pending } = type;
  return {
    type: 'email_code',
    pattern: type.emailPattern,
    length: type.length,
    resetAvailableAt: typeof period === 'number' ? times.now + period * 1000 : null,
    resetPendingAt: typeof pending === 'number' ? fromServerDate(pending, times) : null,
  };
}

/** Where the code went. Flash calls are never enabled by us, so one that comes is as unknown as a new type. */
export function toDelivery(type: Api.auth.TypeSentCodeType, times: Times): SentDelivery {
  if (type instanceof Api.auth.SentCodeTypeApp) return { type: 'app', length: type.length };
  if (type instanceof Api.auth.SentCodeTypeSms) return { type: 'sms', length: type.length };
  if (type instanceof Api.auth.SentCodeTypeCall) return { type: 'call', length: type.length };
  if (type instanceof Api.auth.SentCodeTypeFirebaseSms) return { type: 'firebase', length: type.length };
  if (type instanceof Api.auth.SentCodeTypeSmsWord) return { type: 'sms_word', beginning: type.beginning ?? null };
  if (type instanceof Api.auth.SentCodeTypeSmsPhrase) return { type: 'sms_phrase', beginning: type.beginning ?? null };
  if (type instanceof Api.auth.SentCodeTypeEmailCode) return toEmailCode(type, times);
  if (type instanceof Api.auth.SentCodeTypeMissedCall) {
    return { type: 'missed_call', prefix: type.prefix, length: type.length };
  }
  if (type instanceof Api.auth.SentCodeTypeFragmentSms && isFragment(type.url)) {
    return { type: 'fragment', url: type.url, length: type.length };
  }
  return { type: 'unknown' };
}

export function toNextDelivery(type: Api.auth.TypeCodeType): NextDeliveryType {
  if (type instanceof Api.auth.CodeTypeSms) return 'sms';
  if (type instanceof Api.auth.CodeTypeCall) return 'call';
  if (type instanceof Api.auth.CodeTypeMissedCall) return 'missed_call';
  if (type instanceof Api.auth.CodeTypeFragmentSms) return 'fragment';
  return 'unknown';
}
