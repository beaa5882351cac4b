import { describe, expect, test } from 'vitest';
import { phone, setStage, type Stage } from '../testing/stage.ts';
import { refusal } from '../testing/refusal.ts';
import { checkConnection } from './check-connection.ts';
import type { ConnectionRecord } from '../ports/vault.ts';
import { checkDueConnections, dueAt } from './check-due-connections.ts';
import { connectionActivity, userActivity } from './connection-activity.ts';
import { disconnectConnection } from './disconnect-connection.ts';
import { drainRetiredKeys } from './drain-retired-keys.ts';
import { getConnection, listConnections } from './list-connections.ts';

async function connect(stage: Stage, input: Parameters<Stage['start']>[0] = {}, number = phone): Promise<string> {
  const code = await stage.send(await stage.start(input), { type: 'submit_phone', phone: number });
  const { state } = await stage.send(code, { type: 'submit_code', code: '12345' });
  if (state.step !== 'connected') throw new Error(`on ${state.step}`);
  return state.connectionId;
}

const connected = async () => {
  const stage = setStage();
  return { stage, id: await connect(stage) };
};

describe('a check', () => {
  test.each([
    ['AUTH_KEY_UNREGISTERED', 401, 'needs_reconnect', 'revoked', 'reconnect'],
    ['SESSION_REVOKED', 401, 'needs_reconnect', 'revoked', 'reconnect'],
    ['SESSION_EXPIRED', 401, 'needs_reconnect', 'expired', 'reconnect'],
    ['AUTH_KEY_DUPLICATED', 406, 'needs_reconnect', 'duplicated', 'reconnect'],
    ['USER_DEACTIVATED', 401, 'suspended', 'deactivated', null],
    ['USER_DEACTIVATED_BAN', 401, 'suspended', 'banned', 'appeal_in_telegram'],
    ['FROZEN_METHOD_INVALID', 420, 'suspended', 'frozen', 'appeal_in_telegram'],
  ])('that meets %s', async (...[name, code, status, reason, nextAction]) => {
    const { stage, id } = await connected();
    stage.telegram.plan('getSelf', refusal(name, { status: code }));
    expect(await checkConnection(stage.deps, stage.actor, id)).toMatchObject({
      status,
      reason,
      nextAction,
      lastCheck: { outcome: reason },
      leasedUntil: null,
    });
  });

  test.each([
    ['nobody', { kind: 'unreachable' } as const],
    ['silence', { kind: 'unknown' } as const],
    ["Telegram's own trouble", refusal('RPC_CALL_FAIL', { status: 500 })],
  ])('that meets %s changes no status', async (_name, plan) => {
    const { stage, id } = await connected();
    stage.telegram.plan('getSelf', plan);
    expect(await checkConnection(stage.deps, stage.actor, id)).toMatchObject({
      status: 'connected',
      reason: null,
      lastCheck: { outcome: 'unreachable' },
    });
  });

  test('brings a connection back that works again', async () => {
    const { stage, id } = await connected();
    stage.telegram.plan('getSelf', refusal('FROZEN_METHOD_INVALID', { status: 420 }));
    await checkConnection(stage.deps, stage.actor, id);
    expect(await checkConnection(stage.deps, stage.actor, id)).toMatchObject({ status: 'connected', reason: null });
  });

  test('leaves a connection alone that somebody runs on', async () => {
    const { stage, id } = await connected();
    await stage.vault.lease(`connection:${id}`, stage.clock.now(), stage.clock.now() + 60_000);
    await expect(checkConnection(stage.deps, stage.actor, id)).rejects.toMatchObject({ code: 'connection.leased' });
    expect(stage.telegram.count('getSelf')).toBe(0);
  });

  test('closes its client before it gives the connection back', async () => {
    const { stage, id } = await connected();
    await checkConnection(stage.deps, stage.actor, id);
    const secret = stage.vault.dump().connections.get(id)?.secret;
    await stage.telegram.call(
      { key: 'host', ...secret, session: secret?.session ?? '', credentials: { apiId: 12345, apiHash: '' } },
      'getSelf',
      {},
    );
    expect(stage.telegram.duplicated).toEqual([]);
  });
});

