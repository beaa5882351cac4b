import { createConnect, ConnectProblem, LeaseEnded, WebhookRejected } from '@botize/telegram-connect';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hostKey } from './testing/host-client.ts';
import { startWebhookReceiver } from './testing/webhook-receiver.ts';
import { startWholeServer } from './testing/whole-server.ts';

const credentials = { apiId: 12345, apiHash: '0123456789abcdef0123456789abcdef' };
const phone = '+34612345678';
const secret = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;

let receiver: Awaited<ReturnType<typeof startWebhookReceiver>>;
let server: Awaited<ReturnType<typeof startWholeServer>>;
let connect: ReturnType<typeof createConnect>;
beforeEach(async () => {
  receiver = await startWebhookReceiver();
  server = await startWholeServer({
    LIMITS: 'off',
    HOST_API_KEY: hostKey,
    WEBHOOK_URL: receiver.url,
    WEBHOOK_SECRET: secret,
    RETURN_ORIGINS: 'https://app.example.com',
  });
  connect = createConnect({
    url: server.url,
    apiKey: hostKey,
    webhookSecrets: [secret],
    network: server.simulator.network,
  });
});
afterEach(async () => {
  vi.useRealTimers();
  await server.stop();
  await receiver.stop();
});

const connected = async (): Promise<string> => {
  const { url } = await connect.createConnectLink({ userId: 'u1', userLabel: 'Ana' });
  const visitor = await server.visitor(url);
  const begun = (await visitor.start(credentials)).body;
  const sent = await visitor.command(begun, { type: 'submit_phone', phone });
  const done = await visitor.command(sent, { type: 'submit_code', code: await server.codeOf(phone) });
  const back = (await visitor.ask('POST', '/api/session/return', { attemptId: done.id })).body;
  return (await connect.complete(back.code, 'u1')).connectionId;
};

describe('withSession', () => {
  it('runs a job with a connected client and gives the session back', async () => {
    const connectionId = await connected();
    const fences: number[] = [];
    const job = () =>
      connect.withSession(connectionId, async (telegram, { fence, signal }) => {
        fences.push(fence);
        expect(signal.aborted).toBe(false);
        const me = await telegram.getMe();
        const [chat] = await telegram.getDialogs({ limit: 5 });
        const messages = chat ? await telegram.getMessages(chat.inputEntity, { limit: 2 }) : [];
        return { name: me.firstName, chat: chat?.title, newest: messages[0]?.message };
      });
    expect(await job()).toMatchObject({
      name: 'Marta',
      chat: 'Telegram',
      newest: expect.stringContaining('New login'),
    });
    expect(await job()).toMatchObject({ name: 'Marta' });
    expect(fences[1]).toBeGreaterThan(fences[0] ?? 0);
    expect((await connect.connections.get(connectionId)).leasedUntil).toBeNull();
  });

  it('gives the session back when the job throws, and passes on what it threw', async () => {
    const connectionId = await connected();
    const failing = connect.withSession(connectionId, async () => Promise.reject(new Error('of the job')));
    await expect(failing).rejects.toThrow('of the job');
    expect((await connect.connections.get(connectionId)).leasedUntil).toBeNull();
  });

  it('reports a session that the user has ended, and needs_reconnect arrives', async () => {
    const connectionId = await connected();
    const { devices } = await server.control(`/accounts/${encodeURIComponent(phone)}`);
    await server.control(`/accounts/${encodeURIComponent(phone)}/devices/${devices[0].authKeyId}`, 'DELETE');
    const failing = connect.withSession(connectionId, (telegram) => telegram.getMe());
    await expect(failing).rejects.toThrow();
    expect(await connect.connections.get(connectionId)).toMatchObject({ status: 'needs_reconnect', reason: 'revoked' });
    const webhook = await receiver.waitFor('connection.needs_reconnect');
    expect(connect.verifyWebhook(webhook).data).toMatchObject({ connectionId, status: 'needs_reconnect' });
  });

  it('goes on under the hands of a job when the user reconnects; the old session ends only after its lease', async () => {
    const connectionId = await connected();
    const [before = ''] = (await server.keys()).authorized;
    const seconds = 200;
    const leaseEnd = await connect.withSession(
      connectionId,
      async (telegram) => {
        const { url } = await connect.createConnectLink({ userId: 'u1', userLabel: 'Ana', connectionId });
        const visitor = await server.visitor(url);
        const begun = (await visitor.start({ fromConnection: connectionId }, { connectionId })).body;
        const sent = await visitor.command(begun, { type: 'submit_phone', stored: true });
        const done = await visitor.command(sent, { type: 'submit_code', code: await server.codeOf(phone) });
        expect(done.state).toMatchObject({ step: 'connected', outcome: 'reconnected', connectionId });
        // The job still runs on the session that it was given.
        expect((await telegram.getMe()).firstName).toBe('Marta');
        const { leasedUntil } = await connect.connections.get(connectionId);
        return Date.parse(leasedUntil ?? '');
      },
      { seconds },
    );
    expect(leaseEnd).toBeGreaterThan(Date.now());
    const both = await server.keys();
    expect(both.authorized).toHaveLength(2);
    expect(both.authorized).toContain(before);
    expect(both).toMatchObject({ connections: [expect.not.stringMatching(before)], others: 1 });
    expect(await server.vault.retiredKeysDue(leaseEnd, 10)).toEqual([]);

    vi.useFakeTimers({ toFake: ['Date'], now: leaseEnd + 15_000 });
    await vi.waitFor(
      async () => {
        const { authorized, connections, others } = await server.keys();
        expect([authorized, others]).toEqual([connections, 0]);
        expect(authorized).not.toContain(before);
      },
      { timeout: 40_000, interval: 200 },
    );
  }, 120_000);

  it('ends the job when the connection is gone', async () => {
    const connectionId = await connected();
    let ended = false;
    const running = connect.withSession(
      connectionId,
      async (_telegram, { signal }) => {
        signal.addEventListener('abort', () => (ended = true));
        await connect.connections.disconnect(connectionId);
        return new Promise<never>(() => {});
      },
      { seconds: 30 },
    );
    await expect(running).rejects.toBeInstanceOf(LeaseEnded);
    expect(ended).toBe(true);
  });
});

describe('the rest', () => {
  it('lists page after page, and refuses in words', async () => {
    const connectionId = await connected();
    const all = [];
    for await (const connection of connect.connections.all({ userId: 'u1' })) all.push(connection.id);
    expect(all).toEqual([connectionId]);
    const refused = connect.complete('A'.repeat(43), 'u1');
    await expect(refused).rejects.toBeInstanceOf(ConnectProblem);
    await expect(refused).rejects.toMatchObject({
      status: 410,
      code: 'link.code_invalid',
      requestId: expect.any(String),
    });
    const stranger = createConnect({ url: server.url, apiKey: 'nobody' });
    await expect(stranger.connections.list()).rejects.toMatchObject({ status: 401, code: 'request.key' });
    const page = await connect.deliveries.list({ connectionId });
    await connect.deliveries.replay(page.items[0]?.id ?? '');
    expect(await connect.users.erase('u1')).toEqual({ disconnected: 1, pending: 0 });
  });

  it('takes a webhook for ours only if it is', async () => {
    await connected();
    const webhook = await receiver.waitFor('connection.connected');
    expect(connect.verifyWebhook(webhook)).toMatchObject({ type: 'connection.connected', data: { userId: 'u1' } });
    expect(() => connect.verifyWebhook({ ...webhook, body: webhook.body.replace('u1', 'u2') })).toThrow(
      WebhookRejected,
    );
  });
});
