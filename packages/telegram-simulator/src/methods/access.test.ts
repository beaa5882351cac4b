import { beforeEach, expect, test } from 'vitest';
import type { EndReason } from '../state/authorizations.ts';
import type { AccountStatus } from '../state/accounts.ts';
import { createRig, getSelf, sendCodeTo, type Rig } from './testing/rig.ts';

let rig: Rig;
const marta = '+34612345678';
beforeEach(async () => {
  rig = await createRig();
  await rig.ask(rig.signIn(marta, await rig.sendCode(marta)));
});

test.for<[EndReason, string, string]>([
  ['unregistered', '401 AUTH_KEY_UNREGISTERED', 'answered auth.sentCode'],
  ['revoked', '401 SESSION_REVOKED', 'answered auth.sentCode'],
  ['expired', '401 SESSION_EXPIRED', 'answered auth.sentCode'],
  ['duplicated', '406 AUTH_KEY_DUPLICATED', '406 AUTH_KEY_DUPLICATED'],
])('a key ended as %s is answered %s', async ([reason, answer, sendCode]) => {
  rig.state.authorizations.end('a', reason);
  expect(await rig.refusal(getSelf)).toBe(answer);
  expect(await rig.refusal(sendCodeTo(marta))).toBe(sendCode);
});

test('signing in again makes a good key of an ended one', async () => {
  rig.state.authorizations.end('a', 'revoked');
  await rig.ask(rig.signIn(marta, await rig.sendCode(marta)));
  expect(await rig.ask(getSelf)).toHaveLength(1);
});

test.for<[AccountStatus, string]>([
  ['frozen', '420 FROZEN_METHOD_INVALID'],
  ['deactivated', '401 USER_DEACTIVATED'],
  ['banned', '401 USER_DEACTIVATED_BAN'],
])('of a %s account: %s', async ([status, answer]) => {
  rig.state.accounts.save({ phone: marta, dcId: 2, firstName: 'Marta', status }, 0);
  expect(await rig.refusal(getSelf)).toBe(answer);
});

test('a frozen account can still log out, and learns since when it is frozen', async () => {
  rig.state.accounts.save({ phone: marta, dcId: 2, firstName: 'Marta', status: 'frozen' }, 0);
  const config = await rig.ask({ _: 'help.getAppConfig', hash: 0 });
  expect(JSON.stringify(config)).toContain('freeze_since_date');
  expect(await rig.refusal({ _: 'auth.logOut' })).toBe('answered auth.loggedOut');
});

test('a request that is not simulated is refused, and journalled like all others', async () => {
  expect(await rig.refusal({ _: 'auth.signUp' })).toBe('400 INPUT_METHOD_INVALID');
  expect(await rig.refusal({ _: 'auth.signUp' }, { key: 'b' })).toBe('401 AUTH_KEY_UNREGISTERED');
  expect(
    rig.state.journal
      .list({ method: 'auth.signUp' })
      .map(({ authKeyId, phone, outcome }) => [authKeyId, phone, outcome]),
  ).toEqual([
    ['a', marta, 'INPUT_METHOD_INVALID'],
    ['b', null, 'AUTH_KEY_UNREGISTERED'],
  ]);
});

test('logging out is noted under the number that it ended', async () => {
  await rig.ask({ _: 'auth.logOut' });
  expect(rig.state.journal.list({ method: 'auth.logOut' })).toMatchObject([
    { phone: marta, outcome: 'auth.loggedOut' },
  ]);
});
