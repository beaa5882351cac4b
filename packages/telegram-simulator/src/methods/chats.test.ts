import { beforeEach, expect, test } from 'vitest';
import type { TlObject } from '../rpc.ts';
import { createRig, type Rig } from './testing/rig.ts';

let rig: Rig;
const marta = '+34612345678';
const dialogs = { _: 'messages.getDialogs', offset_date: 0, offset_id: 0, limit: 100, hash: 0n };
const history = (userId: bigint, more: object = {}): TlObject => ({
  _: 'messages.getHistory',
  peer: { _: 'inputPeerUser', user_id: userId, access_hash: 0n },
  offset_id: 0,
  limit: 10,
  ...more,
});

beforeEach(async () => {
  rig = await createRig();
});

const signIn = async (key: string) => rig.ask(rig.signIn(marta, await rig.sendCode(marta, { key })), { key });

test('the codes and notices of an account are its chat with Telegram', async () => {
  await signIn('a');
  await signIn('b');
  const list = await rig.ask(dialogs);
  expect(list).toMatchObject({ dialogs: [{ peer: { user_id: 777_000n } }], users: [{ first_name: 'Telegram' }] });
  const all = (await rig.ask(history(777_000n)))['messages'] as TlObject[];
  expect(all.length).toBeGreaterThan(1);
  expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).toSorted((x, y) => Number(y) - Number(x)));
  expect((list['messages'] as TlObject[])[0]).toEqual(all[0]);
  const older = await rig.ask(history(777_000n, { offset_id: all[0]?.['id'], limit: 1 }));
  expect(older['messages']).toEqual([all[1]]);
});

test('there is no other chat, and no second page', async () => {
  await signIn('a');
  expect(await rig.refusal(history(5n))).toBe('400 PEER_ID_INVALID');
  expect((await rig.ask({ ...dialogs, offset_date: 1 }))['dialogs']).toEqual([]);
});
