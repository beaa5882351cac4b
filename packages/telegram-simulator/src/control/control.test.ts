import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRig, credentials, getSelf, type Rig } from '../methods/testing/rig.ts';
import type { SimulatedNetwork } from '../network.ts';
import { buildControl } from './server.ts';

let rig: Rig;
let app: FastifyInstance;
let resets: number;
const marta = '+34612345678';
const network: SimulatedNetwork = { name: 'simulator', defaultDataCenter: 2, dataCenters: [], publicKeys: ['pem'] };

beforeEach(async () => {
  rig = await createRig();
  resets = 0;
  const reset = async (): Promise<void> => void (resets += 1);
  app = buildControl({ telegram: rig.telegram, network: () => network, wizardUrl: 'http://localhost:3000', reset });
});
afterEach(() => app.close());

async function send(method: InjectOptions['method'], path: string, body?: object, headers: object = {}) {
  const request = { method: method ?? 'GET', url: `/control${path}`, headers: { host: '127.0.0.1:3001', ...headers } };
  const response = await app.inject(body ? { ...request, payload: body } : request);
  return { status: response.statusCode, body: response.body === '' ? null : response.json<Record<string, unknown>>() };
}
const get = (path: string) => send('GET', path);
const post = (path: string, body: object = {}) => send('POST', path, body);

describe('who may ask', () => {
  test.for(['evil.example', '192.168.0.1:3001', 'localhost.evil.example', 'not a host'])('not by the name %j', async (host) => {
    expect((await send('GET', '/health', undefined, { host })).status).toBe(403);
  });
  test.for(['localhost:3001', '127.0.0.1', '[::1]:3001'])('by the name %s', async (host) => {
    expect(await send('GET', '/health', undefined, { host })).toEqual({ status: 200, body: { status: 'ok' } });
  });
  test.for([
    ['http://evil.example', 403], ['null', 403], ['http://127.0.0.1:3000', 403], ['http://127.0.0.1:3001', 204],
  ] as const)('changes from a page of %s: %d', async ([origin, status]) => {
    expect((await send('DELETE', '/faults', undefined, { origin })).status).toBe(status);
  });
});

describe('accounts', () => {
  test('are made, changed and described', async () => {
    const made = await post('/accounts', { phone: '34 600 000 001', firstName: 'Ana', dcId: 3, password: 'secret' });
    expect(made).toMatchObject({ status: 201, body: { phone: '+34600000001', dcId: 3, hasPassword: true, devices: [] } });
    const changed = await post('/accounts', { phone: '+34600000001', lastName: 'Ruiz' });
    expect(changed).toMatchObject({ status: 200, body: { firstName: 'Ana', lastName: 'Ruiz', hasPassword: true } });
    const { body } = await get('/accounts');
    expect(body?.['accounts']).toHaveLength(5);
  });

  test('take a scenario by its name, with what belongs to it', async () => {
    const { body } = await post('/accounts', { phone: '+34600000002', scenario: 'frozen' });
    expect(body).toMatchObject({ scenario: 'frozen', status: 'frozen' });
    const second = await post('/accounts', { phone: '+34600000003', scenario: 'email_and_password' });
    expect(second.body).toMatchObject({ password: 'correct horse', loginEmail: 'login@example.com' });
  });

  test.for([
    [{ phone: '12' }], [{ phone: marta, scenario: 'no such' }], [{ firstName: 'Nobody' }], [{ phone: marta, dcId: 4 }],
    [{ phone: marta, unheard: 1 }], [{ phone: marta, status: 'asleep' }],
  ])('%j is refused', async ([body]) => {
    expect((await post('/accounts', body)).status).toBe(400);
  });

  test('show codes and messages, newest first', async () => {
    expect((await get(`/accounts/${marta}/code`)).status).toBe(404);
    await rig.sendCode(marta);
    const sent = await rig.sendCode(marta);
    const code = (await get(`/accounts/${marta}/code`)).body?.['code'];
    const shown = (await get(`/accounts/${marta.slice(1)}`)).body;
    expect(shown).toMatchObject({ messages: [{ code, codeStatus: 'live' }, { codeStatus: 'replaced' }], codes: [{ code }] });
    await rig.ask(rig.signIn(marta, sent, code as string));
    expect((await get(`/accounts/${marta}`)).body).toMatchObject({ messages: [{ kind: 'notice' }, { codeStatus: 'used' }, {}] });
    expect((await get(`/accounts/${marta}/code`)).status).toBe(404);
    expect((await get('/accounts/+34000000000')).status).toBe(404);
  });

  test('a code sent to a number that nobody has can be read', async () => {
    await rig.sendCode('+34699999999');
    expect((await get('/accounts')).body).toMatchObject({ unclaimed: ['+34699999999'] });
    expect((await get('/accounts/+34699999999')).body).toMatchObject({ phone: '+34699999999', messages: [{ kind: 'app' }] });
  });

  test('a code that was sent in a chat is good no more', async () => {
    const request = rig.signIn(marta, await rig.sendCode(marta));
    expect((await post(`/accounts/${marta}/code/forwarded`)).status).toBe(204);
    expect(await rig.refusal(request)).toBe('400 PHONE_CODE_EXPIRED');
    expect((await post(`/accounts/${marta}/code/forwarded`)).status).toBe(404);
  });

  test('a cloud password is set and taken off', async () => {
    const set = await post(`/accounts/${marta}/password`, { password: 'x', hint: 'y' });
    expect(set.body).toMatchObject({ hasPassword: true, hint: 'y' });
    expect(rig.state.accounts.verifierOf(marta)).not.toBeNull();
    expect((await post(`/accounts/${marta}/password`, { password: null })).body).toMatchObject({ hasPassword: false });
    expect(rig.state.accounts.verifierOf(marta)).toBeNull();
    expect((await post(`/accounts/${marta}/password`, {})).status).toBe(400);
  });
});

