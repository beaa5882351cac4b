import { Api } from 'telegram';
import type { SendCodeAnswer } from '../../ports/telegram-gateway.ts';
import { toSignedIn } from './account.ts';
import { toDelivery, toNextDelivery, type Times } from './delivery.ts';
import { UnexpectedAnswer } from './unexpected-answer.ts';

/** An answer of `sendCode`, `resendCode` and `resetLoginEmail`. */
export function toSendCodeAnswer(sent: Api.auth.TypeSentCode, times: Times): SendCodeAnswer {
  if (sent instanceof Api.auth.SentCodeSuccess) return toSignedIn(sent.authorization);
  if (!(sent instanceof Api.auth.SentCode)) throw new UnexpectedAnswer();
  const { type, phoneCodeHash, nextType, timeout } = sent;
  if (type instanceof Api.auth.SentCodeTypeSetUpEmailRequired) return { kind: 'email_required', phoneCodeHash };
  return {
    kind: 'code_sent',
    delivery: toDelivery(type, times),
    phoneCodeHash,
    next: nextType ? { type: toNextDelivery(nextType), afterSeconds: timeout ?? 0 } : null,
  };
}

/** An answer of `verifyEmail` while a login email is set up: the code that was sent then. */
export function toEmailVerified(verified: Api.account.TypeEmailVerified, times: Times): SendCodeAnswer {
  if (!(verified instanceof Api.account.EmailVerifiedLogin)) throw new UnexpectedAnswer();
  return toSendCodeAnswer(verified.sentCode, times);
}

/** `auth.sentCodePaymentRequired` of the layers that came after ours, which GramJS can't read. */
const paymentRequiredIds: ReadonlySet<number> = new Set([0xd7a2fcf9, 0xd7cef980, 0xe0955a3c, 0xf8827ebf]);

/** What GramJS throws for a constructor it doesn't know may still be an answer. */
export function readUnknownSentCode(error: unknown): SendCodeAnswer {
  const id = error instanceof Error && 'invalidConstructorId' in error ? error.invalidConstructorId : null;
  if (typeof id === 'number' && paymentRequiredIds.has(id >>> 0)) return { kind: 'payment_required' };
  throw error;
}
