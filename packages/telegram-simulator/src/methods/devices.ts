import { RpcError, type RpcResult, type TlObject } from '../rpc.ts';
import type { Authorization } from '../state/authorizations.ts';
import { serviceTime, type Call, type Methods, type SignedIn } from './call.ts';
import { longField } from './request-fields.ts';

export function authorizationOf(call: Call, device: Authorization): TlObject {
  const current = device.authKeyId === call.context.authKeyId;
  return {
    _: 'authorization',
    ...(current && { current: true }),
    ...(device.passwordPending && { password_pending: true }),
    ...(!device.confirmed && { unconfirmed: true }),
    hash: current ? 0n : BigInt(device.hash),
    device_model: device.deviceModel,
    platform: '',
    system_version: device.systemVersion,
    api_id: device.apiId,
    app_name: 'Simulated app',
    app_version: device.appVersion,
    date_created: serviceTime(call, device.createdAt),
    date_active: serviceTime(call, device.activeAt),
    ip: '127.0.0.1',
    country: 'Simulation',
    region: 'Simulated City',
  };
}

function getAuthorizations(call: Call): RpcResult {
  const { account } = call.user as SignedIn;
  const devices = call.state.authorizations.list(account.phone).map((device) => authorizationOf(call, device));
  return { _: 'account.authorizations', authorization_ttl_days: 180, authorizations: devices };
}

/** @throws RpcError HASH_INVALID for a device of somebody else, or none */
function otherDevice(call: Call): Authorization {
  const device = call.state.authorizations.findByHash(String(longField(call.request, 'hash')));
  if (device?.phone !== (call.user as SignedIn).account.phone) throw new RpcError(400, 'HASH_INVALID');
  return device;
}

function resetAuthorization(call: Call): RpcResult {
  call.state.authorizations.end(otherDevice(call).authKeyId, 'unregistered');
  call.state.changed();
  return true;
}

function changeAuthorizationSettings(call: Call): RpcResult {
  const device = otherDevice(call);
  if (call.request['confirmed'] === true) call.state.authorizations.confirm(device.authKeyId);
  call.state.changed();
  return true;
}

function logOut(call: Call): RpcResult {
  call.state.authorizations.end(call.context.authKeyId, null);
  call.state.changed();
  return { _: 'auth.loggedOut' };
}

export const deviceMethods: Methods = {
  'account.getAuthorizations': { access: 'user', evenFrozen: true, run: getAuthorizations },
  'account.resetAuthorization': { access: 'user', evenFrozen: true, run: resetAuthorization },
  'account.changeAuthorizationSettings': { access: 'user', evenFrozen: true, run: changeAuthorizationSettings },
  'auth.logOut': { access: 'pending', evenFrozen: true, run: logOut },
};
