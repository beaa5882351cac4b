import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { KeyInUse, TelegramCalls, TelegramMethod } from '../ports/telegram-gateway.ts';
import { CallFence } from './call-fence.ts';
import { ClientRunner } from './client-runner.ts';
import { prepareThread } from './prepare-thread.ts';
import { answerOf } from './testing/expect-answer.ts';
import { startRelay, type Relay } from './testing/relay.ts';
import { credentials, numberOf, onKey, startStand, type Stand } from './testing/stand.ts';

let stand: Stand;
let relay: Relay;
const runners: ClientRunner[] = [];
const surprises: string[] = [];

/** Runs in this process, so that sockets, timers and the console can be watched. */
function startRunner(options: { warmForMs?: number; maxWarmClients?: number } = {}): ClientRunner {
  const { warmForMs = 60_000, maxWarmClients = 10 } = options;
  const network = { ...stand.network, dataCenters: [relay.address] };
  const log = (event: string) => void surprises.push(event);
  const runner = new ClientRunner({ network, appVersion: '0.1.0', warmForMs, maxWarmClients, log });
  runners.push(runner);
  return runner;
}

const control = (signal = new AbortController().signal) => ({ fence: new CallFence(), signal });

async function openKey(runner: ClientRunner, key: string): Promise<KeyInUse> {
  const opened = await runner.openKey({ key, credentials, dcId: null }, control());
  return opened.kind === 'opened' ? onKey(key, opened.session) : expect.fail(opened.kind);
}

const call = <M extends TelegramMethod>(
  runner: ClientRunner,
  on: KeyInUse,
  method: M,
  args: TelegramCalls[M]['args'],
) => runner.call(on, method, args, control());

const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;

beforeAll(async () => {
  stand = await startStand();
  relay = await startRelay(stand.network.dataCenters[1] ?? expect.fail('no data centre 2'));
  prepareThread(stand.network);
});
afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.close()));
  await stand.clearFaults();
  expect(surprises.splice(0)).toEqual([]);
});
afterAll(async () => {
  await relay.close();
  await stand.close();
});

describe('what is left behind', () => {
  it('is nothing: no socket, no timer', async () => {
    const before = timers();
    const runner = startRunner();
    const on = await openKey(runner, 'a');
    const stop = await runner.watch(on, () => {}, new AbortController().signal);
    for (const type of ['mute', 'reset_after', 'half_frame', 'answer_lost'] as const) {
      await stand.fault({ type }, { method: 'help.getNearestDc' });
      await runner.call(on, 'nearestCountry', {}, control(AbortSignal.timeout(200)));
    }
    await stand.fault({ type: 'black_hole' }, { method: 'connect' });
    await runner.call({ ...on, key: 'b' }, 'nearestCountry', {}, control(AbortSignal.timeout(200)));
    const abroad = await openKey(runner, 'c');
    // The client that hears of another data centre is done with; GramJS polls for that data centre's client for ever.
    expect((await call(runner, abroad, 'sendCode', { phone: numberOf('0007', 3) })).kind).toBe('unreachable');
    stop();
    await runner.close();
    await vi.waitFor(() => expect(relay.open()).toBe(0));
    await vi.waitFor(() => expect(timers()).toBeLessThanOrEqual(before), 3_000);
  });

  it('is no loop of GramJS that pings and reconnects', async () => {
    const started = vi.spyOn(globalThis, 'setTimeout');
    await openKey(startRunner(), 'a');
    expect(started.mock.calls.map(([, ms]) => ms)).not.toContain(9_000);
    started.mockRestore();
  });
});

describe('warm clients', () => {
  it('go after a while, and the key works on', async () => {
    const runner = startRunner({ warmForMs: 30 });
    const on = await openKey(runner, 'a');
    await vi.waitFor(() => expect(relay.open()).toBe(0));
    answerOf(await call(runner, on, 'nearestCountry', {}));
  });

  it('are kept while their token is watched', async () => {
    const runner = startRunner({ warmForMs: 30, maxWarmClients: 0 });
    const on = await openKey(runner, 'a');
    const events: string[] = [];
    const stop = await runner.watch(on, (event) => events.push(event), new AbortController().signal);
    await openKey(runner, 'b');
    await vi.waitFor(() => expect(relay.open()).toBe(1));
    expect(events).toEqual([]);
    stop();
    await vi.waitFor(() => expect(relay.open()).toBe(0));
  });

  it('are no more than the cap, the longest idle going first', async () => {
    const runner = startRunner({ maxWarmClients: 2 });
    const keys = [];
    for (const key of ['a', 'b', 'c', 'd']) keys.push(await openKey(runner, key));
    await vi.waitFor(() => expect(relay.open()).toBe(2));
    const dialled = relay.dialled();
    for (const on of keys.slice(2)) answerOf(await call(runner, on, 'nearestCountry', {}));
    expect(relay.dialled()).toBe(dialled);
  });

  it('are one for a session, whatever key it is used under', async () => {
    const runner = startRunner();
    const on = await openKey(runner, 'attempt:1');
    answerOf(await call(runner, { ...on, key: 'connection:1' }, 'nearestCountry', {}));
    await vi.waitFor(() => expect(relay.open()).toBe(1));
  });

  it('give way to another session of the same key', async () => {
    const runner = startRunner();
    const [first, second] = [await openKey(runner, 'a'), await openKey(runner, 'b')];
    await call(runner, { ...first, session: second.session }, 'nearestCountry', {});
    await vi.waitFor(() => expect(relay.open()).toBe(1));
  });

  it('go when released, and at log-out', async () => {
    const runner = startRunner();
    const on = await openKey(runner, 'a');
    await runner.release('a');
    await vi.waitFor(() => expect(relay.open()).toBe(0));
    await call(runner, on, 'nearestCountry', {});
    await call(runner, on, 'logOut', {});
    await vi.waitFor(() => expect(relay.open()).toBe(0));
  });
});

