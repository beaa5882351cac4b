import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TelegramGateway } from '../ports/telegram-gateway.ts';
import { WorkerGateway } from './gateway.ts';
import { answerAs, answerOf } from './testing/expect-answer.ts';
import { startOneWorker } from './testing/one-worker.ts';
import { askForCode, freshKey, signIn } from './testing/sign-in-steps.ts';
import { numberOf, startStand, type Stand } from './testing/stand.ts';
import type { WorkerSlot } from './worker-slot.ts';

let stand: Stand;
let gateway: TelegramGateway;
let worker: WorkerSlot;
/** The same worker with less time. */
let impatient: TelegramGateway;

beforeAll(async () => {
  stand = await startStand();
  ({ gateway, worker } = startOneWorker(stand.network, 20_000));
  impatient = new WorkerGateway([worker], 1_500);
});
afterEach(() => stand.clearFaults());
afterAll(async () => {
  await gateway.close();
  await stand.close();
});

describe('a worker that dies', () => {
  it('before the request has left: nothing was sent', async () => {
    const on = await freshKey(gateway, 'attempt:killed');
    await gateway.release(on.key);
    await stand.fault({ type: 'slow', ms: 400 }, { method: 'help.getConfig' });
    const call = gateway.call(on, 'sendCode', { phone: numberOf('0009') });
    await worker.terminate();
    expect(await call).toEqual({ kind: 'unreachable' });
  });

  it('while the answer is awaited: it may have happened; a new one goes on', async () => {
    const phone = numberOf('0009');
    const { on, request } = await askForCode(gateway, phone);
    const code = await stand.code(phone);
    await stand.fault({ type: 'answer_lost' }, { method: 'auth.signIn' });
    const call = gateway.call(on, 'signIn', { ...request, code, by: 'phone' });
    await expect.poll(() => stand.authorizedKeys()).toContain(gateway.authKeyId(on.session));
    await worker.terminate();
    expect(await call).toEqual({ kind: 'unknown' });
    expect(answerOf(await gateway.call(on, 'getSelf', {})).account.phone).toBe(phone);
  });

  it('takes the watched tokens with it, and says so', async () => {
    const on = await freshKey(gateway, 'attempt:watched');
    const events: string[] = [];
    const stop = await gateway.watchLoginToken(on, (event) => events.push(event));
    await worker.terminate();
    await expect.poll(() => events).toEqual(['lost']);
    stop();
  });
});

describe('watching', () => {
  it('tells when the connection is lost, once', async () => {
    const phone = numberOf('0001', 2);
    const on = await signIn(gateway, stand, phone);
    const events: string[] = [];
    await gateway.watchLoginToken(on, (event) => events.push(event));
    await stand.endDevice(phone, gateway.authKeyId(on.session), 'destroyed');
    await expect.poll(() => events).toEqual(['lost']);
  });

  it('that can not begin is lost at once', async () => {
    const on = await freshKey(gateway, 'attempt:no-watch');
    await gateway.release(on.key);
    await stand.fault({ type: 'black_hole' }, { method: 'connect' });
    const events: string[] = [];
    await impatient.watchLoginToken(on, (event) => events.push(event));
    expect(events).toEqual(['lost']);
  });

  it('tells nothing after it has been stopped', async () => {
    const on = await freshKey(gateway, 'attempt:stopped');
    const { token } = answerAs(await gateway.call(on, 'exportLoginToken', {}), 'token');
    const events: string[] = [];
    const stop = await gateway.watchLoginToken(on, (event) => events.push(event));
    stop();
    await stand.approveQr(token, numberOf('0002'));
    answerAs(await gateway.call(on, 'exportLoginToken', {}), 'authorized');
    await gateway.release(on.key);
    expect(events).toEqual([]);
  });
});

describe('a gateway that has been closed', () => {
  it('sends nothing any more', async () => {
    const { gateway: closed, worker: ended } = startOneWorker(stand.network, 5_000);
    const on = await freshKey(closed, 'attempt:closing');
    await closed.close();
    expect(await closed.call(on, 'getSelf', {})).toEqual({ kind: 'unreachable' });
    expect(ended.running).toBe(false);
  });
});
