import { aConnection, anEntry, aSecret } from '@botize/testkit/vault-records';
import {
  LeaseLost,
  type CompletionRecord,
  type ConnectLinkRecord,
  type HostLeaseRecord,
  type LinkOpening,
} from '@botize/login';
import { expect, test } from 'vitest';
import { TemporaryVault } from '../../testing/temporary-vault.ts';
import { contentOf } from '../../testing/traces.ts';

const aLink = (more: Partial<ConnectLinkRecord> = {}): ConnectLinkRecord => ({
  id: 'lnk_1',
  userId: 'u1',
  userLabel: 'Ana',
  role: 'user',
  staff: null,
  connectionId: null,
  returnUrl: 'https://app.example.com/back',
  locale: 'es',
  createdAt: 1_000,
  expiresAt: 2_000,
  ...more,
});

const aCompletion = (more: Partial<CompletionRecord> = {}): CompletionRecord => ({
  userId: 'u1',
  connectionId: 'con_1',
  outcome: 'created',
  createdAt: 1_000,
  expiresAt: 2_000,
  ...more,
});

const aLease = (more: Partial<HostLeaseRecord> = {}): HostLeaseRecord => ({
  id: 'lse_1',
  connectionId: 'con_1',
  userId: 'u1',
  keyId: 'k',
  holder: 'worker',
  fence: 1,
  generation: 1,
  seconds: 60,
  createdAt: 1_000,
  expiresAt: 61_000,
  ...more,
});

const opening = (more: Partial<LinkOpening> = {}): LinkOpening => ({
  now: 1_500,
  nonce: null,
  againMs: 1_000,
  ...more,
});

const aSession = {
  user: { id: 'u1', label: 'Ana', role: 'user' as const },
  connectionId: null,
  returnUrl: null,
  locale: null,
  createdAt: 1_500,
  expiresAt: 9_000,
};

const actor = { kind: 'host' as const, id: 'k' };
const connection = aConnection({ id: 'con_1', userId: 'u1' });
const put = { type: 'connection.put' as const, record: connection, secret: aSecret() };
const entry = anEntry({ userId: 'u1', connectionId: 'con_1', action: 'connection.connected' });

test('a link is stored hashed, survives a restart, and opens once', async () => {
  const place = new TemporaryVault();
  const before = await place.open();
  await before.host.addLink(aLink(), 'secret-token');
  await before.close();
  const { host } = await place.open();
  expect(contentOf(place.folder).includes('secret-token')).toBe(false);
  expect(await host.openLink('another-token', opening())).toEqual({ kind: 'expired' });
  const opened = await Promise.all([1, 2, 3].map(() => host.openLink('secret-token', opening())));
  expect(opened).toEqual([{ kind: 'opened', link: aLink() }, { kind: 'used' }, { kind: 'used' }]);
  await host.addLink(aLink({ id: 'lnk_2', role: 'support', staff: { id: 's', name: 'Sam' } }), 'second-token');
  expect(await host.openLink('second-token', opening({ now: 2_000 }))).toEqual({ kind: 'expired' });
});

test('a link opens again for the browser that has opened it, for a short while, and for nobody else', async () => {
  const place = new TemporaryVault();
  const vault = await place.open();
  const { host, browserSessions } = vault;
  await host.addLink(aLink(), 'secret-token');
  await host.addLink(aLink({ id: 'lnk_2' }), 'second-token');
  const own = (more: object = {}) => opening({ nonce: 'nonce-of-one-browser', ...more });
  const opened = { kind: 'opened', link: aLink() };
  expect(await host.openLink('secret-token', own())).toEqual(opened);
  await browserSessions.create('lost', { ...aSession, linkId: 'lnk_1' });
  await browserSessions.create('of another link', { ...aSession, linkId: 'lnk_2' });
  for (const nonce of ['nonce-of-another', null]) {
    expect(await host.openLink('secret-token', opening({ nonce }))).toEqual({ kind: 'used' });
  }
  expect(await browserSessions.find('lost', 1_500)).not.toBeNull();

  expect(await host.openLink('secret-token', own({ now: 2_400 }))).toEqual(opened);
  expect(await browserSessions.find('lost', 1_500)).toBeNull();
  expect(await browserSessions.find('of another link', 1_500)).not.toBeNull();
  expect(await host.openLink('secret-token', own({ now: 2_500 }))).toEqual({ kind: 'used' });

  expect(await host.openLink('second-token', opening())).toMatchObject({ kind: 'opened' });
  expect(await host.openLink('second-token', own())).toEqual({ kind: 'used' });
  expect(contentOf(place.folder).includes('nonce-of-one-browser')).toBe(false);
});

test('of two browsers that race for a link one gets it, and it stays that one', async () => {
  const { host } = await new TemporaryVault().open();
  await host.addLink(aLink(), 'secret-token');
  const nonces = ['first-browser', 'second-browser', 'first-browser', 'second-browser'];
  const opened = await Promise.all(nonces.map((nonce) => host.openLink('secret-token', opening({ nonce }))));
  expect(opened.map(({ kind }) => kind)).toEqual(['opened', 'used', 'opened', 'used']);
});

