import { beforeEach, expect, test } from 'vitest';
import { phoneCall } from './handler.ts';
import { acceptToken } from './login-token.ts';
import { createRig, credentials, getSelf, type Rig } from './testing/rig.ts';

let rig: Rig;
const marta = '+34612345678';
const karim = '+212600000873';
const exportToken = { _: 'auth.exportLoginToken', ...credentials, except_ids: [] };
beforeEach(async () => {
  rig = await createRig();
});

function approve(token: unknown, phone: string): void {
  const account = rig.state.accounts.find(phone);
  if (!account) throw new Error(`Nobody has ${phone}`);
  acceptToken(phoneCall(rig.telegram), (token as Buffer).toString('base64url'), account);
}

test('checks the credentials without any number', async () => {
  expect(await rig.refusal({ ...exportToken, api_hash: '0'.repeat(32) })).toBe('400 API_ID_INVALID');
  expect(await rig.refusal({ ...exportToken, api_id: 4 })).toBe('400 API_ID_PUBLISHED_FLOOD');
  expect(await rig.ask(exportToken)).toMatchObject({
    _: 'auth.loginToken',
    expires: Date.UTC(2026, 10, 22, 10) / 1000 + 30,
  });
});

test('an approved token signs its key in, tells it so, and says the same when asked again', async () => {
  const { token } = await rig.ask(exportToken);
  approve(token, marta);
  expect(rig.pushed[0]).toMatchObject({ key: 'a', updates: { update: { _: 'updateLoginToken' } } });
  expect(await rig.ask(getSelf)).toMatchObject([{ first_name: 'Marta' }]);
  expect(await rig.ask(exportToken)).toMatchObject({
    _: 'auth.loginTokenSuccess',
    authorization: { user: { first_name: 'Marta' } },
  });
});

test('a cloud password is still owed after the approval', async () => {
  const { token } = await rig.ask(exportToken, { dcId: 1 });
  approve(token, karim);
  expect(await rig.refusal(exportToken, { dcId: 1 })).toBe('401 SESSION_PASSWORD_NEEDED');
  expect(await rig.refusal(getSelf, { dcId: 1 })).toBe('401 SESSION_PASSWORD_NEEDED');
});

test('an account elsewhere sends the client there, where the token works once', async () => {
  const { token } = await rig.ask(exportToken);
  rig.state.accounts.setPassword(karim, null);
  approve(token, karim);
  const migrate = await rig.ask(exportToken);
  expect(migrate).toMatchObject({ _: 'auth.loginTokenMigrateTo', dc_id: 1 });
  expect(await rig.refusal(getSelf)).toBe('401 AUTH_KEY_UNREGISTERED');
  const importToken = { _: 'auth.importLoginToken', token: migrate['token'] };
  expect(await rig.refusal(importToken, { key: 'b', dcId: 3 })).toBe('answered auth.loginTokenMigrateTo');
  expect(await rig.refusal(importToken, { key: 'b', dcId: 1 })).toBe('answered auth.loginTokenSuccess');
  expect(await rig.refusal(importToken, { key: 'c', dcId: 1 })).toBe('400 AUTH_TOKEN_INVALIDX');
  expect(rig.state.authorizations.list().map(({ authKeyId }) => authKeyId)).toEqual(['b']);
});

test('tokens expire, and cannot be accepted twice or by an excepted account', async () => {
  const { token } = await rig.ask(exportToken);
  approve(token, marta);
  expect(() => approve(token, marta)).toThrow('AUTH_TOKEN_ALREADY_ACCEPTED');
  const userId = BigInt(rig.state.accounts.find(marta)?.userId ?? 0);
  const excepting = await rig.ask({ ...exportToken, except_ids: [userId] }, { key: 'b' });
  expect(() => approve(excepting['token'], marta)).toThrow('AUTH_TOKEN_EXCEPTION');
  const late = await rig.ask(exportToken, { key: 'c' });
  rig.pass(30_000);
  expect(() => approve(late['token'], marta)).toThrow('AUTH_TOKEN_EXPIRED');
  expect(await rig.refusal({ _: 'auth.importLoginToken', token: late['token'] })).toBe('400 AUTH_TOKEN_EXPIRED');
});

test('a token that was left behind can be approved while it lives', async () => {
  const left = await rig.ask(exportToken);
  rig.pass(29_000);
  await rig.ask(exportToken);
  approve(left['token'], marta);
  expect(rig.state.authorizations.list().map(({ authKeyId }) => authKeyId)).toEqual(['a']);
});

test('another device of the account can accept too', async () => {
  await rig.ask(rig.signIn(marta, await rig.sendCode(marta, { key: 'phone' })), { key: 'phone' });
  const { token } = await rig.ask(exportToken);
  const accept = { _: 'auth.acceptLoginToken', token };
  expect(await rig.refusal(accept, { key: 'stranger' })).toBe('401 AUTH_KEY_UNREGISTERED');
  expect(await rig.ask(accept, { key: 'phone' })).toMatchObject({ _: 'authorization', unconfirmed: true });
  expect(await rig.ask(getSelf)).toHaveLength(1);
});
