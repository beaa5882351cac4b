import { beforeEach, expect, test } from 'vitest';
import type { TlObject } from '../rpc.ts';
import { createRig, getSelf, type Rig } from './testing/rig.ts';

let rig: Rig;
const marta = '+34612345678';
beforeEach(async () => {
  rig = await createRig();
});

test('tells where the data centres are, which is near, and what time it is', async () => {
  const config = await rig.ask({ _: 'help.getConfig' }, { dcId: 3 });
  expect(config).toMatchObject({ this_dc: 3, date: Date.UTC(2026, 10, 22, 10) / 1000 });
  expect(config['dc_options']).toMatchObject([
    { id: 1, ip_address: '127.0.0.1', port: 4431 },
    { id: 2, port: 4432 },
    { id: 3, port: 4433 },
  ]);
  expect(await rig.ask({ _: 'help.getNearestDc' })).toMatchObject({ country: 'ES', nearest_dc: 2 });
  rig.state.settings.write({ country: 'MA', clockSkewSeconds: -60 });
  expect(await rig.ask({ _: 'help.getNearestDc' })).toMatchObject({ country: 'MA' });
  expect(await rig.ask({ _: 'help.getConfig' })).toMatchObject({ date: Date.UTC(2026, 10, 22, 10) / 1000 - 60 });
});

test('devices: listed, confirmed and ended from another one, but only of the same account', async () => {
  await rig.ask(rig.signIn(marta, await rig.sendCode(marta, { key: 'a' })), { key: 'a' });
  await rig.ask(rig.signIn(marta, await rig.sendCode(marta, { key: 'b' })), { key: 'b' });
  const { authorizations } = await rig.ask({ _: 'account.getAuthorizations' });
  const other = (authorizations as TlObject[]).find((device) => device['current'] !== true);
  expect(other).toMatchObject({ unconfirmed: true, device_model: 'Rig', api_id: 12_345 });
  const hash = other?.['hash'];
  await rig.ask({ _: 'account.changeAuthorizationSettings', hash, confirmed: true });
  expect(rig.state.authorizations.find('b')?.confirmed).toBe(true);
  await rig.ask({ _: 'account.resetAuthorization', hash });
  expect(await rig.refusal(getSelf, { key: 'b' })).toBe('401 AUTH_KEY_UNREGISTERED');
  expect(await rig.refusal({ _: 'account.resetAuthorization', hash })).toBe('400 HASH_INVALID');
});

test('users: oneself, others, nobody', async () => {
  await rig.ask(rig.signIn(marta, await rig.sendCode(marta)));
  const elena = rig.state.accounts.find('+34600111741');
  const id = [
    { _: 'inputUserSelf' },
    { _: 'inputUser', user_id: BigInt(elena?.userId ?? 0), access_hash: 0n },
    { _: 'inputUser', user_id: 5n, access_hash: 0n },
  ];
  expect(await rig.ask({ _: 'users.getUsers', id })).toMatchObject([
    { _: 'user', self: true },
    { _: 'user', first_name: 'Elena' },
    { _: 'userEmpty', id: 5n },
  ]);
  const full = await rig.ask({ _: 'users.getFullUser', id: { _: 'inputUserSelf' } });
  expect(full).toMatchObject({ users: [{ first_name: 'Marta' }] });
});

test.for(['updates.getState', 'updates.getDifference', 'messages.getDialogs', 'account.updateStatus'])(
  '%s has an answer for who is signed in',
  async (method) => {
    expect(await rig.refusal({ _: method })).toBe('401 AUTH_KEY_UNREGISTERED');
    await rig.ask(rig.signIn(marta, await rig.sendCode(marta)));
    expect(await rig.refusal({ _: method })).toMatch(/^answered /);
  },
);