describe('scheduled checks', () => {
  const intervalMs = 3_600_000;
  const due = { intervalMs, limit: 10 };

  test('come once an interval, and leave alone what somebody holds', async () => {
    const { stage, id } = await connected();
    expect(await checkDueConnections(stage.deps, due)).toBe(0);
    stage.clock.advance(intervalMs);
    expect(await checkDueConnections(stage.deps, due)).toBe(1);
    expect(await checkDueConnections(stage.deps, due)).toBe(0);
    stage.clock.advance(intervalMs);
    await stage.vault.lease(`connection:${id}`, stage.clock.now(), stage.clock.now() + 60_000);
    expect(await checkDueConnections(stage.deps, due)).toBe(0);
    expect(stage.telegram.count('getSelf')).toBe(1);
  });

  test('are spread over a fifth of the interval, and none is late', () => {
    const records = Array.from({ length: 500 }, (_, index) => ({
      id: `con_${index}`,
      lastCheck: null,
      connectedAt: 0,
    }));
    const times = records.map((record) => dueAt(record as ConnectionRecord, intervalMs)).sort((a, b) => a - b);
    expect(times[0]).toBeGreaterThanOrEqual(0.8 * intervalMs);
    expect(times.at(-1)).toBeLessThanOrEqual(intervalMs);
    for (let minute = 48; minute < 60; minute += 1) {
      const inThat = times.filter((at) => Math.floor(at / 60_000) === minute).length;
      expect(inThat, `minute ${minute}`).toBeGreaterThan(20);
      expect(inThat, `minute ${minute}`).toBeLessThan(80);
    }
  });

  test('of one connection fall on another moment each time', () => {
    const record = (at: number) =>
      ({ id: 'con_1', lastCheck: { at, outcome: 'ok' }, connectedAt: 0 }) as ConnectionRecord;
    const waits = [1, 2, 3, 4].map((at) => dueAt(record(at), intervalMs) - at);
    expect(new Set(waits).size).toBe(4);
  });

  test('with nobody at the other end change no status, whatever it was', async () => {
    const { stage, id } = await connected();
    stage.telegram.plan('getSelf', refusal('FROZEN_METHOD_INVALID', { status: 420 }));
    await checkConnection(stage.deps, stage.actor, id);
    stage.telegram.offline = true;
    stage.clock.advance(intervalMs);
    expect(await checkDueConnections(stage.deps, due)).toBe(1);
    expect(await getConnection(stage.deps, stage.actor, id)).toMatchObject({
      status: 'suspended',
      reason: 'frozen',
      lastCheck: { outcome: 'unreachable' },
    });
    stage.telegram.offline = false;
    expect(await checkDueConnections(stage.deps, due)).toBe(0);
    stage.clock.advance(intervalMs / 12);
    expect(await checkDueConnections(stage.deps, due)).toBe(1);
    expect(await getConnection(stage.deps, stage.actor, id)).toMatchObject({ status: 'connected' });
  });
});

describe('a disconnect', () => {
  test('is gone at once and confirmed', async () => {
    const { stage, id } = await connected();
    expect(await disconnectConnection(stage.deps, stage.actor, id)).toEqual({ remoteLogout: 'confirmed' });
    await expect(getConnection(stage.deps, stage.actor, id)).rejects.toMatchObject({ code: 'connection.not_found' });
    await expect(disconnectConnection(stage.deps, stage.actor, id)).rejects.toMatchObject({
      code: 'connection.not_found',
    });
    expect(stage.telegram.authorizedSessions()).toEqual([]);
    expect(stage.vault.dump().retired.size).toBe(0);
  });

  test('with nobody at the other end is tried again, later each time', async () => {
    const { stage, id } = await connected();
    stage.telegram.offline = true;
    expect(await disconnectConnection(stage.deps, stage.actor, id)).toEqual({ remoteLogout: 'pending' });
    expect(await listConnections(stage.deps, stage.actor)).toEqual([]);
    expect(stage.orphans()).toEqual([]);
    await drainRetiredKeys(stage.deps, 10);
    expect(stage.telegram.count('logOut')).toBe(1);
    stage.clock.advance(5_001);
    await drainRetiredKeys(stage.deps, 10);
    expect([...stage.vault.dump().retired.values()]).toMatchObject([{ attempts: 2 }]);
    stage.telegram.offline = false;
    stage.clock.advance(10_001);
    expect(await drainRetiredKeys(stage.deps, 10)).toBe(1);
    expect(stage.telegram.authorizedSessions()).toEqual([]);
  });

  test('that never succeeds is given up after thirty days, and says so', async () => {
    const { stage, id } = await connected();
    stage.telegram.offline = true;
    await disconnectConnection(stage.deps, stage.actor, id);
    stage.clock.advance(30 * 86_400_000);
    await drainRetiredKeys(stage.deps, 10);
    expect(stage.vault.dump().retired.size).toBe(0);
    expect(stage.vault.dump().audit.at(-1)).toMatchObject({ action: 'session.abandoned', userId: 'u1' });
  });

  test('from under a host gives it a moment', async () => {
    const { stage, id } = await connected();
    await stage.vault.lease(`connection:${id}`, stage.clock.now(), stage.clock.now() + 600_000);
    expect(await disconnectConnection(stage.deps, stage.actor, id)).toEqual({ remoteLogout: 'pending' });
    expect(stage.telegram.count('logOut')).toBe(0);
    stage.clock.advance(5_001);
    expect(await drainRetiredKeys(stage.deps, 10)).toBe(1);
  });

  test('of somebody else’s connection is refused like one that does not exist', async () => {
    const { stage, id } = await connected();
    const eve = { ...stage.actor, userId: 'u2' };
    await expect(disconnectConnection(stage.deps, eve, id)).rejects.toMatchObject({ code: 'connection.not_found' });
    await expect(checkConnection(stage.deps, eve, id)).rejects.toMatchObject({ code: 'connection.not_found' });
    await expect(connectionActivity(stage.deps, eve, id)).rejects.toMatchObject({ code: 'connection.not_found' });
  });
});

