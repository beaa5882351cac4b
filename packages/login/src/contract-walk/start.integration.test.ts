import { expect, test } from 'vitest';
import { Refusal } from '../ports/world.ts';
import { credentials } from '../testing/stage.ts';
import { startAttempt } from '../verbs/start-attempt.ts';
import { qrOf, walkOnce } from './testing/walk.ts';

const walk = walkOnce();

const refusalOf = async (work: Promise<unknown>): Promise<Refusal> => {
  const thrown = await work.catch((error: unknown) => error);
  return thrown instanceof Refusal ? thrown : expect.fail(`no refusal but ${String(thrown)}`);
};
const error = (code: number, message: string) => ({ type: 'rpc_error', code, message }) as const;

test('– | POST | token → phone, qr null; the token is kept for an immediate show_qr', async () => {
  const ana = walk.newPerson();
  const asked = await walk.stand.timesAsked('auth.exportLoginToken');
  const started = await ana.start();
  expect(started).toMatchObject({ revision: 0, state: { step: 'phone', qr: null, country: 'ES', issue: null } });
  expect(walk.keyOf(started)).toMatch(/^[0-9a-f]{16}$/);
  expect(qrOf(await ana.send(started, { type: 'show_qr' })).paused).toBe(false);
  expect(await walk.stand.timesAsked('auth.exportLoginToken')).toBe(asked + 1);
});

test('– | POST again with the same credentials → the open attempt; with others → attempt.open', async () => {
  const ana = walk.newPerson();
  const started = await ana.start();
  const input = { credentials, consent: { version: '2026-11' } };
  expect(await startAttempt(walk.deps, ana.actor, input)).toEqual({ created: false, attempt: started });
  const refusal = await refusalOf(ana.start({ credentials: { ...credentials, apiId: 54321 } }));
  expect(refusal).toMatchObject({ code: 'attempt.open', attempt: started });
});

test.each([
  ['API_ID_INVALID', 'auth.exportLoginToken'],
  ['API_ID_PUBLISHED_FLOOD', 'auth.exportLoginToken'],
  ['CONNECTION_API_ID_INVALID', 'help.getConfig'],
])('– | POST | %s → refused, no attempt', async (message, method) => {
  const ana = walk.newPerson();
  await walk.stand.fault(error(400, message), { method });
  const refusal = await refusalOf(ana.start());
  expect(refusal.code).toBe(`telegram.${message.toLowerCase()}`);
  expect(await walk.vault.openAttempt(ana.actor.userId)).toBeNull();
});

test('– | POST | FLOOD_WAIT → refused with its end, no attempt', async () => {
  const ana = walk.newPerson();
  await walk.stand.fault(error(420, 'FLOOD_WAIT_40'), { method: 'auth.exportLoginToken' });
  const refusal = await refusalOf(ana.start());
  expect(refusal.code).toBe('telegram.flood_wait');
  expect(Math.abs((refusal.retryAt ?? 0) - walk.clock.now() - 40_000)).toBeLessThan(2_000);
  expect(await walk.vault.openAttempt(ana.actor.userId)).toBeNull();
});

test('– | POST | unreachable → refused, no attempt', async () => {
  const ana = walk.newPerson();
  await walk.stand.fault({ type: 'reset_before' }, { method: 'connect', times: 10 });
  expect((await refusalOf(ana.start())).code).toBe('telegram.unreachable');
  expect(await walk.vault.openAttempt(ana.actor.userId)).toBeNull();
});
