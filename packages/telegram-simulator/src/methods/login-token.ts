import { RpcError, type RpcResult, type TlObject } from '../rpc.ts';
import type { Account } from '../state/accounts.ts';
import type { LoginToken } from '../state/login-tokens.ts';
import { serviceTime, type Call, type Methods, type SignedIn } from './call.ts';
import { checkCredentials } from './credentials.ts';
import { authorizationOf } from './devices.ts';
import { pushLoginToken } from './notices.ts';
import { bytesField, listField } from './request-fields.ts';
import { admit, authorizationObject, signInUser } from './sign-in-user.ts';

function exportLoginToken(call: Call): RpcResult {
  checkCredentials(call);
  const { state, context, now, request } = call;
  const signedIn = alreadyAccepted(call);
  if (signedIn) return signedIn;
  const token = state.loginTokens.create({
    authKeyId: context.authKeyId,
    dcId: context.dcId,
    apiId: request['api_id'] as number,
    deviceName: context.client?.deviceModel ?? 'Unknown',
    exceptIds: JSON.stringify(listField(request, 'except_ids').map(String)),
    createdAt: now,
    expiresAt: now + 1000 * state.settings.read().loginTokenSeconds,
  });
  state.changed();
  return { _: 'auth.loginToken', expires: serviceTime(call, token.expiresAt), token: tokenBytes(token) };
}

function tokenBytes(token: LoginToken): Buffer {
  return Buffer.from(token.token, 'base64url');
}

/** What a key hears that asks again after its token was accepted. */
function alreadyAccepted(call: Call): TlObject | null {
  const { state, context } = call;
  const authorization = state.authorizations.find(context.authKeyId);
  if (authorization?.passwordPending) throw new RpcError(401, 'SESSION_PASSWORD_NEEDED');
  const account = authorization && state.accounts.find(authorization.phone);
  if (account) return { _: 'auth.loginTokenSuccess', authorization: authorizationObject(account) };
  const elsewhere = state.loginTokens.acceptedOn(context.authKeyId, call.now);
  const owner = elsewhere?.acceptedBy && state.accounts.find(elsewhere.acceptedBy);
  if (!elsewhere || !owner || owner.dcId === context.dcId) return null;
  return { _: 'auth.loginTokenMigrateTo', dc_id: owner.dcId, token: tokenBytes(elsewhere) };
}

/** On the data centre of the account that accepted: signs the new key in, once. */
function importLoginToken(call: Call): RpcResult {
  const token = liveToken(call, bytesField(call.request, 'token').toString('base64url'));
  const account = token.acceptedBy === null ? null : call.state.accounts.find(token.acceptedBy);
  if (!account) throw new RpcError(400, 'AUTH_TOKEN_INVALID');
  if (account.dcId !== call.context.dcId) {
    return { _: 'auth.loginTokenMigrateTo', dc_id: account.dcId, token: tokenBytes(token) };
  }
  call.state.loginTokens.remove(token.token);
  return { _: 'auth.loginTokenSuccess', authorization: signInUser(call, account) };
}

/** @throws RpcError AUTH_TOKEN_INVALIDX, AUTH_TOKEN_EXPIRED */
function liveToken(call: Call, text: string): LoginToken {
  const token = call.state.loginTokens.find(text);
  if (!token) throw new RpcError(400, 'AUTH_TOKEN_INVALIDX');
  if (token.expiresAt <= call.now) throw new RpcError(400, 'AUTH_TOKEN_EXPIRED');
  return token;
}

/**
 * The account accepts the token (base64url). On its own data centre the key is signed in there and then; another
 * one's key is only told where to go. @throws RpcError AUTH_TOKEN_*
 */
export function acceptToken(call: Call, text: string, account: Account): void {
  const { state } = call;
  const token = liveToken(call, text);
  if (token.acceptedBy !== null) throw new RpcError(400, 'AUTH_TOKEN_ALREADY_ACCEPTED');
  const except = JSON.parse(token.exceptIds) as string[];
  if (except.includes(String(account.userId))) throw new RpcError(400, 'AUTH_TOKEN_EXCEPTION');
  state.loginTokens.accept(token.token, account.phone);
  const { authKeyId, dcId } = token;
  if (account.dcId === dcId) {
    const client = state.authKeys.recall(authKeyId, dcId)?.client ?? null;
    admit(call, account, { authKeyId, dcId, client: client ?? anonymousClient(token) });
  }
  pushLoginToken(call, authKeyId);
  state.changed();
}

function anonymousClient({ apiId, deviceName }: LoginToken) {
  return { apiId, deviceModel: deviceName, systemVersion: '', appVersion: '', langCode: 'en' };
}

function acceptLoginToken(call: Call): RpcResult {
  const { account } = call.user as SignedIn;
  const text = bytesField(call.request, 'token').toString('base64url');
  acceptToken(call, text, account);
  const token = call.state.loginTokens.find(text);
  const device = token && call.state.authorizations.find(token.authKeyId);
  return authorizationOf(call, device ?? (call.user as SignedIn).authorization);
}

export const loginTokenMethods: Methods = {
  'auth.exportLoginToken': { access: 'anyone', run: exportLoginToken },
  'auth.importLoginToken': { access: 'anyone', run: importLoginToken },
  'auth.acceptLoginToken': { access: 'user', run: acceptLoginToken },
};
