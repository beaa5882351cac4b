import { expect, test } from 'vitest';
import { phone, setStage, type Stage } from '../testing/stage.ts';
import { drainRetiredKeys } from './drain-retired-keys.ts';
import { eraseUser } from './erase-user.ts';
import { logoutsPending } from './list-connections.ts';

const other = '+34687654321';

async function connect(stage: Stage, number: string): Promise<void> {
  const code = await stage.send(await stage.start(), { type: 'submit_phone', phone: number });
  await stage.send(code, { type: 'submit_code', code: '12345' });
}

/** Two connections, and a sign-in under way. */
async function settled(): Promise<Stage> {
  const stage = setStage();
  stage.addAccount(other);
  await connect(stage, phone);
  await connect(stage, other);
  await stage.send(await stage.start(), { type: 'submit_phone', phone });
  return stage;
}

const leftOf = (stage: Stage) => {
  const { attempts, connections, retired, audit } = stage.vault.dump();
  return { attempts: attempts.size, connections: connections.size, retired: retired.size, last: audit.at(-1)?.action };
};

test('erases connections, the open sign-in and those that have ended; the audit says so', async () => {
  const stage = await settled();
  expect(await eraseUser(stage.deps, stage.actor, 'u1')).toEqual({ disconnected: 2, pending: 0 });
  await drainRetiredKeys(stage.deps, 10);
  expect(stage.telegram.authorizedSessions()).toEqual([]);
  expect(leftOf(stage)).toMatchObject({ attempts: 0, connections: 0, retired: 0 });
  expect(stage.vault.dump().audit.map(({ action }) => action)).toContain('user.erased');
});

test('keeps only the keys that Telegram has yet to log out', async () => {
  const stage = await settled();
  stage.telegram.offline = true;
  expect(await eraseUser(stage.deps, stage.actor, 'u1')).toEqual({ disconnected: 2, pending: 2 });
  expect(leftOf(stage)).toMatchObject({ attempts: 0, connections: 0, retired: 3, last: 'user.erased' });
  expect(await logoutsPending(stage.deps, stage.actor)).toBe(2);
  expect(stage.orphans()).toEqual([]);
  stage.telegram.offline = false;
  stage.clock.advance(60_000);
  await drainRetiredKeys(stage.deps, 10);
  expect(stage.telegram.authorizedSessions()).toEqual([]);
  expect(leftOf(stage).retired).toBe(0);
});

test('may be repeated, and touches nobody else', async () => {
  const stage = await settled();
  const host = { ...stage.actor, kind: 'host' as const, staffId: 'hk_1' };
  expect(await eraseUser(stage.deps, host, 'u2')).toEqual({ disconnected: 0, pending: 0 });
  expect(leftOf(stage)).toMatchObject({ connections: 2 });
  await eraseUser(stage.deps, host, 'u1');
  expect(await eraseUser(stage.deps, host, 'u1')).toEqual({ disconnected: 0, pending: 0 });
  expect(stage.vault.dump().audit.at(-1)).toMatchObject({ userId: 'u1', actor: { kind: 'host', id: 'hk_1' } });
});

test('a sign-in that finishes meanwhile is erased with the rest', async () => {
  const stage = await settled();
  const { eraseUser: erase } = stage.vault;
  stage.vault.eraseUser = async (entry) => {
    stage.vault.eraseUser = erase;
    await connectLate(stage);
    return erase(entry);
  };
  expect(await eraseUser(stage.deps, stage.actor, 'u1')).toEqual({ disconnected: 3, pending: 0 });
  expect(leftOf(stage).connections).toBe(0);
  expect(stage.orphans()).toEqual([]);
});

/** What the commit of a command does that was under way: the connection is simply there. */
async function connectLate(stage: Stage): Promise<void> {
  const elsewhere = stage.reboot();
  elsewhere.actor.userId = 'u9';
  await connect(elsewhere, phone);
  const [entry] = [...stage.vault.dump().connections.values()];
  if (entry === undefined) throw new Error('nobody connected');
  const record = { ...entry.record, id: 'con_late', userId: 'u1' };
  await stage.vault.commit(null, [{ type: 'connection.erase', userId: 'u9', id: entry.record.id }]);
  await stage.vault.commit(null, [{ type: 'connection.put', record, secret: entry.secret }]);
}
