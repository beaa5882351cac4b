import { beforeEach, expect, test } from 'vitest';
import { createRig, getSelf, type Rig } from './testing/rig.ts';

let rig: Rig;
const marta = '+34612345678';
beforeEach(async () => {
  rig = await createRig();
});

test('the right code signs the key in, once', async () => {
  const sent = await rig.sendCode(marta);
  const request = rig.signIn(marta, sent);
  expect(await rig.refusal(getSelf)).toBe('401 AUTH_KEY_UNREGISTERED');
  const answer = await rig.ask(request);
  expect(answer).toMatchObject({
    _: 'auth.authorization',
    user: { first_name: 'Marta', phone: '34612345678', self: true },
  });
  expect(answer).not.toHaveProperty('setup_password_required');
  expect(await rig.ask(getSelf)).toMatchObject([{ username: 'marta_gimenez' }]);
  expect(await rig.refusal(request)).toBe('400 PHONE_CODE_EXPIRED');
});

test('a code belongs to the auth key that asked for it', async () => {
  const sent = await rig.sendCode(marta, { key: 'a' });
  expect(await rig.refusal(rig.signIn(marta, sent), { key: 'b' })).toBe('400 PHONE_CODE_EXPIRED');
  expect(await rig.refusal(rig.signIn(marta, sent), { key: 'a' })).toBe('answered auth.authorization');
});

test('the codes of two keys do not disturb each other, a second one on the same key does', async () => {
  const first = await rig.sendCode(marta, { key: 'a' });
  const code = rig.state.codes.find(first['phone_code_hash'] as string)?.code;
  await rig.sendCode(marta, { key: 'b' });
  expect(rig.state.codes.find(first['phone_code_hash'] as string)?.status).toBe('live');
  await rig.sendCode(marta, { key: 'a' });
  expect(await rig.refusal(rig.signIn(marta, first, code))).toBe('400 PHONE_CODE_EXPIRED');
});

test('wrong, empty, missing and late codes are told apart', async () => {
  const sent = await rig.sendCode('+9996620000');
  const tryCode = (code: string) => rig.refusal(rig.signIn('+9996620000', sent, code));
  expect(await tryCode('12345')).toBe('400 PHONE_CODE_INVALID');
  expect(await rig.refusal({ ...rig.signIn('+9996620000', sent), phone_code: '' })).toBe('400 PHONE_CODE_EMPTY');
  expect(await rig.refusal(rig.signIn('+9996620000', { _: 'no code' }))).toBe('400 PHONE_CODE_HASH_EMPTY');
  rig.pass(300_000);
  expect(await tryCode('22222')).toBe('400 PHONE_CODE_EXPIRED');
});

test('after twenty wrong tries the right code is too late', async () => {
  const sent = await rig.sendCode('+9996620000');
  for (let each = 0; each < 20; each += 1) await rig.refusal(rig.signIn('+9996620000', sent, '00000'));
  expect(await rig.refusal(rig.signIn('+9996620000', sent, '22222'))).toBe('400 PHONE_CODE_EXPIRED');
});

test('a number that nobody has is asked to sign up', async () => {
  const sent = await rig.sendCode('+34699999999');
  expect(await rig.refusal(rig.signIn('+34699999999', sent))).toBe('answered auth.authorizationSignUpRequired');
  expect(rig.state.authorizations.list()).toEqual([]);
});

test('words are taken as they are typed: in capitals, with spaces around', async () => {
  const sent = await rig.sendCode('+9996620103');
  expect(await rig.refusal(rig.signIn('+9996620103', sent, ' Three  quiet BOATS '))).toBe(
    'answered auth.authorization',
  );
});

test('other devices hear of a new one, and the phone shows it', async () => {
  await rig.ask(rig.signIn(marta, await rig.sendCode(marta, { key: 'a' })), { key: 'a' });
  await rig.ask(rig.signIn(marta, await rig.sendCode(marta, { key: 'b' })), { key: 'b' });
  expect(rig.pushed).toHaveLength(1);
  expect(rig.pushed[0]).toMatchObject({
    key: 'a',
    updates: { _: 'updateShort', update: { _: 'updateNewAuthorization', unconfirmed: true, device: 'Rig' } },
  });
  expect(rig.state.messages.list(marta, 1)[0]).toMatchObject({ kind: 'notice', text: expect.stringContaining('Rig') });
});
