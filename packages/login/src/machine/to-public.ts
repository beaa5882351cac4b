import type { Account, Delivery, Issue, LoginAttempt, Qr, State } from '@botize/contract';
import type { SentDelivery, TelegramAccount } from '../ports/telegram-gateway.ts';
import type { AttemptRecord } from '../ports/vault.ts';
import { maskPhone } from './mask-phone.ts';
import type { OpenIssue, QrCode, SignInState } from './sign-in.ts';

export const timestamp = (at: number): string => new Date(at).toISOString();
const timestampOrNull = (at: number | null): string | null => (at === null ? null : timestamp(at));

/** What the owner of an attempt may see. Built field by field, so that nothing secret can slip through. */
export function toPublic(record: AttemptRecord): LoginAttempt {
  return {
    id: record.id,
    reference: record.reference,
    revision: record.revision,
    expiresAt: timestamp(record.expiresAt),
    connectionId: record.connectionId,
    state: publicState(record.signIn.state),
  };
}

function publicState(state: SignInState): State {
  switch (state.step) {
    case 'phone': {
      const { step, suggest, country, storedPhone } = state;
      const storedPhoneMasked = storedPhone === null ? null : maskPhone(storedPhone);
      return { step, issue: publicIssue(state.issue), suggest, country, storedPhoneMasked, qr: publicQr(state.qr) };
    }
    case 'code': {
      const { step, suggest, sent, triesLeft } = state;
      const resend = sent.next === null ? null : { type: sent.next.type, at: timestamp(sent.next.at) };
      const phoneMasked = maskPhone(sent.phone);
      const delivery = publicDelivery(sent.delivery);
      return { step, issue: publicIssue(state.issue), suggest, phoneMasked, delivery, resend, triesLeft };
    }
    case 'email':
      return { step: state.step, issue: publicIssue(state.issue), phoneMasked: maskPhone(state.phone) };
    case 'password': {
      const { step, hint, triesLeft } = state;
      return { step, issue: publicIssue(state.issue), hint, triesLeft };
    }
    case 'confirm_account': {
      const { step, found, expected } = state;
      return { step, issue: publicIssue(state.issue), found: publicAccount(found), expected: publicAccount(expected) };
    }
    case 'connected': {
      const { step, connectionId, outcome, account, advice } = state;
      return { step, connectionId, outcome, account: publicAccount(account), advice: [...advice] };
    }
    case 'failed': {
      const { step, code, retryAt, restart } = state;
      return { step, code, retryAt: timestampOrNull(retryAt), restart };
    }
    case 'cancelled':
    case 'expired':
      return { step: state.step };
  }
}

function publicIssue(issue: OpenIssue | null): Issue | null {
  if (issue === null) return null;
  const { code, retryAt, text, command } = issue;
  return {
    code,
    retryAt: timestampOrNull(retryAt),
    ...(text !== undefined && { text }),
    ...(command !== undefined && { command }),
  };
}

const publicQr = (qr: QrCode | null): Qr | null =>
  qr === null
    ? null
    : { url: `tg://login?token=${qr.token}`, urlExpiresAt: timestamp(qr.expiresAt), paused: qr.paused };

/** `phoneMasked` of a connection is stored; of an account just met it is made from the number. */
export const publicAccount = (account: TelegramAccount, phoneMasked = maskPhone(account.phone)): Account => ({
  id: account.id,
  name: account.name,
  username: account.username,
  phoneMasked,
});

function publicDelivery(delivery: SentDelivery): Delivery {
  switch (delivery.type) {
    case 'email_code': {
      const { type, pattern, length } = delivery;
      const resetAvailableAt = timestampOrNull(delivery.resetAvailableAt);
      return { type, pattern, length, resetAvailableAt, resetPendingAt: timestampOrNull(delivery.resetPendingAt) };
    }
    case 'app':
    case 'sms':
    case 'call':
    case 'firebase':
    case 'email_setup':
    case 'sms_word':
    case 'sms_phrase':
    case 'missed_call':
    case 'fragment':
    case 'unknown':
      return { ...delivery };
  }
}
