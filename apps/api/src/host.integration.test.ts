import { createHmac } from 'node:crypto';
import type { LoginAttempt } from '@botize/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hostClient, hostKey } from './testing/host-client.ts';
import { startWebhookReceiver } from './testing/webhook-receiver.ts';
import { keyBytesOf, startWholeServer } from './testing/whole-server.ts';

const credentials = { apiId: 12345, apiHash: '0123456789abcdef0123456789abcdef' };
const phone = '+34612345678';
const oldSecret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const newSecret = `whsec_${Buffer.alloc(32, 2).toString('base64')}`;
const returnUrl = 'https://app.example.com/telegram/back?state=xyz';

let receiver: Awaited<ReturnType<typeof startWebhookReceiver>>;
let server: Awaited<ReturnType<typeof startWholeServer>>;
let host: ReturnType<typeof hostClient>;
beforeEach(async () => {
  receiver = await startWebhookReceiver();
  server = await startWholeServer({
    LIMITS: 'off',
    HOST_API_KEY: hostKey,
    WEBHOOK_URL: receiver.url,
    WEBHOOK_SECRET: `${newSecret},${oldSecret}`,
    RETURN_ORIGINS: 'https://app.example.com',
    EMBED_ORIGINS: 'https://app.example.com',
  });
  host = hostClient(server.url);
});
afterEach(async () => {
  await server.stop();
  await receiver.stop();
});

type Visitor = Awaited<ReturnType<typeof server.visitor>>;

const link = async (more: object = {}): Promise<string> => {
  const answer = await host.ask('POST', '/connect-links', { userId: 'u1', userLabel: 'Ana', returnUrl, ...more });
  expect([answer.status, answer.body.url]).toEqual([201, expect.stringContaining('http://localhost:3000/connect#t=')]);
  return answer.body.url;
};

const connect = async (visitor: Visitor): Promise<LoginAttempt> => {
  const begun: LoginAttempt = (await visitor.start(credentials)).body;
  const sent = await visitor.command(begun, { type: 'submit_phone', phone });
  const done = await visitor.command(sent, { type: 'submit_code', code: await server.codeOf(phone) });
  expect(done.state.step).toBe('connected');
  return done;
};

/** A user who came by a link, connected, and went back with the code, which the host redeemed. */
const connected = async () => {
  const visitor = await server.visitor(await link());
  const attempt = await connect(visitor);
  const back = (await visitor.ask('POST', '/api/session/return', { attemptId: attempt.id })).body;
  const redeemed = await host.ask('POST', '/completions', { code: back.code });
  expect(redeemed.status).toBe(200);
  return { visitor, attempt, back, connectionId: String(redeemed.body.connectionId) };
};

const lease = (id: string, more: object = {}) =>
  host.ask('POST', `/connections/${id}/leases`, { holder: 'worker-1', seconds: 60, ...more });

