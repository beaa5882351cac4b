import { Api } from 'telegram';
import type { LoginTokenAnswer } from '../../ports/telegram-gateway.ts';
import { toAuthorized } from './account.ts';
import { fromServerDate, type Times } from './delivery.ts';
import { UnexpectedAnswer } from './unexpected-answer.ts';

/** An answer of `exportLoginToken` and `importLoginToken`. */
export function toLoginTokenAnswer(answer: Api.auth.TypeLoginToken, times: Times): LoginTokenAnswer {
  if (answer instanceof Api.auth.LoginToken) {
    return {
      kind: 'token',
      token: answer.token.toString('base64url'),
      expiresAt: fromServerDate(answer.expires, times),
    };
  }
  if (answer instanceof Api.auth.LoginTokenMigrateTo) {
    return { kind: 'migrate', dcId: answer.dcId, token: answer.token.toString('base64url') };
  }
  if (answer instanceof Api.auth.LoginTokenSuccess) return toAuthorized(answer.authorization);
  throw new UnexpectedAnswer();
}
