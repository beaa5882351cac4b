import { randomBytes } from 'node:crypto';
import type { Credentials } from '@botize/contract';
import type { CallResult, CodeSent, TelegramMethod } from '../ports/telegram-gateway.ts';
import { authorizedAs, type FakeAccount, type FakeKey, type FakeWorld, settleToken } from './fake-world.ts';
import { refusal } from './refusal.ts';

type Result = CallResult<unknown> | { kind: 'move'; dcId: number };
const answer = (value: unknown): Result => ({ kind: 'answer', answer: value });
const refused = (name: string, status = 400): Result => refusal(name, { status });

/** Telegram's side of each request, as far as a sign-in can tell. */
export function fakeMethods(world: FakeWorld) {
  const codeFor = (key: FakeKey, phone: string, { delivery }: FakeAccount): CodeSent => {
    const phoneCodeHash = `hash-${randomBytes(8).toString('hex')}`;
    world.hashes.set(phoneCodeHash, { phone, session: key.session });
    return { kind: 'code_sent', delivery, phoneCodeHash, next: { type: 'sms', afterSeconds: 60 } };
  };
  const sendCode = (key: FakeKey, phone: string): Result => {
    const account = world.accounts.get(phone);
    if (account === undefined) return refused('PHONE_NUMBER_INVALID');
    if (account.dcId !== key.dcId) return { kind: 'move', dcId: account.dcId };
    if (!account.needsEmail) return answer(codeFor(key, phone, account));
    const phoneCodeHash = `hash-${randomBytes(8).toString('hex')}`;
    world.hashes.set(phoneCodeHash, { phone, session: key.session });
    return answer({ kind: 'email_required', phoneCodeHash });
  };
  const enter = (key: FakeKey, account: FakeAccount): Result => {
    settleToken(key, account);
    return key.authorized === null ? refused('SESSION_PASSWORD_NEEDED', 401) : answer(authorizedAs(account));
  };
  const open = (key: FakeKey, args: { phone: string; phoneCodeHash: string }) => {
    const asked = world.hashes.get(args.phoneCodeHash);
    return asked?.phone === args.phone && asked.session === key.session ? world.accounts.get(args.phone) : undefined;
  };
  const exportToken = (key: FakeKey): Result => {
    if (key.awaitsPassword !== null) return refused('SESSION_PASSWORD_NEEDED', 401);
    if (key.authorized !== null) return answer(authorizedAs(key.authorized));
    const approved = [...world.tokens].find(([, shown]) => shown.session === key.session && shown.approvedBy !== null);
    if (approved?.[1].approvedBy)
      return answer({ kind: 'migrate', dcId: approved[1].approvedBy.dcId, token: approved[0] });
    const token = randomBytes(16).toString('base64url');
    world.tokens.set(token, { session: key.session, approvedBy: null });
    return answer({ kind: 'token', token, expiresAt: world.now() + world.tokenLifeMs });
  };
  const self = (key: FakeKey): Result => {
    if (key.authorized !== null) return answer({ account: key.authorized.account });
    return key.awaitsPassword === null
      ? refused('AUTH_KEY_UNREGISTERED', 401)
      : refused('SESSION_PASSWORD_NEEDED', 401);
  };
  const logOut = (key: FakeKey): Result => {
    const wasIn = key.authorized !== null;
    key.authorized = null;
    key.awaitsPassword = null;
    return wasIn ? answer({ kind: 'done' }) : refused('AUTH_KEY_UNREGISTERED', 401);
  };
  const signIn = (key: FakeKey, args: { phone: string; phoneCodeHash: string; code: string }): Result => {
    const account = open(key, args);
    if (account === undefined) return refused('PHONE_CODE_EXPIRED');
    if (account.code !== args.code) return refused('PHONE_CODE_INVALID');
    world.hashes.delete(args.phoneCodeHash);
    return enter(key, account);
  };
  const checkPassword = (key: FakeKey, password: string): Result => {
    const account = key.awaitsPassword;
    if (account === null) return refused('AUTH_KEY_UNREGISTERED', 401);
    if (account.password !== password) return refused('PASSWORD_HASH_INVALID');
    key.awaitsPassword = null;
    key.authorized = account;
    return answer(authorizedAs(account));
  };
  const resend = (key: FakeKey, args: { phone: string; phoneCodeHash: string }): Result => {
    const account = open(key, args);
    return account === undefined ? refused('PHONE_CODE_EXPIRED') : answer(codeFor(key, args.phone, account));
  };
  const verifyEmail = (key: FakeKey, args: { phone: string; phoneCodeHash: string; code: string }): Result => {
    const account = open(key, args);
    if (account === undefined) return refused('EMAIL_VERIFY_EXPIRED');
    return args.code === '555555' ? answer(codeFor(key, args.phone, account)) : refused('CODE_INVALID');
  };
  const importToken = (key: FakeKey, token: string): Result => {
    const account = world.tokens.get(token)?.approvedBy ?? null;
    return account === null ? refused('AUTH_TOKEN_INVALID') : enter(key, account);
  };

  return (key: FakeKey, method: TelegramMethod, args: object, { apiId }: Credentials): Result => {
    const given = args as { phone: string; phoneCodeHash: string; code: string; password: string; token: string };
    if (!world.apps.has(apiId)) return refused('API_ID_INVALID');
    switch (method) {
      case 'exportLoginToken':
        return exportToken(key);
      case 'importLoginToken':
        return importToken(key, given.token);
      case 'nearestCountry':
        return answer({ country: 'ES' });
      case 'sendCode':
        return sendCode(key, given.phone);
      case 'resendCode':
      case 'resetEmail':
        return resend(key, given);
      case 'cancelCode':
        world.hashes.delete(given.phoneCodeHash);
        return answer({ kind: 'done' });
      case 'signIn':
        return signIn(key, given);
      case 'sendEmailCode':
        return answer({ kind: 'email_code_sent', pattern: 'b***@example.com', length: 6 });
      case 'verifyEmail':
        return verifyEmail(key, given);
      case 'passwordHint':
        return answer({ hint: 'first pet' });
      case 'checkPassword':
        return checkPassword(key, given.password);
      case 'getSelf':
        return self(key);
      case 'logOut':
        return logOut(key);
    }
  };
}