describe('devices', () => {
  const path = `/accounts/${marta}/devices`;
  beforeEach(async () => {
    for (const key of ['a', 'b']) await rig.ask(rig.signIn(marta, await rig.sendCode(marta, { key })), { key });
  });

  test('the set of authorised keys', async () => {
    const { keys } = (await get('/authorized-keys')).body as { keys: object[] };
    expect(keys).toEqual(expect.arrayContaining([{ authKeyId: 'a', dcId: 2, phone: marta }, { authKeyId: 'b', dcId: 2, phone: marta }]));
    expect(keys).toHaveLength(2);
  });

  test('a key that owes the password is not in it', async () => {
    const sent = await rig.sendCode('+9996620202', { key: 'c' });
    await rig.refusal(rig.signIn('+9996620202', sent), { key: 'c' });
    expect((await get('/authorized-keys')).body?.['keys']).toHaveLength(2);
  });

  test.for([
    ['', '401 AUTH_KEY_UNREGISTERED'], ['?as=revoked', '401 SESSION_REVOKED'], ['?as=duplicated', '406 AUTH_KEY_DUPLICATED'],
  ] as const)('one is ended %s', async ([query, answer]) => {
    expect((await send('DELETE', `${path}/a${query}`)).status).toBe(204);
    expect(await rig.refusal(getSelf)).toBe(answer);
    expect(await rig.ask(getSelf, { key: 'b' })).toHaveLength(1);
    expect((await send('DELETE', `${path}/a`)).status).toBe(404);
  });

  test('one is destroyed: the wire forgets it too', async () => {
    rig.state.authKeys.save('a', 2, Buffer.alloc(256));
    await send('DELETE', `${path}/a?as=destroyed`);
    expect(rig.dropped).toEqual(['a']);
    expect(rig.state.authKeys.find('a', 2)).toBeNull();
  });

  test('all are ended; an unknown way of ending is refused', async () => {
    expect((await send('DELETE', `${path}?as=asleep`)).status).toBe(400);
    await send('DELETE', path);
    expect((await get('/authorized-keys')).body).toEqual({ keys: [] });
  });

  test('one is confirmed, another denied', async () => {
    expect((await post(`${path}/a/confirm`)).status).toBe(204);
    expect((await post(`${path}/b/deny`)).status).toBe(204);
    expect((await get(`/accounts/${marta}`)).body).toMatchObject({ devices: [{ authKeyId: 'a', confirmed: true }] });
    expect((await post(`/accounts/+34600111741/devices/a/confirm`)).status).toBe(404);
  });
});

describe('QR', () => {
  const exportToken = { _: 'auth.exportLoginToken', ...credentials, except_ids: [] };

  test('a live token is approved by its address', async () => {
    await rig.ask(exportToken);
    const { tokens } = (await get('/qr')).body as { tokens: { url: string; deviceName: string }[] };
    expect(tokens).toMatchObject([{ deviceName: 'Rig', dcId: 2 }]);
    const url = tokens[0]?.url;
    expect((await post('/qr/approve', { url, phone: '+34000000000' })).status).toBe(404);
    expect((await post('/qr/approve', { url, phone: marta })).status).toBe(204);
    expect(await rig.ask(getSelf)).toHaveLength(1);
    expect((await get('/qr')).body).toEqual({ tokens: [] });
    expect(await post('/qr/approve', { url, phone: marta })).toMatchObject({
      status: 409, body: { message: 'AUTH_TOKEN_ALREADY_ACCEPTED' },
    });
  });

  test('a test number may approve before it ever signed in', async () => {
    const { token } = await rig.ask(exportToken);
    const text = (token as Buffer).toString('base64url');
    expect((await post('/qr/approve', { token: text, phone: '+9996620000' })).status).toBe(204);
  });

  test('a refused one can no longer be approved', async () => {
    const { token } = await rig.ask(exportToken);
    const text = (token as Buffer).toString('base64url');
    expect((await post('/qr/refuse', { token: text })).status).toBe(204);
    expect((await post('/qr/approve', { token: text, phone: marta })).status).toBe(409);
  });
});

