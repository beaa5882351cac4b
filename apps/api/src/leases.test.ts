import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HostDeps } from '@botize/login';
import { leaseSession, releaseLease, renewLease, reportError } from '@botize/login';
import { aConnection, aSecret } from '@botize/testkit/vault-records';
import { openVault, randomKeyring } from '@botize/vault';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';

const key = { id: 'hky_1', name: 'tests', scopes: [] };
const id = 'con_1';
const start = Date.parse('2026-11-22T10:00:00.000Z');
const clock = { time: start, now: () => clock.time };

const setUp = async ({ redeemed = true } = {}) => {
  clock.time = start;
  const folder = mkdtempSync(join(tmpdir(), 'leases-'));
  chmodSync(folder, 0o700);
  const vault = await openVault({ databaseFile: join(folder, 'connect.db'), keyring: randomKeyring(), clock });
  onTestFinished(async () => {
    await vault.close();
    rmSync(folder, { recursive: true });
  });
  const record = aConnection({ id, userId: 'u1', generation: 1 });
  await vault.commit(null, [{ type: 'connection.put', record, secret: aSecret() }]);
  const times = { createdAt: start, expiresAt: start + 1_000 };
  await vault.host.addCompletion({ userId: 'u1', connectionId: id, outcome: 'created', ...times }, 'code');
  const redeem = () => vault.host.redeem('code', { userId: 'u1', now: start, actor: { kind: 'host', id: key.id } });
  if (redeemed) await redeem();
  const deps = { vault, host: vault.host, clock } as unknown as HostDeps;
  return { vault, deps, record, redeem };
};

let stage: Awaited<ReturnType<typeof setUp>>;
const lease = (holder = 'one') => leaseSession(stage.deps, key, id, { holder, seconds: 60 });
const refused = (code: string) => expect.objectContaining({ code });

describe('the gap between two leases', () => {
  beforeEach(async () => {
    stage = await setUp();
  });

  it('is ten seconds after the end of one that was not given back', async () => {
    const first = await lease();
    expect(first.expiresAt).toBe('2026-11-22T10:01:00.000Z');
    clock.time = start + 69_999;
    await expect(lease('two')).rejects.toMatchObject({ code: 'lease.held', retryAt: start + 60_000 });
    clock.time = start + 70_000;
    expect((await lease('two')).fence).toBeGreaterThan(first.fence);
    await expect(renewLease(stage.deps, first.id)).rejects.toEqual(refused('lease.not_found'));
  });

  it('is none after one that was given back', async () => {
    const first = await lease();
    await releaseLease(stage.deps, key, first.id);
    expect((await lease('two')).fence).toBeGreaterThan(first.fence);
    await releaseLease(stage.deps, key, first.id);
    await expect(lease('three')).rejects.toEqual(refused('lease.held'));
  });

  it('moves on with each renewal, up to the end and not after it', async () => {
    const { id: leaseId } = await lease();
    clock.time = start + 59_999;
    expect((await renewLease(stage.deps, leaseId)).expiresAt).toBe('2026-11-22T10:01:59.999Z');
    clock.time = start + 100_000;
    await expect(lease('two')).rejects.toEqual(refused('lease.held'));
    clock.time = start + 120_000;
    await expect(renewLease(stage.deps, leaseId)).rejects.toEqual(refused('lease.not_found'));
  });
});

describe('what may be leased', () => {
  beforeEach(async () => {
    stage = await setUp();
  });

  it('is written down before the secret is read, or is not given out', async () => {
    const { vault } = stage;
    const failing = { ...vault, commit: () => Promise.reject(new Error('disk full')) };
    const deps = { ...stage.deps, vault: failing };
    await expect(leaseSession(deps, key, id, { holder: 'one', seconds: 60 })).rejects.toThrow('disk full');
    expect((await vault.activity('u1', id, 10)).some(({ action }) => action === 'session.leased')).toBe(false);
    expect((await lease()).session).not.toBe('');
    expect((await vault.activity('u1', id, 1))[0]).toMatchObject({
      action: 'session.leased',
      actor: { kind: 'host', id: key.id },
      detail: { holder: 'one', seconds: 60, generation: 1 },
    });
  });

  it('is only what works: a reported end makes it unusable at once', async () => {
    const { id: leaseId } = await lease();
    await reportError(stage.deps, key, leaseId, 'AUTH_KEY_DUPLICATED');
    await expect(renewLease(stage.deps, leaseId)).rejects.toEqual(refused('lease.not_found'));
    await releaseLease(stage.deps, key, leaseId);
    await expect(lease()).rejects.toEqual(refused('lease.unusable'));
    expect(await stage.vault.connection('u1', id)).toMatchObject({ status: 'needs_reconnect', reason: 'duplicated' });
  });

  it('is the session of today: who holds an older one can not renew it', async () => {
    const { id: leaseId } = await lease();
    const record = { ...stage.record, generation: 2 };
    await stage.vault.commit(null, [{ type: 'connection.put', record, secret: aSecret() }]);
    await expect(renewLease(stage.deps, leaseId)).rejects.toEqual(refused('lease.not_found'));
    await reportError(stage.deps, key, leaseId, 'AUTH_KEY_UNREGISTERED');
    expect(await stage.vault.connection('u1', id)).toMatchObject({ status: 'connected', generation: 2 });
  });

  it('is none before the host has redeemed the code that the user brought back', async () => {
    stage = await setUp({ redeemed: false });
    await expect(lease()).rejects.toEqual(refused('lease.not_redeemed'));
    await stage.redeem();
    expect((await lease()).session).toBeTruthy();
  });

  it('is nothing that does not exist', async () => {
    const nobody = leaseSession(stage.deps, key, 'con_2', { holder: 'one', seconds: 60 });
    await expect(nobody).rejects.toEqual(refused('connection.not_found'));
    await expect(renewLease(stage.deps, 'lse_2')).rejects.toEqual(refused('lease.not_found'));
  });
});
