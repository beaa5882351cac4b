import { expect, test, vi } from 'vitest';
import { numberOf, qrOf, tokenOf, walkOnce, type Person } from './testing/walk.ts';

const walk = walkOnce();

const shown = async (ana: Person) => ana.send(await ana.start(), { type: 'show_qr' });
const patience = { timeout: 10_000 };

test('phone with qr | updateLoginToken → finish', async () => {
  const ana = walk.newPerson();
  const phone = numberOf('0001');
  const qr = await shown(ana);
  const page = await ana.listen(qr);
  await walk.stand.approveQr(tokenOf(qr), phone);
  const done = await ana.reaches(qr, 'connected');
  expect(done).toMatchObject({ revision: qr.revision + 1, state: { account: { phoneMasked: '+99 ••• ••• 001' } } });
  await vi.waitFor(() => expect(page.seen.at(-1)?.state.step).toBe('connected'), patience);
});

test('phone with qr | migrateTo → another key, importLoginToken, finish', async () => {
  const ana = walk.newPerson();
  const qr = await shown(ana);
  const before = walk.keyOf(qr);
  await walk.stand.approveQr(tokenOf(qr), numberOf('0002', 3));
  await ana.reaches(qr, 'connected');
  const [connection] = [...walk.vault.dump().connections.values()].slice(-1);
  expect(walk.deps.gateway.authKeyId(connection?.secret.session ?? '')).not.toBe(before);
});

test.each([2, 1])('phone with qr | SESSION_PASSWORD_NEEDED (data centre %i) → password', async (dcId) => {
  const ana = walk.newPerson();
  const qr = await shown(ana);
  await walk.stand.approveQr(tokenOf(qr), numberOf('0202', dcId));
  const asked = await ana.reaches(qr, 'password');
  expect(asked.state).toMatchObject({ hint: 'a battery staple', triesLeft: 5 });
  expect((await ana.send(asked, { type: 'submit_password', password: 'correct horse' })).state.step).toBe('connected');
});

test('phone with qr | token expired, page listening → new url, same revision', async () => {
  await walk.stand.tokenLife(2);
  const ana = walk.newPerson();
  const started = await ana.start();
  walk.clock.advance(30_000);
  const qr = await ana.send(started, { type: 'show_qr' });
  walk.clock.advance(-30_000);
  const page = await ana.listen(qr);
  await vi.waitFor(() => expect(new Set(page.seen.map((one) => qrOf(one).url)).size).toBeGreaterThan(2), patience);
  expect(new Set(page.seen.map(({ revision }) => revision))).toEqual(new Set([qr.revision]));
  await walk.stand.tokenLife(30);
  await walk.stand.approveQr(tokenOf(await ana.now(qr)), numberOf('0003'));
  await ana.reaches(qr, 'connected');
});

test('phone with qr | token expired, nobody listening → paused; the next page refreshes', async () => {
  await walk.stand.tokenLife(1);
  const ana = walk.newPerson();
  const started = await ana.start();
  walk.clock.advance(30_000);
  const qr = await ana.send(started, { type: 'show_qr' });
  walk.clock.advance(-30_000);
  const asked = await walk.stand.timesAsked('auth.exportLoginToken');
  await vi.waitFor(async () => expect(qrOf(await ana.now(qr)).paused).toBe(true), patience);
  expect(await walk.stand.timesAsked('auth.exportLoginToken')).toBe(asked);
  await walk.stand.tokenLife(30);
  const page = await ana.listen(qr);
  await vi.waitFor(() => expect(qrOf(page.seen.at(-1) ?? qr)).toMatchObject({ paused: false }), patience);
  expect(page.seen.at(-1)?.revision).toBe(qr.revision);
});

test('phone with qr | submit_phone → the same key goes on, and a late approval is found', async () => {
  const phone = numberOf('0004');
  const ana = walk.newPerson();
  const qr = await shown(ana);
  const code = await ana.send(qr, { type: 'submit_phone', phone });
  expect(code.state.step).toBe('code');
  expect(walk.keyOf(code)).toBe(walk.keyOf(qr));
  const back = await ana.send(code, { type: 'use_phone' });
  await walk.stand.approveQr(tokenOf(qr), phone);
  const asked = await walk.codesAskedDuring(async () => {
    const found = await ana.send(back, { type: 'submit_phone', phone: numberOf('0005') });
    expect(found.state).toMatchObject({ step: 'connected', account: { phoneMasked: '+99 ••• ••• 004' } });
  });
  expect(asked).toBe(0);
});

test('phone with qr | submit_phone of a number that migrates → the old key is retired until the token’s end + 10 s', async () => {
  const ana = walk.newPerson();
  const qr = await shown(ana);
  const left = walk.keyOf(qr);
  const code = await ana.send(qr, { type: 'submit_phone', phone: numberOf('0006', 3) });
  expect(walk.keyOf(code)).not.toBe(left);
  const retired = [...walk.vault.dump().retired.values()].at(-1);
  expect(retired).toMatchObject({ reason: 'qr_left', notBefore: Date.parse(qrOf(qr).urlExpiresAt) + 10_000 });
  await walk.stand.approveQr(tokenOf(qr), numberOf('0007'));
  expect(await walk.stand.authorizedKeys()).toContain(left);
  await walk.drain();
  expect(await walk.stand.authorizedKeys()).not.toContain(left);
});

test.each(['DELETE', 'expiry'])('phone with qr | %s, approved late → logged out, no orphan', async (how) => {
  const ana = walk.newPerson();
  const qr = await shown(ana);
  const left = walk.keyOf(qr);
  if (how === 'DELETE') await ana.cancel(qr);
  else {
    walk.clock.advance(1_800_000);
    await walk.reap();
  }
  expect((await ana.now(qr)).state.step).toBe(how === 'DELETE' ? 'cancelled' : 'expired');
  await walk.stand.approveQr(tokenOf(qr), numberOf('0008'));
  expect(await walk.stand.authorizedKeys()).toContain(left);
  await walk.drain();
  expect(await walk.stand.authorizedKeys()).not.toContain(left);
});