test('a code redeems its connection once, in time, and only for its user', async () => {
  const vault = await new TemporaryVault().open();
  await vault.commit(null, [put]);
  const codes = ['late', 'foreign', 'good', 'other'];
  for (const code of codes) await vault.host.addCompletion(aCompletion(), code);
  const by = (more: object = {}) => ({ userId: 'u1', now: 1_500, actor, ...more });
  expect(await vault.host.redeem('late', by({ now: 2_000 }))).toBeNull();
  expect(await vault.host.redeem('foreign', by({ userId: 'u2' }))).toBeNull();
  expect(await vault.host.redeem('foreign', by())).toBeNull();
  expect(await vault.host.isRedeemed('con_1')).toBe(false);
  expect(await vault.host.redeem('good', by({ userId: null }))).toEqual(aCompletion());
  expect(await vault.host.redeem('good', by())).toBeNull();
  expect(await vault.host.connectionOfAnybody('con_1')).toMatchObject({ id: 'con_1', redeemed: true });
  expect((await vault.activity('u1', 'con_1', 1))[0]).toMatchObject({ action: 'connection.redeemed', actor });
  await vault.commit(null, [{ ...put, record: { ...connection, generation: 2 } }]);
  expect(await vault.host.isRedeemed('con_1')).toBe(true);
  await vault.commit(null, [{ type: 'connection.erase', userId: 'u1', id: 'con_1' }]);
  expect(await vault.host.redeem('other', by())).toBeNull();
});

test('an event is written with the change or not at all, and says how things are after it', async () => {
  const vault = await new TemporaryVault().open();
  await vault.commit(null, [{ type: 'audit', entry }, put]);
  const broken = { ...connection, status: 'needs_reconnect' as const, reason: 'revoked' as const, generation: 7 };
  const told = { ...entry, action: 'connection.needs_reconnect' as const };
  const failing = vault.commit(null, [
    { type: 'audit', entry: told },
    { type: 'connection.put', record: broken, secret: null },
  ]);
  await expect(failing).rejects.toThrow();
  const [event, ...others] = await vault.host.claimEvents(vaultNow, vaultNow + 10, 10);
  expect(others).toEqual([]);
  expect(JSON.parse(event?.body ?? '')).toMatchObject({
    type: 'connection.connected',
    data: { userId: 'u1', connectionId: 'con_1', status: 'connected', generation: connection.generation },
  });
});

const vaultNow = Number.MAX_SAFE_INTEGER / 2;

test('an event is claimed by one, comes back when its claim lapses, and keeps its id and body', async () => {
  const place = new TemporaryVault();
  const [one, two] = [await place.open(), await place.open()];
  for (let n = 0; n < 20; n += 1) await one.commit(null, [{ type: 'audit', entry }]);
  const claims = await Promise.all(
    [one, two, one, two].map(({ host }) => host.claimEvents(vaultNow, vaultNow + 30, 20)),
  );
  const ids = claims.flat().map(({ id }) => id);
  expect([ids.length, new Set(ids).size]).toEqual([20, 20]);
  expect(await two.host.claimEvents(vaultNow + 29, vaultNow + 60, 20)).toEqual([]);
  const again = await two.host.claimEvents(vaultNow + 30, vaultNow + 60, 20);
  expect(again.toSorted(byId)).toEqual(claims.flat().toSorted(byId));
});

const byId = (left: { id: string }, right: { id: string }) => left.id.localeCompare(right.id);

test('the log of deliveries has pages, and what was given up can be sent again', async () => {
  const { host, commit } = await new TemporaryVault().open();
  for (let n = 0; n < 5; n += 1) await commit(null, [{ type: 'audit', entry }]);
  const [event] = await host.claimEvents(vaultNow, vaultNow + 1, 1);
  const id = event?.id ?? '';
  await host.noteDelivery(id, { at: 5_000, status: 500, error: 'status 500', next: 'again', notBefore: 6_000 });
  await host.noteDelivery(id, { at: 6_000, status: null, error: 'timeout', next: 'give_up' });
  const first = await host.deliveries({ before: null, limit: 3 });
  expect(first.items).toHaveLength(3);
  const rest = await host.deliveries({ before: first.next, limit: 3 });
  expect(rest).toMatchObject({ next: null, items: [{ status: 'pending' }, { id, status: 'given_up', attempts: 2 }] });
  expect(rest.items[1]?.lastAttempt).toEqual({ at: '1970-01-01T00:00:06.000Z', status: null, error: 'timeout' });
  expect(await host.deliveries({ connectionId: 'con_2', before: null, limit: 3 })).toEqual({ items: [], next: null });
  expect([await host.replay(id, 7_000), await host.replay('evt_other', 7_000)]).toEqual([true, false]);
});

test('a lease of the host ends with its connection, and one without the highest fence is not renewed', async () => {
  const vault = await new TemporaryVault().open();
  const held = await vault.lease('connection:con_1', 1_000, 71_000);
  const record = aLease({ fence: held?.fence ?? 0 });
  await vault.commit(held, [put, { type: 'host_lease.put', lease: record }]);
  expect(await vault.host.leaseOn('con_1')).toEqual(record);
  await vault.host.renewLease(record, { expiresAt: 90_000, gapEndsAt: 100_000 });
  expect(await vault.lease('connection:con_1', 99_999, 200_000)).toBeNull();
  const later = await vault.lease('connection:con_1', 100_000, 200_000);
  expect(later?.fence).toBeGreaterThan(record.fence);
  const late = vault.host.renewLease(record, { expiresAt: 300_000, gapEndsAt: 310_000 });
  await expect(late).rejects.toBeInstanceOf(LeaseLost);
  await vault.commit(null, [{ type: 'connection.erase', userId: 'u1', id: 'con_1' }]);
  expect(await vault.host.lease(record.id)).toBeNull();
});