describe('the service', () => {
  test('tells its network and scenarios', async () => {
    expect((await get('/network')).body).toEqual(network);
    expect((await get('/scenarios')).body).toMatchObject({ scenarios: expect.arrayContaining([
      expect.objectContaining({ name: 'frozen', number: '+9996620205' }),
    ]) });
  });

  test('takes faults, in order and as often as said', async () => {
    const slow = { type: 'slow', ms: 5 } as const;
    await post('/faults', { kind: slow, method: 'auth.signIn', times: 2 });
    await post('/faults', { kind: { type: 'black_hole' }, method: 'connect' });
    await post('/faults', { kind: { type: 'mute' }, dcId: 3 });
    const { faults } = rig.state;
    expect(faults.take({ method: 'auth.sendCode', dcId: 2 })).toBeNull();
    expect(faults.take({ method: 'auth.signIn', dcId: 3 })).toEqual(slow);
    expect(faults.take({ method: 'auth.signIn', dcId: 3 })).toEqual(slow);
    expect(faults.take({ method: 'connect', dcId: 3 })).toEqual({ type: 'black_hole' });
    expect(faults.take({ method: 'connect', dcId: 3 })).toBeNull();
    expect((await get('/faults')).body).toMatchObject({ faults: [{ dcId: 3, kind: { type: 'mute' } }] });
    await post('/faults', { kind: slow, method: 'auth.*' });
    expect(faults.take({ method: 'account.getPassword', dcId: 2 })).toBeNull();
    expect(faults.take({ method: 'auth.checkPassword', dcId: 2 })).toEqual(slow);
    await send('DELETE', '/faults');
    expect(faults.list()).toEqual([]);
  });

  test.for([
    [{}], [{ kind: { type: 'rpc_error', code: 400 } }], [{ kind: { type: 'mute', ms: 4 } }], [{ kind: { type: 'nap' } }],
    [{ kind: { type: 'mute' }, times: 0 }],
  ])('%j is no fault', async ([body]) => {
    expect((await post('/faults', body)).status).toBe(400);
  });

  test('sets its clock, country and times', async () => {
    expect((await send('PUT', '/clock', { skewSeconds: -90 })).body).toEqual({ skewSeconds: -90 });
    expect(rig.state.faults.clockSkewSeconds()).toBe(-90);
    expect((await send('PUT', '/settings', { country: 'MA', loginTokenSeconds: 5 })).body).toMatchObject({
      country: 'MA', loginTokenSeconds: 5, codeSeconds: 300,
    });
    expect((await send('PUT', '/settings', { country: 'Morocco' })).status).toBe(400);
  });

  test('registers apps', async () => {
    await post('/apps', { apiId: 99, apiHash: 'a'.repeat(32) });
    expect(rig.state.apps.judge(99, 'a'.repeat(32))).toBe('good');
    await post('/apps', { apiId: 99, apiHash: 'a'.repeat(32), published: true });
    expect(rig.state.apps.judge(99, 'a'.repeat(32))).toBe('published');
  });

  test('keeps a journal that can be read on from where one stopped', async () => {
    await rig.refusal(getSelf);
    await rig.sendCode(marta);
    const { entries } = (await get('/journal?method=auth.sendCode')).body as { entries: { id: number }[] };
    expect(entries).toMatchObject([{ method: 'auth.sendCode', phone: marta, outcome: 'auth.sentCode' }]);
    await rig.refusal(getSelf);
    expect((await get(`/journal?since=${entries[0]?.id}`)).body).toMatchObject({ entries: [{ method: 'users.getUsers' }] });
    expect((await get('/journal?since=soon')).status).toBe(400);
  });

  test('starts over', async () => {
    expect((await post('/reset')).status).toBe(204);
    expect(resets).toBe(1);
  });
});

test('the page comes with a policy that allows no inline script', async () => {
  const page = await app.inject({ url: '/', headers: { host: 'localhost' } });
  expect(page.statusCode).toBe(200);
  expect(page.headers['content-security-policy']).toContain("script-src 'self'");
  expect(page.body).not.toMatch(/<script>|<style|style=|onclick=/);
});