describe('a reconnect', () => {
  const other = '+34687654321';

  test('takes credentials and number from the connection', async () => {
    const { stage, id } = await connected();
    const started = await stage.start({ credentials: { fromConnection: id }, connectionId: id });
    expect(started.state).toMatchObject({ step: 'phone', storedPhoneMasked: '+34 ••• ••• 678' });
    const code = await stage.send(started, { type: 'submit_phone', stored: true });
    const done = await stage.send(code, { type: 'submit_code', code: '12345' });
    expect(done.state).toMatchObject({ step: 'connected', outcome: 'reconnected', connectionId: id });
    expect(await listConnections(stage.deps, stage.actor)).toMatchObject([{ id, generation: 2, status: 'connected' }]);
    await drainRetiredKeys(stage.deps, 10);
    expect(stage.telegram.authorizedSessions()).toHaveLength(1);
  });

  test('without a number that is known needs one', async () => {
    const stage = setStage();
    const command = stage.send(await stage.start(), { type: 'submit_phone', stored: true });
    await expect(command).rejects.toMatchObject({ code: 'attempt.command_not_allowed' });
  });

  test('leaves the session before it to the host that runs on it', async () => {
    const { stage, id } = await connected();
    const until = stage.clock.now() + 600_000;
    await stage.vault.lease(`connection:${id}`, stage.clock.now(), until);
    await connect(stage, { connectionId: id });
    expect([...stage.vault.dump().retired.values()]).toMatchObject([{ reason: 'replaced', notBefore: until + 10_000 }]);
  });

  test('that meets another account asks, and keeps it beside the old one if told to', async () => {
    const { stage, id } = await connected();
    stage.addAccount(other, { account: { name: 'Eve' } });
    const code = await stage.send(await stage.start({ connectionId: id }), { type: 'submit_phone', phone: other });
    const asked = await stage.send(code, { type: 'submit_code', code: '12345' });
    expect(asked.state).toMatchObject({
      step: 'confirm_account',
      found: { name: 'Eve', phoneMasked: '+34 ••• ••• 321' },
      expected: { name: 'Bob', phoneMasked: '+34 ••• ••• 678' },
    });
    const done = await stage.send(asked, { type: 'confirm_account', decision: 'add' });
    expect(done.state).toMatchObject({ step: 'connected', outcome: 'created' });
    const all = await listConnections(stage.deps, stage.actor);
    expect(all.map(({ account, generation }) => [account.name, generation])).toEqual([
      ['Bob', 1],
      ['Eve', 1],
    ]);
  });

  test('that meets another account logs it out again if told to', async () => {
    const { stage, id } = await connected();
    stage.addAccount(other);
    const code = await stage.send(await stage.start({ connectionId: id }), { type: 'submit_phone', phone: other });
    const asked = await stage.send(code, { type: 'submit_code', code: '12345' });
    const back = await stage.send(asked, { type: 'confirm_account', decision: 'discard' });
    expect(back.state).toMatchObject({ step: 'phone', issue: null, storedPhoneMasked: '+34 ••• ••• 678' });
    await drainRetiredKeys(stage.deps, 10);
    expect(stage.telegram.authorizedSessions()).toHaveLength(1);
    const again = await stage.send(back, { type: 'submit_phone', stored: true });
    expect((await stage.send(again, { type: 'submit_code', code: '12345' })).state).toMatchObject({
      outcome: 'reconnected',
    });
  });
});

test('the same account of two Botize users is allowed; only staff is told', async () => {
  const { stage } = await connected();
  const eve = stage.reboot();
  eve.actor.userId = 'u2';
  const id = await connect(eve);
  const ofUser = await connectionActivity(eve.deps, eve.actor, id);
  expect(ofUser.map(({ action }) => action)).toEqual(['connection.connected']);
  const ofStaff = await connectionActivity(eve.deps, { ...eve.actor, kind: 'support', staffId: 's1' }, id);
  expect(ofStaff.map(({ action }) => action)).toContain('staff.account_connected_elsewhere');
});

describe('activity', () => {
  test('tells the owner that staff looked, before staff sees anything', async () => {
    const { stage, id } = await connected();
    const support = { ...stage.actor, kind: 'support' as const, staffId: 's1' };
    expect((await connectionActivity(stage.deps, support, id))[0]).toMatchObject({
      action: 'support.looked',
      actor: { kind: 'support', id: 's1' },
      connectionId: id,
    });
    expect((await connectionActivity(stage.deps, stage.actor, id)).map(({ action }) => action)).toEqual([
      'support.looked',
      'connection.connected',
    ]);
  });

  test('of a user goes on after a connection is gone', async () => {
    const { stage, id } = await connected();
    await disconnectConnection(stage.deps, stage.actor, id);
    const actions = (await userActivity(stage.deps, stage.actor)).map(({ action }) => action);
    expect(actions.slice(0, 2)).toEqual(['session.logged_out', 'connection.disconnected']);
    expect(await userActivity(stage.deps, { ...stage.actor, userId: 'u2' })).toEqual([]);
  });
});
