import type { TlObject } from '../rpc.ts';
import type { Account } from '../state/accounts.ts';
import type { Authorization } from '../state/authorizations.ts';
import { serviceTime, type Call } from './call.ts';

function short(call: Call, update: TlObject): TlObject {
  return { _: 'updateShort', update, date: serviceTime(call, call.now) };
}

/** The human words that come with a 406, to the key that asked. */
export function pushNotification(call: Call, message: string): void {
  const update = {
    _: 'updateServiceNotification',
    popup: true,
    type: 'SIMULATED_NOTICE',
    message,
    media: { _: 'messageMediaEmpty' },
    entities: [],
  };
  call.telegram.push(call.context.authKeyId, short(call, update));
}

/** Tells a key that the QR token it shows was accepted. */
export function pushLoginToken(call: Call, authKeyId: string): void {
  call.telegram.push(authKeyId, short(call, { _: 'updateLoginToken' }));
}

/** Tells the person's phone and other devices that there is a new one. */
export function announceDevice(call: Call, account: Account, device: Authorization): void {
  const name = device.deviceModel;
  call.state.messages.add({
    phone: account.phone,
    kind: 'notice',
    text:
      `New login. We detected a login into your account from a new device: ${name}, Simulated City. ` +
      'If this wasn’t you, end it under Devices.',
    code: null,
    codeHash: null,
    at: call.now,
  });
  const update = {
    _: 'updateNewAuthorization',
    unconfirmed: true,
    hash: BigInt(device.hash),
    date: serviceTime(call, device.createdAt),
    device: name,
    location: 'Simulated City',
  };
  for (const other of call.state.authorizations.list(account.phone)) {
    if (other.authKeyId !== device.authKeyId && !other.passwordPending) {
      call.telegram.push(other.authKeyId, short(call, update));
    }
  }
}
