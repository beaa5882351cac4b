import type { LoginAttempt } from '@botize/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyBytesOf, startWholeServer } from './testing/whole-server.ts';

const credentials = { apiId: 12345, apiHash: '0123456789abcdef0123456789abcdef' };
const phone = '+34612345678';
const withPassword = { phone: '+212600000873', password: 'misu2009' };

let server: Awaited<ReturnType<typeof startWholeServer>>;
beforeEach(async () => {
  server = await startWholeServer();
});
afterEach(() => server.stop());

type Browser = Awaited<ReturnType<typeof server.browser>>;

const begun = async (browser: Browser): Promise<LoginAttempt> => {
  const answer = await browser.start(credentials);
  expect([answer.status, answer.body.state?.step]).toEqual([201, 'phone']);
  return answer.body;
};

const connect = async (browser: Browser, number = phone): Promise<LoginAttempt> => {
  const sent = await browser.command(await begun(browser), { type: 'submit_phone', phone: number });
  expect(sent.state).toMatchObject({ step: 'code', issue: null });
  return browser.command(sent, { type: 'submit_code', code: await server.codeOf(number) });
};

const connectedId = (attempt: LoginAttempt) => {
  if (attempt.state.step !== 'connected') throw new Error(`${attempt.state.step} instead of connected`);
  return attempt.state.connectionId;
};

/** At rest, Telegram's authorised keys are those of our connections and no others. */
const expectNoOrphans = async () => {
  const { authorized, connections, others } = await server.keys();
  expect(authorized).toEqual(connections.toSorted());
  expect(others).toBe(0);
};

