import { afterEach, beforeEach, expect, test } from 'vitest';
import { credentials, getSelf } from '../methods/testing/rig.ts';
import { createStand, type Stand } from './testing/stand.ts';

let stand: Stand;
const marta = '+34612345678';
beforeEach(async () => {
  stand = await createStand();
});
afterEach(() => stand.app.close());

const exportToken = { _: 'auth.exportLoginToken', ...credentials, except_ids: [] };

test('a live token is approved by its address', async () => {
  await stand.rig.ask(exportToken);
  const { tokens } = (await stand.get('/qr')).body as { tokens: { url: string; deviceName: string }[] };
  expect(tokens).toMatchObject([{ deviceName: 'Rig', dcId: 2 }]);
  const url = tokens[0]?.url;
  expect((await stand.post('/qr/approve', { url, phone: '+34000000000' })).status).toBe(404);
  expect((await stand.post('/qr/approve', { url, phone: marta })).status).toBe(204);
  expect(await stand.rig.ask(getSelf)).toHaveLength(1);
  expect((await stand.get('/qr')).body).toEqual({ tokens: [] });
  expect(await stand.post('/qr/approve', { url, phone: marta })).toMatchObject({
    status: 409,
    body: { message: 'AUTH_TOKEN_ALREADY_ACCEPTED' },
  });
});

test('a test number may approve before it ever signed in', async () => {
  const { token } = await stand.rig.ask(exportToken);
  const text = (token as Buffer).toString('base64url');
  expect((await stand.post('/qr/approve', { token: text, phone: '+9996620000' })).status).toBe(204);
});

test('a refused one can no longer be approved', async () => {
  const { token } = await stand.rig.ask(exportToken);
  const text = (token as Buffer).toString('base64url');
  expect((await stand.post('/qr/refuse', { token: text })).status).toBe(204);
  expect((await stand.post('/qr/approve', { token: text, phone: marta })).status).toBe(409);
});
