import { afterEach, beforeEach, expect, test } from 'vitest';
import { getSelf } from '../methods/testing/rig.ts';
import { createStand, network, type Stand } from './testing/stand.ts';

let stand: Stand;
const marta = '+34612345678';
beforeEach(async () => {
  stand = await createStand();
});
afterEach(() => stand.app.close());

test('tells its network and scenarios', async () => {
  expect((await stand.get('/network')).body).toEqual(network);
  expect((await stand.get('/connections')).body).toEqual({ keys: [{ authKeyId: 'a', now: 0, peak: 2 }] });
  expect((await stand.get('/scenarios')).body).toMatchObject({
    scenarios: expect.arrayContaining([expect.objectContaining({ name: 'frozen', number: '+9996620205' })]),
  });
});

test('takes faults, in order and as often as said', async () => {
  const slow = { type: 'slow', ms: 5 } as const;
  await stand.post('/faults', { kind: slow, method: 'auth.signIn', times: 2 });
  await stand.post('/faults', { kind: { type: 'black_hole' }, method: 'connect' });
  await stand.post('/faults', { kind: { type: 'mute' }, dcId: 3 });
  const { faults } = stand.rig.state;
  expect(faults.take({ method: 'auth.sendCode', dcId: 2 })).toBeNull();
  expect(faults.take({ method: 'auth.signIn', dcId: 3 })).toEqual(slow);
  expect(faults.take({ method: 'auth.signIn', dcId: 3 })).toEqual(slow);
  expect(faults.take({ method: 'connect', dcId: 3 })).toEqual({ type: 'black_hole' });
  expect(faults.take({ method: 'connect', dcId: 3 })).toBeNull();
  expect((await stand.get('/faults')).body).toMatchObject({ faults: [{ dcId: 3, kind: { type: 'mute' } }] });
  await stand.post('/faults', { kind: slow, method: 'auth.*' });
  expect(faults.take({ method: 'account.getPassword', dcId: 2 })).toBeNull();
  expect(faults.take({ method: 'auth.checkPassword', dcId: 2 })).toEqual(slow);
  await stand.post('/faults', { kind: slow, method: 'auth.signIn', apiId: 7 });
  expect(faults.take({ method: 'auth.signIn', dcId: 2, apiId: 8 })).toBeNull();
  expect(faults.take({ method: 'auth.signIn', dcId: 2 })).toBeNull();
  expect(faults.take({ method: 'auth.signIn', dcId: 2, apiId: 7 })).toEqual(slow);
  await stand.post('/faults', { kind: slow, dcId: 3 });
  await stand.send('DELETE', '/faults');
  expect(faults.list()).toEqual([]);
});

test.for([
  [{}],
  [{ kind: { type: 'rpc_error', code: 400 } }],
  [{ kind: { type: 'mute', ms: 4 } }],
  [{ kind: { type: 'nap' } }],
  [{ kind: { type: 'mute' }, times: 0 }],
])('%j is no fault', async ([body]) => {
  expect((await stand.post('/faults', body)).status).toBe(400);
});

test('sets its clock, country and times', async () => {
  expect((await stand.send('PUT', '/clock', { skewSeconds: -90 })).body).toEqual({ skewSeconds: -90 });
  expect(stand.rig.state.faults.clockSkewSeconds()).toBe(-90);
  expect((await stand.send('PUT', '/settings', { country: 'MA', loginTokenSeconds: 5 })).body).toMatchObject({
    country: 'MA',
    loginTokenSeconds: 5,
    codeSeconds: 300,
  });
  expect((await stand.send('PUT', '/settings', { country: 'Morocco' })).status).toBe(400);
});

test('registers apps', async () => {
  await stand.post('/apps', { apiId: 99, apiHash: 'a'.repeat(32) });
  expect(stand.rig.state.apps.judge(99, 'a'.repeat(32))).toBe('good');
  await stand.post('/apps', { apiId: 99, apiHash: 'a'.repeat(32), published: true });
  expect(stand.rig.state.apps.judge(99, 'a'.repeat(32))).toBe('published');
});

test('keeps a journal that can be read on from where one stopped', async () => {
  await stand.rig.refusal(getSelf);
  await stand.rig.sendCode(marta);
  const { entries } = (await stand.get('/journal?method=auth.sendCode')).body as { entries: { id: number }[] };
  expect(entries).toMatchObject([{ method: 'auth.sendCode', phone: marta, outcome: 'auth.sentCode' }]);
  await stand.rig.refusal(getSelf);
  expect((await stand.get(`/journal?since=${entries[0]?.id}`)).body).toMatchObject({
    entries: [{ method: 'users.getUsers' }],
  });
  expect((await stand.get('/journal?since=soon')).status).toBe(400);
});

test('starts over', async () => {
  expect((await stand.post('/reset')).status).toBe(204);
  expect(stand.resets()).toBe(1);
});
