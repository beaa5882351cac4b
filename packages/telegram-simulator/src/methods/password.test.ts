import { createVerifier } from '../state/srp.ts';
import { beforeEach, expect, test } from 'vitest';
import { checkPasswordRequest, proofRequest } from './testing/proof.ts';
import { createRig, getSelf, type Rig } from './testing/rig.ts';

let rig: Rig;
const phone = '+9996620202';
beforeEach(async () => {
  rig = await createRig();
  const sent = await rig.sendCode(phone);
  expect(await rig.refusal(rig.signIn(phone, sent))).toBe('401 SESSION_PASSWORD_NEEDED');
});

test('between code and password the key can do nothing else', async () => {
  expect(await rig.refusal(getSelf)).toBe('401 SESSION_PASSWORD_NEEDED');
  expect(rig.state.authorizations.list().map(({ passwordPending }) => passwordPending)).toEqual([true]);
  expect(await rig.ask({ _: 'account.getPassword' })).toMatchObject({ has_password: true, hint: 'a battery staple' });
  expect(await rig.refusal({ _: 'account.getPassword' }, { key: 'b' })).toBe('401 AUTH_KEY_UNREGISTERED');
});

test('the right password completes the sign-in', async () => {
  const answer = await rig.ask(await checkPasswordRequest(rig, 'correct horse'));
  expect(answer).toMatchObject({ _: 'auth.authorization', user: { phone: '9996620202' } });
  expect(await rig.ask(getSelf)).toHaveLength(1);
});

test('a wrong one does not, and each try needs fresh parameters', async () => {
  const wrong = await checkPasswordRequest(rig, 'Correct horse');
  expect(await rig.refusal(wrong)).toBe('400 PASSWORD_HASH_INVALID');
  expect(await rig.refusal(wrong)).toBe('400 SRP_ID_INVALID');
  expect(await rig.refusal(await checkPasswordRequest(rig, 'correct horse'))).toBe('answered auth.authorization');
});

test('a proof is no good on another key', async () => {
  const proof = await checkPasswordRequest(rig, 'correct horse');
  const sent = await rig.sendCode(phone, { key: 'b' });
  await rig.refusal(rig.signIn(phone, sent), { key: 'b' });
  expect(await rig.refusal(proof, { key: 'b' })).toBe('400 SRP_ID_INVALID');
});

test('a password that changed meanwhile is told', async () => {
  const parameters = await rig.ask({ _: 'account.getPassword' });
  rig.state.accounts.setPassword(phone, { text: 'new', hint: null, verifier: await createVerifier('new') });
  expect(await rig.refusal(await proofRequest(parameters, 'correct horse'))).toBe('400 SRP_PASSWORD_CHANGED');
  expect(await rig.refusal(await checkPasswordRequest(rig, 'new'))).toBe('answered auth.authorization');
});

test('a password that was taken off meanwhile is needed no more', async () => {
  rig.state.accounts.setPassword(phone, null);
  expect(await rig.ask({ _: 'account.getPassword' })).not.toHaveProperty('has_password');
  const empty = { _: 'auth.checkPassword', password: { _: 'inputCheckPasswordEmpty' } };
  expect(await rig.refusal(empty)).toBe('answered auth.authorization');
});

test('a sign-in that waits for the password can be given up', async () => {
  expect((await rig.ask({ _: 'auth.logOut' }))._).toBe('auth.loggedOut');
  expect(await rig.refusal({ _: 'account.getPassword' })).toBe('401 AUTH_KEY_UNREGISTERED');
});
