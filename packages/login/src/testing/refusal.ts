import { isMessageCode } from '@botize/contract';
import type { ErrorPolicy, TelegramError } from '../ports/telegram-gateway.ts';

const deadSession = new Set(['AUTH_KEY_UNREGISTERED', 'SESSION_REVOKED', 'SESSION_EXPIRED', 'AUTH_KEY_DUPLICATED']);
const cooldown = new Set(['PHONE_NUMBER_FLOOD', 'PHONE_PASSWORD_FLOOD']);

/** A refusal as the gateway would translate it. */
export function refusal(name: string, more: Partial<TelegramError> = {}): { kind: 'refused'; error: TelegramError } {
  const code = `telegram.${name.toLowerCase()}`;
  if (!isMessageCode(code)) throw new Error(`${name} is not in the catalogue`);
  const policy: ErrorPolicy = cooldown.has(name)
    ? 'cooldown-24h'
    : deadSession.has(name)
      ? 'dead-session'
      : 'retry-input';
  return { kind: 'refused', error: { name, status: 400, code, policy, waitSeconds: null, text: null, ...more } };
}
