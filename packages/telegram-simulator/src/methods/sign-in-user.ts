import { RpcError, type TlObject } from '../rpc.ts';
import { scenarioNamed } from '../scenarios.ts';
import type { Account } from '../state/accounts.ts';
import type { Call } from './call.ts';
import { announceDevice } from './notices.ts';
import { userObject } from './users.ts';

export function authorizationObject(account: Account): TlObject {
  const { reloginDays } = scenarioNamed(account.scenario);
  return {
    _: 'auth.authorization',
    ...(reloginDays !== undefined &&
      account.password === null && { setup_password_required: true, otherwise_relogin_days: reloginDays }),
    user: userObject(account, true),
  };
}

function grant(call: Call, account: Account, passwordPending: boolean, key: Key): void {
  const { phone } = account;
  const { authorizations } = call.state;
  const device = authorizations.grant({ ...key, phone, passwordPending, now: call.now });
  if (!passwordPending) announceDevice(call, account, device);
  call.state.changed();
}

interface Key {
  authKeyId: string;
  dcId: number;
  client: Call['context']['client'];
}

/** Signs a key in as far as the account lets it: wholly, or up to the cloud password. */
export function admit(call: Call, account: Account, key: Key = call.context): 'authorized' | 'password_needed' {
  const owesPassword = account.password !== null;
  grant(call, account, owesPassword, key);
  return owesPassword ? 'password_needed' : 'authorized';
}

/** The same for the key that asks. @throws RpcError SESSION_PASSWORD_NEEDED */
export function signInUser(call: Call, account: Account): TlObject {
  if (admit(call, account) === 'password_needed') throw new RpcError(401, 'SESSION_PASSWORD_NEEDED');
  return authorizationObject(account);
}

/** After the cloud password was proved. */
export function completeSignIn(call: Call, account: Account): TlObject {
  grant(call, account, false, call.context);
  return authorizationObject(account);
}
