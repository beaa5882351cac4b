import type { RpcResult, TlObject } from '../rpc.ts';
import type { Account } from '../state/accounts.ts';
import type { Call, Methods, SignedIn } from './call.ts';
import { listField, longField } from './request-fields.ts';

export function userObject(account: Account, self: boolean): TlObject {
  return {
    _: 'user',
    ...(self && { self: true }),
    ...(account.status !== 'active' && account.status !== 'frozen' && { deleted: true }),
    id: BigInt(account.userId),
    access_hash: BigInt(account.accessHash),
    first_name: account.firstName,
    ...(account.lastName !== null && { last_name: account.lastName }),
    ...(account.username !== null && { username: account.username }),
    phone: account.phone.slice(1),
  };
}

function resolve(call: Call, input: TlObject): TlObject {
  const { account: self } = call.user as SignedIn;
  if (input._ === 'inputUserSelf') return userObject(self, true);
  const id = longField(input, 'user_id');
  const account = call.state.accounts.findByUserId(Number(id));
  return account ? userObject(account, account.phone === self.phone) : { _: 'userEmpty', id };
}

function getUsers(call: Call): RpcResult {
  return listField(call.request, 'id').map((input) => resolve(call, input as TlObject));
}

function getFullUser(call: Call): RpcResult {
  const user = resolve(call, call.request['id'] as TlObject);
  const fullUser = {
    _: 'userFull',
    id: user['id'],
    settings: { _: 'peerSettings' },
    notify_settings: { _: 'peerNotifySettings' },
    common_chats_count: 0,
  };
  return { _: 'users.userFull', full_user: fullUser, chats: [], users: [user] };
}

export const userMethods: Methods = {
  'users.getUsers': { access: 'user', run: getUsers },
  'users.getFullUser': { access: 'user', run: getFullUser },
};