describe('links, return and redemption', () => {
  it('leads from the link back to the host with a code that works once', async () => {
    const visitor = await server.visitor(await link({ locale: 'es' }));
    expect(await visitor.entered.json()).toMatchObject({ user: { id: 'u1', label: 'Ana' }, returnUrl, locale: 'es' });
    const attempt = await connect(visitor);
    if (attempt.state.step !== 'connected') throw new Error('not connected');
    const { connectionId } = attempt.state;
    expect((await lease(connectionId)).body).toMatchObject({ status: 409, code: 'lease.not_redeemed' });

    const back = (await visitor.ask('POST', '/api/session/return', { attemptId: attempt.id })).body;
    const url = new URL(back.url);
    expect(Object.fromEntries(url.searchParams)).toEqual({ state: 'xyz', outcome: 'created', code: back.code });
    const redeemed = await host.ask('POST', '/completions', { code: back.code });
    expect(redeemed).toEqual({ status: 200, body: { userId: 'u1', connectionId, outcome: 'created' } });
    expect((await host.ask('POST', '/completions', { code: back.code })).body).toMatchObject({
      status: 410,
      code: 'link.code_invalid',
    });
    expect((await lease(connectionId)).status).toBe(201);
  });

  it('gives the code to nobody but the visitor who finished the attempt', async () => {
    const [mine, theirs] = [await server.visitor(await link()), await server.visitor(await link())];
    const attempt = await connect(theirs);
    const stranger = await server.visitor(await link({ userId: 'u2' }));
    const signedIn = await server.browser('u1');
    const path = '/api/session/return';
    expect((await mine.ask('POST', path, { attemptId: attempt.id })).body).toMatchObject({ code: null });
    expect((await signedIn.ask('POST', path, { attemptId: attempt.id })).body).toMatchObject({ code: null, url: null });
    expect((await stranger.ask('POST', path, { attemptId: attempt.id })).status).toBe(404);
    const { code, connectionId } = (await theirs.ask('POST', path, { attemptId: attempt.id })).body;
    expect(code).toMatch(/^[\w-]{43}$/);
    for (const userId of ['u2', 'u1']) {
      expect((await host.ask('POST', '/completions', { code, userId })).body.code).toBe('link.code_invalid');
    }
    expect((await lease(connectionId)).body.code).toBe('lease.not_redeemed');
    expect((await theirs.ask('POST', path, {})).body).toMatchObject({ outcome: 'cancelled', code: null });
  });

  it('opens a link once, and a link nobody made never', async () => {
    const url = await link();
    const entered = await Promise.all(Array.from({ length: 8 }, () => server.visitor(url)));
    const statuses = entered.map(({ entered: { status } }) => status).toSorted();
    expect(statuses).toEqual([200, 410, 410, 410, 410, 410, 410, 410]);
    const unknown = await server.visitor(`x#t=${'A'.repeat(43)}`);
    expect(await unknown.entered.json()).toMatchObject({ status: 410, code: 'link.expired' });
    expect(await server.leaksOf([url.split('#t=')[1] ?? ''])).toEqual([]);
  });

  it('opens again for the browser that has opened it, whose session before that is dead, and for no other', async () => {
    const url = await link();
    const [own, other] = ['a'.repeat(32), 'b'.repeat(32)];
    const raced = await Promise.all([own, other].map((nonce) => server.visitor(url, { nonce })));
    const statuses = raced.map(({ entered: { status } }) => status);
    expect(statuses.toSorted()).toEqual([200, 410]);
    const [winner, loser] = statuses[0] === 200 ? [own, other] : [other, own];
    const again = await server.visitor(url, { nonce: winner });
    expect(await again.entered.json()).toMatchObject({ user: { id: 'u1' }, returnUrl });
    expect((await again.ask('GET', '/api/session')).status).toBe(200);
    for (const { ask } of raced) expect((await ask('GET', '/api/session')).body.code).toBe('session.none');
    for (const more of [{ nonce: loser }, {}]) {
      expect(await (await server.visitor(url, more)).entered.json()).toMatchObject({ status: 410, code: 'link.used' });
    }
    expect((await again.ask('GET', '/api/session')).status).toBe(200);
    expect(await server.leaksOf([own, other])).toEqual([]);
  });

  it('leads back to allowed origins only, and to connections of the user only', async () => {
    const refused = async (more: object) =>
      (await host.ask('POST', '/connect-links', { userId: 'u1', userLabel: 'Ana', ...more })).body.code;
    for (const address of [
      'https://app.example.com.evil.example/',
      'https://app.example.com@evil.example/',
      'http://app.example.com/',
      'javascript:alert(1)//https://app.example.com',
      'https://user:pass@app.example.com/',
    ]) {
      expect(await refused({ returnUrl: address })).toBe('link.return_url');
    }
    const { connectionId } = await connected();
    expect(await refused({ userId: 'u2', connectionId })).toBe('connection.not_found');
    expect(await refused({ expiresInSeconds: 3600 })).toBe('request.invalid');
  });

  it('shows the wizard in frames of allowed origins only, with a cookie for frames', async () => {
    const token = (await link()).split('#t=')[1];
    const enter = (embedOrigin: string) =>
      fetch(`${server.url}/api/session`, {
        method: 'POST',
        headers: { origin: 'http://localhost:3000', 'content-type': 'application/json' },
        body: JSON.stringify({ linkToken: token, embedOrigin }),
      });
    expect(await (await enter('https://evil.example')).json()).toMatchObject({ code: 'request.origin' });
    const entered = await enter('https://app.example.com');
    expect(entered.headers.get('set-cookie')).toMatch(
      /^botize_dev_frame=(?=.*; Secure)(?=.*; SameSite=None)(?=.*; Partitioned)/,
    );
    expect(await entered.json()).toMatchObject({ embedOrigin: 'https://app.example.com' });
  });
});

