import type { SignInEvent } from '../machine/events.ts';
import type { LoginTokenAnswer, SendCodeAnswer, TelegramMethod } from '../ports/telegram-gateway.ts';
import type { Asked, NotAnswered } from './ask.ts';

/** Answers of the gateway as events of the machine. */
export function notAnswered(asked: NotAnswered, method: TelegramMethod, phone: string | null): SignInEvent {
  switch (asked.kind) {
    case 'refused':
      return { type: 'refused', method, error: asked.error, phone };
    case 'unreachable':
      return { type: 'unreachable', phone };
    case 'unknown':
      return { type: 'unknown', method, phone };
    case 'second_migration':
      return { type: 'second_migration' };
  }
}

type CodeAnswer = SendCodeAnswer | { kind: 'email_code_sent'; pattern: string; length: number };

export function codeEvent(asked: Asked<CodeAnswer>, method: TelegramMethod, phone: string): SignInEvent {
  if (asked.kind !== 'answer') return notAnswered(asked, method, phone);
  const { answer } = asked;
  switch (answer.kind) {
    case 'code_sent':
      return { type: 'code_sent', phone, sent: answer };
    case 'email_required':
      return { type: 'email_required', phone, phoneCodeHash: answer.phoneCodeHash };
    case 'email_code_sent':
      return { type: 'email_code_sent', pattern: answer.pattern, length: answer.length };
    case 'payment_required':
      return { type: 'payment_required', phone };
    case 'sign_up_required':
      return { type: 'sign_up_required' };
    case 'authorized':
      return { type: 'authorized', account: answer.account, setUpPassword: answer.setUpPassword };
  }
}

type TokenAnswer = Exclude<LoginTokenAnswer, { kind: 'migrate' }>;

export function tokenEvent(asked: Asked<TokenAnswer>, method: TelegramMethod): SignInEvent {
  if (asked.kind !== 'answer') return notAnswered(asked, method, null);
  const { answer } = asked;
  return answer.kind === 'token'
    ? { type: 'token', token: answer.token, expiresAt: answer.expiresAt }
    : { type: 'authorized', account: answer.account, setUpPassword: answer.setUpPassword };
}
