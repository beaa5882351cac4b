import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStand, type Stand } from './testing/stand.ts';

let stand: Stand;
const marta = '+34612345678';
beforeEach(async () => {
  stand = await createStand();
});
afterEach(() => stand.app.close());

test('are made, changed and described', async () => {
  const made = await stand.post('/accounts', {
    phone: '34 600 000 001',
    firstName: 'Ana',
    dcId: 3,
    password: 'secret',
  });
  expect(made).toMatchObject({ status: 201, body: { phone: '+34600000001', dcId: 3, hasPassword: true, devices: [] } });
  const changed = await stand.post('/accounts', { phone: '+34600000001', lastName: 'Ruiz' });
  expect(changed).toMatchObject({ status: 200, body: { firstName: 'Ana', lastName: 'Ruiz', hasPassword: true } });
  const { body } = await stand.get('/accounts');
  expect(body?.['accounts']).toHaveLength(5);
});

test('take a scenario by its name, with what belongs to it', async () => {
  const { body } = await stand.post('/accounts', { phone: '+34600000002', scenario: 'frozen' });
  expect(body).toMatchObject({ scenario: 'frozen', status: 'frozen' });
  const named = await stand.post('/accounts', { phone: '+9996630214', scenario: 'right_to_left' });
  expect(named.body).toMatchObject({ firstName: 'ليلى', dcId: 3 });
  expect((await stand.post('/accounts', { phone: '+9996630000' })).body).toMatchObject({
    firstName: 'Test',
    lastName: '30000',
  });
  const second = await stand.post('/accounts', { phone: '+34600000003', scenario: 'email_and_password' });
  expect(second.body).toMatchObject({ password: 'correct horse', loginEmail: 'login@example.com' });
});

test.for([
  [{ phone: '12' }],
  [{ phone: marta, scenario: 'no such' }],
  [{ firstName: 'Nobody' }],
  [{ phone: marta, dcId: 4 }],
  [{ phone: marta, unheard: 1 }],
  [{ phone: marta, status: 'asleep' }],
])('%j is refused', async ([body]) => {
  expect((await stand.post('/accounts', body)).status).toBe(400);
});

test('show codes and messages, newest first', async () => {
  expect((await stand.get(`/accounts/${marta}/code`)).status).toBe(404);
  await stand.rig.sendCode(marta);
  const sent = await stand.rig.sendCode(marta);
  const code = (await stand.get(`/accounts/${marta}/code`)).body?.['code'];
  const shown = (await stand.get(`/accounts/${marta.slice(1)}`)).body;
  expect(shown).toMatchObject({
    messages: [{ code, codeStatus: 'live' }, { codeStatus: 'replaced' }],
    codes: [{ code }],
  });
  await stand.rig.ask(stand.rig.signIn(marta, sent, code as string));
  expect((await stand.get(`/accounts/${marta}`)).body).toMatchObject({
    messages: [{ kind: 'notice' }, { codeStatus: 'used' }, {}],
  });
  expect((await stand.get(`/accounts/${marta}/code`)).status).toBe(404);
  expect((await stand.get('/accounts/+34000000000')).status).toBe(404);
});

test('a code sent to a number that nobody has can be read', async () => {
  await stand.rig.sendCode('+34699999999');
  expect((await stand.get('/accounts')).body).toMatchObject({ unclaimed: ['+34699999999'] });
  expect((await stand.get('/accounts/+34699999999')).body).toMatchObject({
    phone: '+34699999999',
    messages: [{ kind: 'app' }],
  });
});

test('a code that was sent in a chat is good no more', async () => {
  const request = stand.rig.signIn(marta, await stand.rig.sendCode(marta));
  expect((await stand.post(`/accounts/${marta}/code/forwarded`)).status).toBe(204);
  expect(await stand.rig.refusal(request)).toBe('400 PHONE_CODE_EXPIRED');
  expect((await stand.post(`/accounts/${marta}/code/forwarded`)).status).toBe(404);
});

test('a cloud password is set and taken off', async () => {
  const set = await stand.post(`/accounts/${marta}/password`, { password: 'x', hint: 'y' });
  expect(set.body).toMatchObject({ hasPassword: true, hint: 'y' });
  expect(stand.rig.state.accounts.verifierOf(marta)).not.toBeNull();
  expect((await stand.post(`/accounts/${marta}/password`, { password: null })).body).toMatchObject({
    hasPassword: false,
  });
  expect(stand.rig.state.accounts.verifierOf(marta)).toBeNull();
  expect((await stand.post(`/accounts/${marta}/password`, {})).status).toBe(400);
});
