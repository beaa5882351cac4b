import { Api } from 'telegram';
import type { Authorized, TelegramAccount } from '../../ports/telegram-gateway.ts';
import { UnexpectedAnswer } from './unexpected-answer.ts';

const usernameOf = (user: Api.User): string | null =>
  user.username ?? user.usernames?.find((one) => one.active)?.username ?? null;

export function toAccount(user: Api.TypeUser | undefined): TelegramAccount {
  if (!(user instanceof Api.User)) throw new UnexpectedAnswer();
  return {
    id: user.id.toString(),
    name: [user.firstName, user.lastName].filter(Boolean).join(' '),
    username: usernameOf(user),
    phone: user.phone ? `+${user.phone.replace(/^\+/, '')}` : null,
  };
}

export function toAuthorized(authorization: Api.auth.TypeAuthorization): Authorized {
  if (!(authorization instanceof Api.auth.Authorization)) throw new UnexpectedAnswer();
  return {
    kind: 'authorized',
    account: toAccount(authorization.user),
    setUpPassword: authorization.setupPasswordRequired === true,
  };
}

/** What `signIn` and `sentCodeSuccess` bring: an account, or that the number has none yet. */
export const toSignedIn = (authorization: Api.auth.TypeAuthorization): Authorized | { kind: 'sign_up_required' } =>
  authorization instanceof Api.auth.AuthorizationSignUpRequired
    ? { kind: 'sign_up_required' }
    : toAuthorized(authorization);