describe('leases', () => {
  it('gives the session to one holder at a time, audited, with fences that grow', async () => {
    const { connectionId, visitor } = await connected();
    const first = await lease(connectionId);
    expect(first.body).toMatchObject({
      apiId: 12345,
      apiHash: credentials.apiHash,
      dcId: 2,
      fence: expect.any(Number),
    });
    expect([first.body.session]).toEqual(await server.sessions());
    const held = await lease(connectionId);
    expect(held.body).toMatchObject({ status: 409, code: 'lease.held', expiresAt: first.body.expiresAt });
    expect((await visitor.ask('POST', `/api/connections/${connectionId}/check`)).body.code).toBe('connection.leased');

    const renewed = await host.ask('POST', `/leases/${first.body.id}/renew`);
    expect(renewed).toMatchObject({ status: 200, body: { fence: first.body.fence } });
    expect(Date.parse(renewed.body.expiresAt)).toBeGreaterThanOrEqual(Date.parse(first.body.expiresAt));
    expect((await host.ask('DELETE', `/leases/${first.body.id}`)).status).toBe(204);
    expect((await host.ask('DELETE', `/leases/${first.body.id}`)).status).toBe(204);
    expect((await host.ask('POST', `/leases/${first.body.id}/renew`)).body.code).toBe('lease.not_found');

    const second = await lease(connectionId);
    expect(second.body.fence).toBeGreaterThan(first.body.fence);
    const actions = (await server.vault.activity('u1', connectionId, 100)).map(({ action }) => action);
    expect(actions.filter((action) => action.startsWith('session.'))).toEqual([
      'session.leased',
      'session.returned',
      'session.leased',
    ]);
    expect(await server.leaksOf([first.body.session, keyBytesOf(first.body.session)])).toEqual([]);
  });

  it('of many who ask at once lets one have it', async () => {
    const { connectionId } = await connected();
    const answers = await Promise.all(Array.from({ length: 20 }, () => lease(connectionId)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'lease.held')).toHaveLength(19);
  });

  it('believes the holder that the session is over, and is mended under the same id', async () => {
    const { connectionId } = await connected();
    const { body: held } = await lease(connectionId);
    expect((await host.ask('POST', `/leases/${held.id}/report`, { error: 'FLOOD_WAIT' })).status).toBe(204);
    expect((await host.ask('GET', `/connections/${connectionId}`)).body.status).toBe('connected');
    expect((await host.ask('POST', `/leases/${held.id}/report`, { error: 'AUTH_KEY_UNREGISTERED' })).status).toBe(204);
    expect((await host.ask('GET', `/connections/${connectionId}`)).body).toMatchObject({
      status: 'needs_reconnect',
      reason: 'revoked',
    });
    expect((await host.ask('POST', `/leases/${held.id}/renew`)).body.code).toBe('lease.not_found');
    expect((await host.ask('DELETE', `/leases/${held.id}`)).status).toBe(204);
    expect((await lease(connectionId)).body.code).toBe('lease.unusable');
    expect(JSON.parse((await receiver.waitFor('connection.needs_reconnect')).body).data).toMatchObject({
      connectionId,
      reason: 'revoked',
    });

    const visitor = await server.visitor(await link({ connectionId }));
    const again = await visitor.start({ fromConnection: connectionId }, { connectionId });
    const sent = await visitor.command(again.body, { type: 'submit_phone', stored: true });
    const done = await visitor.command(sent, { type: 'submit_code', code: await server.codeOf(phone) });
    expect(done.state).toMatchObject({ step: 'connected', outcome: 'reconnected', connectionId });
    expect((await lease(connectionId)).status).toBe(201);
  });

  it('ends with the connection', async () => {
    const { connectionId } = await connected();
    const { body: held } = await lease(connectionId);
    const askedAt = Date.now();
    const gone = await host.ask('DELETE', `/connections/${connectionId}`);
    expect(gone).toEqual({ status: 200, body: { remoteLogout: 'pending' } });
    // The holder has five seconds to put the session down; then it is logged out under its hands.
    expect(await server.vault.retiredKeysDue(askedAt + 5_000 - 1, 10)).toEqual([]);
    expect((await server.keys()).authorized).toHaveLength(1);
    expect((await host.ask('POST', `/leases/${held.id}/renew`)).body.code).toBe('lease.not_found');
    expect((await host.ask('GET', `/connections/${connectionId}`)).status).toBe(404);
    await receiver.waitFor('connection.disconnected');
    await vi.waitFor(async () => expect(await server.keys()).toEqual({ authorized: [], connections: [], others: 0 }), {
      timeout: 30_000,
      interval: 200,
    });
    expect(Date.now()).toBeGreaterThanOrEqual(askedAt + 5_000);
  });
});

