import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { KeyInUse, TelegramGateway } from '../ports/telegram-gateway.ts';
import { WorkerGateway } from './gateway.ts';
import { answerAs, answerOf } from './testing/expect-answer.ts';
import { startOneWorker } from './testing/one-worker.ts';
import { askForCode, freshKey, signIn } from './testing/sign-in-steps.ts';
import { credentials, numberOf, startStand, type Stand } from './testing/stand.ts';

const deadlineMs = 1_500;
const unreachable = { kind: 'unreachable' };
const unknown = { kind: 'unknown' };

let stand: Stand;
let gateway: TelegramGateway;

beforeAll(async () => {
  stand = await startStand();
  const one = startOneWorker(stand.network, deadlineMs);
  gateway = one.gateway;
  // A new thread takes longer to start than the deadline here.
  await freshKey(new WorkerGateway([one.worker], 20_000), 'attempt:first');
});
afterEach(() => stand.clearFaults());
afterAll(async () => {
  await gateway.close();
  await stand.close();
});

describe('an answer that does not come', () => {
  const phone = numberOf('0006');
  let on: KeyInUse;
  let request: { phone: string; phoneCodeHash: string };
  let code: string;
  beforeEach(async () => {
    ({ on, request } = await askForCode(gateway, phone));
    code = await stand.code(phone);
  });
  const submit = () => gateway.call(on, 'signIn', { ...request, code, by: 'phone' });

  it.each(['answer_lost', 'reset_after', 'half_frame', 'garbage'] as const)(
    'is unknown, and the probe finds the sign-in (%s)',
    async (type) => {
      await stand.fault({ type }, { method: 'auth.signIn' });
      expect(await submit()).toEqual(unknown);
      expect(answerOf(await gateway.call(on, 'getSelf', {})).account.phone).toBe(phone);
    },
  );

  it.each(['mute', 'reset_before'] as const)('is unknown, and the same code still works (%s)', async (type) => {
    await stand.fault({ type }, { method: 'auth.signIn' });
    expect(await submit()).toEqual(unknown);
    expect(await gateway.call(on, 'getSelf', {})).toMatchObject({ error: { name: 'AUTH_KEY_UNREGISTERED' } });
    answerAs(await submit(), 'authorized');
  });

  it('is not asked for again by itself', async () => {
    const before = await stand.timesAsked('auth.resendCode');
    await stand.fault({ type: 'reset_after' }, { method: 'auth.resendCode' });
    expect(await gateway.call(on, 'resendCode', request)).toMatchObject({
      kind: expect.stringMatching(/unknown|refused/),
    });
    answerOf(await gateway.call(on, 'nearestCountry', {}));
    expect(await stand.timesAsked('auth.resendCode')).toBe(before + 1);
  });

  it('ends with the caller’s patience', async () => {
    await stand.fault({ type: 'mute' }, { method: 'auth.signIn' });
    const impatient = AbortSignal.timeout(100);
    expect(await gateway.call(on, 'signIn', { ...request, code, by: 'phone' }, impatient)).toEqual(unknown);
    answerAs(await submit(), 'authorized');
  });

  it('that is late or twofold is an answer', async () => {
    await stand.fault({ type: 'slow', ms: 300 }, { method: 'help.getNearestDc' });
    answerOf(await gateway.call(on, 'nearestCountry', {}));
    await stand.fault({ type: 'duplicate_answer' }, { method: 'help.getNearestDc' });
    answerOf(await gateway.call(on, 'nearestCountry', {}));
    answerOf(await gateway.call(on, 'nearestCountry', {}));
  });

  it.each([16, 17, 48])('because the message was bad (%i) is asked for again', async (number) => {
    await stand.fault({ type: 'bad_msg', code: number }, { method: 'auth.signIn' });
    answerAs(await submit(), 'authorized');
  });

  it.each([18, 20, 35, 64])('because the message was bad (%i) is a refusal', async (number) => {
    await stand.fault({ type: 'bad_msg', code: number }, { method: 'auth.signIn' });
    expect(await submit()).toMatchObject({ error: { name: `BAD_MSG_NOTIFICATION_${number}`, status: number } });
  });
});