describe('requests', () => {
  it('of one key go one after the other', async () => {
    const runner = startRunner();
    const on = await openKey(runner, 'a');
    await stand.fault({ type: 'slow', ms: 200 }, { method: 'help.getNearestDc' });
    const done: string[] = [];
    await Promise.all([
      call(runner, on, 'nearestCountry', {}).then(() => done.push('slow')),
      call(runner, on, 'getSelf', {}).then(() => done.push('quick')),
    ]);
    expect(done).toEqual(['slow', 'quick']);
  });

  it('end when their client is released', async () => {
    const runner = startRunner();
    const on = await openKey(runner, 'a');
    await stand.fault({ type: 'mute' }, { method: 'auth.sendCode' });
    const asked = call(runner, on, 'sendCode', { phone: numberOf('0001') });
    const waiting = call(runner, on, 'nearestCountry', {});
    await vi.waitFor(async () => expect(await stand.pendingFaults()).toBe(0));
    await runner.release('a');
    expect(await asked).toEqual({ kind: 'unknown' });
    expect(await waiting).toEqual({ kind: 'unreachable' });
  });

  it('with a field of the wrong type print nothing and send nothing', async () => {
    const runner = startRunner();
    const on = await openKey(runner, 'a');
    const printed = [vi.spyOn(console, 'error'), vi.spyOn(console, 'log')];
    const sent = await stand.timesAsked('auth.sendCode');
    const result = await call(runner, on, 'sendCode', { phone: 34600000000 as unknown as string });
    expect(result).toEqual({ kind: 'unreachable' });
    expect(await stand.timesAsked('auth.sendCode')).toBe(sent);
    expect(printed.flatMap((spy) => spy.mock.calls)).toEqual([]);
    expect(surprises.splice(0)).toEqual(['telegram.surprise']);
    printed.forEach((spy) => spy.mockRestore());
  });

  it('are silent on the console, whatever happens', async () => {
    const printed = (['error', 'log', 'warn', 'info'] as const).map((name) => vi.spyOn(console, name));
    const runner = startRunner();
    const on = await openKey(runner, 'a');
    await stand.fault({ type: 'garbage' }, { method: 'help.getNearestDc' });
    await call(runner, on, 'nearestCountry', {});
    await call(runner, on, 'checkPassword', { password: 'secret' });
    await call(runner, on, 'sendCode', { phone: numberOf('0316') });
    await runner.close();
    expect(printed.flatMap((spy) => spy.mock.calls)).toEqual([]);
    printed.forEach((spy) => spy.mockRestore());
    surprises.splice(0);
  });

  it.each([
    [400, 'PHONE_NUMBER_INVALID', 'unreachable'],
    [420, 'FLOOD_WAIT_30', 'unreachable'],
    [500, 'RPC_CALL_FAIL', 'unknown'],
    [-503, 'Timeout', 'unknown'],
  ])('refused with %i %s count as %s for who gives up then', async (code, message, truth) => {
    const runner = startRunner();
    const on = await openKey(runner, 'a');
    await stand.fault({ type: 'rpc_error', code, message }, { method: 'auth.sendCode' });
    const { fence, signal } = control();
    const result = await runner.call(on, 'sendCode', { phone: numberOf('0001') }, { fence, signal });
    expect(result).toMatchObject({ kind: 'refused', error: { status: code } });
    expect(fence.revoke()).toBe(truth);
  });

  it('do not leave once the caller has given up, even on a warm client', async () => {
    const runner = startRunner();
    const on = await openKey(runner, 'a');
    const fence = new CallFence();
    fence.revoke();
    const before = await stand.timesAsked('help.getNearestDc');
    const { signal } = new AbortController();
    expect(await runner.call(on, 'nearestCountry', {}, { fence, signal })).toEqual({ kind: 'unreachable' });
    expect(await stand.timesAsked('help.getNearestDc')).toBe(before);
  });
});
