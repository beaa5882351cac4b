import { afterEach, beforeEach, expect, test } from 'vitest';
import { getSelf } from '../methods/testing/rig.ts';
import { createStand, type Stand } from './testing/stand.ts';

let stand: Stand;
const marta = '+34612345678';
beforeEach(async () => {
  stand = await createStand();
});
afterEach(() => stand.app.close());

const path = `/accounts/${marta}/devices`;
beforeEach(async () => {
  for (const key of ['a', 'b'])
    await stand.rig.ask(stand.rig.signIn(marta, await stand.rig.sendCode(marta, { key })), { key });
});

test('the set of authorised keys', async () => {
  const { keys } = (await stand.get('/authorized-keys')).body as { keys: object[] };
  expect(keys).toEqual(
    expect.arrayContaining([
      { authKeyId: 'a', dcId: 2, phone: marta },
      { authKeyId: 'b', dcId: 2, phone: marta },
    ]),
  );
  expect(keys).toHaveLength(2);
});

test('a key that owes the password is not in it', async () => {
  const sent = await stand.rig.sendCode('+9996620202', { key: 'c' });
  await stand.rig.refusal(stand.rig.signIn('+9996620202', sent), { key: 'c' });
  expect((await stand.get('/authorized-keys')).body?.['keys']).toHaveLength(2);
});

test.for([
  ['', '401 AUTH_KEY_UNREGISTERED'],
  ['?as=revoked', '401 SESSION_REVOKED'],
  ['?as=duplicated', '406 AUTH_KEY_DUPLICATED'],
] as const)('one is ended %s', async ([query, answer]) => {
  expect((await stand.send('DELETE', `${path}/a${query}`)).status).toBe(204);
  expect(await stand.rig.refusal(getSelf)).toBe(answer);
  expect(await stand.rig.ask(getSelf, { key: 'b' })).toHaveLength(1);
  expect((await stand.send('DELETE', `${path}/a`)).status).toBe(404);
});

test('one is destroyed: the wire forgets it too', async () => {
  stand.rig.state.authKeys.save('a', 2, Buffer.alloc(256));
  await stand.send('DELETE', `${path}/a?as=destroyed`);
  expect(stand.rig.dropped).toEqual(['a']);
  expect(stand.rig.state.authKeys.find('a', 2)).toBeNull();
});

test('all are ended; an unknown way of ending is refused', async () => {
  expect((await stand.send('DELETE', `${path}?as=asleep`)).status).toBe(400);
  await stand.send('DELETE', path);
  expect((await stand.get('/authorized-keys')).body).toEqual({ keys: [] });
});

test('one is confirmed, another denied', async () => {
  expect((await stand.post(`${path}/a/confirm`)).status).toBe(204);
  expect((await stand.post(`${path}/b/deny`)).status).toBe(204);
  expect((await stand.get(`/accounts/${marta}`)).body).toMatchObject({
    devices: [{ authKeyId: 'a', confirmed: true }],
  });
  expect((await stand.post(`/accounts/+34600111741/devices/a/confirm`)).status).toBe(404);
});