describe('webhooks', () => {
  it('are signed under both secrets, hold nothing secret, and can be replayed under the same id', async () => {
    const { connectionId } = await connected();
    const { headers, body } = await receiver.waitFor('connection.connected');
    const id = String(headers['webhook-id']);
    const seconds = String(headers['webhook-timestamp']);
    const sign = (secret: string) =>
      `v1,${createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
        .update(`${id}.${seconds}.${body}`)
        .digest('base64')}`;
    expect(headers['webhook-signature']).toBe(`${sign(newSecret)} ${sign(oldSecret)}`);
    expect(JSON.parse(body)).toMatchObject({
      type: 'connection.connected',
      data: { userId: 'u1', connectionId, status: 'connected', generation: 1 },
    });
    const [session = ''] = await server.sessions();
    for (const secret of [phone.slice(1), credentials.apiHash, session]) expect(body).not.toContain(secret);

    const list = await host.ask('GET', `/deliveries?connectionId=${connectionId}`);
    expect(list.body.items).toMatchObject([{ id, type: 'connection.connected', attempts: 1, status: 'delivered' }]);
    expect((await host.ask('POST', `/deliveries/${id}/replay`)).status).toBe(202);
    const again = await receiver.waitFor('connection.connected', 2);
    expect([again.headers['webhook-id'], again.body]).toEqual([id, body]);
    expect((await host.ask('POST', '/deliveries/evt_nothing/replay')).status).toBe(404);
  });
});

describe('keys', () => {
  it('opens nothing without a key, with a wrong one, a revoked one, or one without the scope', async () => {
    const now = Date.now();
    await server.vault.host.addKey(
      { id: 'hky_1', name: 'reader', scopes: ['connections:read'], createdAt: now },
      'reader-key',
    );
    const reader = hostClient(server.url, 'reader-key');
    expect((await reader.ask('GET', '/connections')).status).toBe(200);
    expect((await reader.ask('POST', '/connect-links', { userId: 'u', userLabel: 'U' })).body.code).toBe(
      'request.scope',
    );
    await server.vault.host.revokeKey('hky_1', now);
    expect((await reader.ask('GET', '/connections')).body).toMatchObject({ status: 401, code: 'request.key' });
    expect((await hostClient(server.url, 'wrong').ask('GET', '/connections')).status).toBe(401);
    expect((await fetch(`${server.url}/api/v1/connections`)).headers.get('www-authenticate')).toBe('Bearer');
    expect(await server.leaksOf(['reader-key', hostKey])).toEqual([]);
  });

  it('pages through everybody, filtered', async () => {
    const { connectionId } = await connected();
    const ids = async (query: string) =>
      ((await host.ask('GET', `/connections${query}`)).body.items as { id: string }[]).map(({ id }) => id);
    expect(await ids('?userId=u1&status=connected')).toEqual([connectionId]);
    expect(await ids('?userId=u2')).toEqual([]);
    expect(await ids('?status=suspended')).toEqual([]);
    expect(await ids(`?cursor=${connectionId}`)).toEqual([]);
    expect((await host.ask('GET', '/connections?other=1')).body.code).toBe('request.invalid');
    expect((await host.ask('DELETE', '/users/u1')).body).toEqual({ disconnected: 1, pending: 0 });
    expect(await ids('')).toEqual([]);
  });
});
