import { tl, type TelegramClient } from '@mtcute/node';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startSimulator, type Simulator } from './index.ts';
import { refereeClient } from './testing/referee-client.ts';

let simulator: Simulator;
const clients: TelegramClient[] = [];
const complaints: string[] = [];
const quiet = (): void => undefined;

beforeAll(async () => {
  simulator = await startSimulator({ log: (message) => complaints.push(message) });
});
afterAll(async () => {
  for (const client of clients) await client.destroy();
  await simulator.close();
});

afterEach(() => expect(complaints.splice(0)).toEqual([]));

async function newClient(): Promise<TelegramClient> {
  const { client } = await refereeClient(simulator.network);
  clients.push(client);
  return client;
}

async function control<T>(path: string, body?: object): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  const post = { method: 'POST', headers, body: JSON.stringify(body) };
  const response = await fetch(`${simulator.control}/control${path}`, body ? post : {});
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
  return (text === '' ? null : JSON.parse(text)) as T;
}

async function authorizedPhones(): Promise<string[]> {
  const { keys } = await control<{ keys: { phone: string; dcId: number }[] }>('/authorized-keys');
  return keys.map(({ phone, dcId }) => `${phone}@${dcId}`).toSorted();
}

const newestCode = async (phone: string): Promise<string> =>
  (await control<{ code: string }>(`/accounts/${phone}/code`)).code;

test('signs in with a code and logs out', async () => {
  const client = await newClient();
  const me = await client.start({
    phone: '+34612345678',
    code: () => newestCode('+34612345678'),
    codeSentCallback: quiet,
  });
  expect(me.displayName).toBe('Marta Giménez');
  expect(await authorizedPhones()).toEqual(['+34612345678@2']);
  await client.logOut();
  expect(await authorizedPhones()).toEqual([]);
});

test('follows a number to its data centre and proves the cloud password', async () => {
  const client = await newClient();
  const me = await client.start({
    phone: '+212600000873',
    code: () => newestCode('+212600000873'),
    password: 'misu2009',
    codeSentCallback: quiet,
  });
  expect(me.username).toBe('karim_haddad');
  expect(await authorizedPhones()).toEqual(['+212600000873@1']);
  await client.logOut();
  expect(await authorizedPhones()).toEqual([]);
});

test('is told that a code or a password is wrong', async () => {
  const client = await newClient();
  const phone = '+9996620202';
  const sent = await client.sendCode({ phone: '+9996620202' });
  if (!('phoneCodeHash' in sent)) throw new Error('No code was sent');
  const { phoneCodeHash } = sent;
  await expect(client.signIn({ phone, phoneCodeHash, phoneCode: '11111' })).rejects.toThrow('PHONE_CODE_INVALID');
  await expect(client.signIn({ phone, phoneCodeHash, phoneCode: '22222' })).rejects.toThrow('SESSION_PASSWORD_NEEDED');
  await expect(client.checkPassword('wrong horse')).rejects.toThrow('PASSWORD_HASH_INVALID');
  expect(await authorizedPhones()).toEqual([]);
  await client.checkPassword('correct horse');
  expect(await authorizedPhones()).toEqual([`${phone}@2`]);
  await client.logOut();
});

test('signs in by QR, on another data centre too', async () => {
  for (const phone of ['+34612345678', '+9996630000']) {
    const client = await newClient();
    const me = await client.signInQr({
      onUrlUpdated: (url) => void control('/qr/approve', { url, phone }).catch(() => undefined),
    });
    expect(`+${me.phoneNumber}`).toBe(phone);
    await client.logOut();
  }
  expect(await authorizedPhones()).toEqual([]);
});

test('is out when the person ends the device', async () => {
  const client = await newClient();
  const phone = '+34612345678';
  await client.start({ phone, code: () => newestCode(phone), codeSentCallback: quiet });
  const { devices } = await control<{ devices: { authKeyId: string; deviceModel: string }[] }>(`/accounts/${phone}`);
  expect(devices.map(({ deviceModel }) => deviceModel)).toEqual(['Referee']);
  await fetch(`${simulator.control}/control/accounts/${phone}/devices`, { method: 'DELETE' });
  const refusal = await client.call({ _: 'users.getUsers', id: [{ _: 'inputUserSelf' }] }).catch((error) => error);
  expect(tl.RpcError.is(refusal, 'AUTH_KEY_UNREGISTERED')).toBe(true);
});