describe('a connection that does not come about', () => {
  let on: KeyInUse;
  beforeEach(async () => {
    on = await freshKey(gateway, 'attempt:connect');
    await gateway.release(on.key);
  });

  it('is unreachable at the deadline (black hole)', async () => {
    await stand.fault({ type: 'black_hole' }, { method: 'connect' });
    expect(await gateway.call(on, 'sendCode', { phone: numberOf('0007') })).toEqual(unreachable);
    await stand.fault({ type: 'black_hole' }, { method: 'connect' });
    expect(await gateway.openKey({ key: 'attempt:hole', credentials, dcId: null })).toEqual(unreachable);
    expect((await freshKey(gateway, 'attempt:hole')).session).not.toBe('');
  });

  it('is unreachable when the setting up of the connection is not answered', async () => {
    await stand.fault({ type: 'mute' }, { method: 'help.getConfig' });
    expect(await gateway.call(on, 'sendCode', { phone: numberOf('0007') })).toEqual(unreachable);
  });

  it('is tried three times, and no more', async () => {
    await stand.fault({ type: 'reset_before' }, { method: 'connect', times: 2 });
    answerOf(await gateway.call(on, 'nearestCountry', {}));
    await gateway.release(on.key);
    await stand.fault({ type: 'reset_before' }, { method: 'connect', times: 3 });
    expect(await gateway.call(on, 'nearestCountry', {})).toEqual(unreachable);
    answerOf(await gateway.call(on, 'nearestCountry', {}));
  });

  it('is unreachable where nobody listens', async () => {
    const nobody = { ...stand.network, dataCenters: [{ id: 2, host: '127.0.0.1', port: 1 }] };
    const lonely = startOneWorker(nobody, 5_000);
    expect(await lonely.gateway.openKey({ key: 'attempt:lonely', credentials, dcId: null })).toEqual(unreachable);
    await lonely.gateway.close();
  });

  it('to a data centre one is sent to is unreachable, and the old session stays', async () => {
    await stand.fault({ type: 'black_hole' }, { method: 'connect', dcId: 3, times: 5 });
    expect(await gateway.call(on, 'sendCode', { phone: numberOf('0007', 3) })).toEqual(unreachable);
    answerOf(await gateway.call(on, 'nearestCountry', {}));
  });

  it('is not even tried when the caller has given up', async () => {
    const before = await stand.timesAsked('help.getNearestDc');
    expect(await gateway.call(on, 'nearestCountry', {}, AbortSignal.abort())).toEqual(unreachable);
    expect(await stand.timesAsked('help.getNearestDc')).toBe(before);
  });
});

describe('a transport error', () => {
  it.each([
    [-404, 'dead-session'],
    [-429, 'retry-later'],
    [-444, 'stop'],
  ])('%i is a refusal at once: on connecting, and in place of an answer', async (code, policy) => {
    const on = await freshKey(gateway, 'attempt:transport');
    const refusal = { kind: 'refused', error: { name: `TRANSPORT_ERROR_${-code}`, status: code, policy } };
    await stand.fault({ type: 'transport_error', code }, { method: 'help.getNearestDc' });
    expect(await gateway.call(on, 'nearestCountry', {})).toMatchObject(refusal);
    await stand.fault({ type: 'transport_error', code }, { method: 'connect' });
    expect(await gateway.call(on, 'nearestCountry', {})).toMatchObject(refusal);
  });

  it('says that a key is not known any more', async () => {
    const phone = numberOf('0008');
    const on = await signIn(gateway, stand, phone);
    await stand.endDevice(phone, gateway.authKeyId(on.session), 'destroyed');
    await gateway.release(on.key);
    expect(await gateway.call(on, 'getSelf', {})).toMatchObject({ error: { code: 'telegram.transport_error_404' } });
  });
});

describe('garbage from a stranger', () => {
  let server: Server;
  afterEach(() => void server.close());

  it.each([4, 8, 11, 0x7fffffff])('of length %i neither holds the worker up nor the caller', async (length) => {
    const frame = Buffer.alloc(64);
    frame.writeInt32LE(length);
    server = createServer((socket) => socket.on('error', () => {}).on('data', () => socket.write(frame)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const stranger = startOneWorker({ ...stand.network, dataCenters: [{ id: 2, host: '127.0.0.1', port }] }, 10_000);
    const [before, at] = [Date.now(), { key: 'attempt:garbage', credentials, dcId: null }];
    expect(await stranger.gateway.openKey(at)).toEqual(unreachable);
    expect(Date.now() - before).toBeLessThan(9_000);
    await stranger.gateway.close();
  });
});