describe('the whole way over HTTP', () => {
  it('connects, lists, checks and disconnects, and leaves no trace of a secret', async () => {
    const browser = await server.browser('u1');
    const done = await connect(browser);
    expect(done.state).toMatchObject({
      outcome: 'created',
      account: { name: 'Marta Giménez', phoneMasked: '+34 ••• ••• 678' },
    });
    const id = connectedId(done);
    await expectNoOrphans();
    const [session = ''] = await server.sessions();

    const list = await browser.ask('GET', '/api/connections');
    expect(list.body.items).toMatchObject([{ id, status: 'connected', generation: 1, reference: done.reference }]);
    const check = await browser.ask('POST', `/api/connections/${id}/check`);
    expect([check.status, check.body.lastCheck.outcome]).toEqual([200, 'ok']);
    const activity = await browser.ask('GET', `/api/connections/${id}/activity`);
    expect(activity.body.items.length).toBeGreaterThan(1);

    expect((await (await server.browser('u2')).ask('GET', `/api/connections/${id}`)).status).toBe(404);

    const gone = await browser.ask('DELETE', `/api/connections/${id}`);
    expect(gone).toEqual({ status: 200, body: { remoteLogout: 'confirmed' } });
    expect((await browser.ask('GET', `/api/connections/${id}`)).status).toBe(404);
    expect((await browser.ask('DELETE', `/api/connections/${id}`)).status).toBe(404);
    expect(await server.keys()).toEqual({ authorized: [], connections: [], others: 0 });
    const secrets = [phone, phone.slice(1), credentials.apiHash, session, keyBytesOf(session)];
    expect(await server.leaksOf(secrets)).toEqual([]);
    expect(await server.leaksOf([id])).not.toEqual([]);
  });

  it('asks for the cloud password, takes a second try, and follows to another data centre', async () => {
    const browser = await server.browser('u1');
    const asked = await connect(browser, withPassword.phone);
    expect(asked.state).toMatchObject({ step: 'password', hint: 'first cat + year', triesLeft: 5 });
    const wrong = await browser.command(asked, { type: 'submit_password', password: 'wrong-misu2009' });
    expect(wrong.state).toMatchObject({ triesLeft: 4, issue: { code: 'telegram.password_hash_invalid' } });
    const done = await browser.command(wrong, { type: 'submit_password', password: withPassword.password });
    expect(done.state).toMatchObject({ step: 'connected', outcome: 'created', account: { name: 'Karim Haddad' } });
    await expectNoOrphans();
    expect((await server.control('/authorized-keys')).keys).toMatchObject([{ dcId: 1, phone: withPassword.phone }]);
    const [session = ''] = await server.sessions();
    const secrets = [withPassword.phone, withPassword.password, credentials.apiHash, session, keyBytesOf(session)];
    expect(await server.leaksOf(secrets)).toEqual([]);
    expect(await server.leaksOf(['karim_haddad'])).not.toEqual([]);
  });

  it('takes a wrong code as a matter between the user and the page', async () => {
    const browser = await server.browser('u1');
    const sent = await browser.command(await begun(browser), { type: 'submit_phone', phone });
    const code = await server.codeOf(phone);
    const other = code.replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
    const wrong = await browser.command(sent, { type: 'submit_code', code: other });
    expect(wrong.state).toMatchObject({ step: 'code', triesLeft: 4, issue: { code: 'telegram.phone_code_invalid' } });
    expect((await browser.command(wrong, { type: 'submit_code', code })).state.step).toBe('connected');
    expect(await server.leaksOf([`"${code}"`, `"${other}"`])).toEqual([]);
    await expectNoOrphans();
  });

  it('refuses a wrong pair before any number is asked for', async () => {
    const browser = await server.browser('u1');
    const answer = await browser.start({ ...credentials, apiHash: 'f'.repeat(32) });
    expect([answer.status, answer.body.code]).toEqual([422, 'telegram.api_id_invalid']);
    expect((await browser.ask('GET', '/api/attempts/current')).body.code).toBe('attempt.none');
    expect(await server.keys()).toEqual({ authorized: [], connections: [], others: 0 });
  });

  it('goes on from any page: the open attempt, the same answer again, and 409 for what is past', async () => {
    const browser = await server.browser('u1');
    const attempt = await begun(browser);
    expect(await browser.start(credentials)).toEqual({ status: 200, body: attempt });
    const other = await browser.start({ ...credentials, apiId: 2040, apiHash: '0'.repeat(32) });
    expect([other.status, other.body.code, other.body.attempt]).toEqual([409, 'attempt.open', attempt]);

    const command = { type: 'submit_phone', phone };
    const sent = await browser.command(attempt, command);
    expect(await browser.command(attempt, command)).toEqual(sent);
    expect((await browser.ask('GET', '/api/attempts/current')).body).toEqual(sent);
    const path = `/api/attempts/${attempt.id}`;
    const stale = await browser.ask('POST', `${path}/commands`, { revision: 0, type: 'show_qr' });
    expect([stale.status, stale.body.code, stale.body.attempt]).toEqual([409, 'attempt.stale_revision', sent]);
    const stranger = await server.browser('u2');
    expect((await stranger.ask('DELETE', path)).status).toBe(404);

    expect((await browser.ask('DELETE', path)).status).toBe(204);
    expect((await browser.ask('DELETE', path)).status).toBe(204);
    expect((await browser.ask('GET', '/api/attempts/current')).status).toBe(404);
  });

  it('signs in by a QR code and tells the page through the event stream', async () => {
    const browser = await server.browser('u1');
    const shown = await browser.command(await begun(browser), { type: 'show_qr' });
    if (shown.state.step !== 'phone' || shown.state.qr === null) throw new Error('no QR code');
    const stream = await browser.open(`/api/attempts/${shown.id}/events`, AbortSignal.timeout(30_000));
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    const told = stream.text();
    await server.control('/qr/approve', 'POST', { url: shown.state.qr.url, phone });
    const events = (await told).split('\n\n').filter((block) => block.includes('event: attempt'));
    const last: LoginAttempt = JSON.parse(events.at(-1)?.split('data: ')[1] ?? 'null');
    expect(last.state).toMatchObject({ step: 'connected', account: { name: 'Marta Giménez' } });
    expect((await browser.open(`/api/attempts/${shown.id}/events`, AbortSignal.timeout(5_000))).status).toBe(204);
    await expectNoOrphans();
  });
});
