import { ActivityList, BrowserSession } from '@botize/contract';
import { refusal } from '@botize/login/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { code, type Console, openConsole, pair, password, phone } from './testing/console.ts';
import { origin } from './testing/fixtures.ts';

let console: Console;
afterEach(() => console.stop());
const reason = 'They wrote that nothing works';
const chains = async (...names: string[]) => {
  const all = await Promise.all(names.map((name) => console.vault.activity(name, null, 50)));
  return all.map((entries) => entries.map(({ action, detail }) => [action, detail?.['why'] ?? null]));
};

describe('a look', () => {
  beforeEach(async () => {
    console = await openConsole();
  });

  it('is written down in both chains, once for a page that stays open, and the user can read it', async () => {
    const ana = await console.user('ana');
    const { ask } = await console.staff();
    const first = (await ask('GET', '/api/support/users/ana')).body;
    const second = (await ask('GET', '/api/support/users/ana')).body;
    expect(second.lookedAt).toBe(first.lookedAt);
    await (await console.staff('s2')).ask('GET', '/api/support/users/ana');
    const [own, theirs] = await chains('ana', '~s1');
    expect(own?.map(([action]) => action)).toEqual(['support.looked', 'support.looked']);
    expect(theirs?.map(([action]) => action)).toEqual(['staff.looked']);
    const { body } = await ana.ask('GET', '/api/activity');
    expect(ActivityList.parse(body).items.map(({ action, actor }) => [action, actor])).toContainEqual([
      'support.looked',
      'support',
    ]);
    expect(JSON.stringify(body)).not.toContain('s1');
    expect((await console.vault.verifyAudit()).broken).toEqual([]);
  });

  it('that can’t be written down shows nothing', async () => {
    const ana = await console.user('ana');
    const { reference } = await ana.begin();
    const { ask } = await console.staff();
    console.tamper(`update audit_heads set seal = x'00'`);
    const answer = await ask('GET', '/api/support/users/ana');
    expect(answer.status).toBe(503);
    expect(answer.text).not.toContain(reference);
  });

  it('at nobody leaves no trace', async () => {
    const { ask } = await console.staff();
    for (const userId of ['nobody', '~s1', '%7Es1', 'a/b']) {
      const answer = await ask('GET', `/api/support/users/${encodeURIComponent(userId)}`);
      expect([answer.status, answer.body.code], userId).toEqual([404, 'support.person_not_found']);
    }
    expect((await console.vault.verifyAudit()).users).toBe(0);
  });

  it('for something is noted by what it was for, never with the number', async () => {
    await console.user('ana');
    const { ask } = await console.staff();
    for (const q of [phone, '+34 612 345 678', 'ana', '']) await ask('POST', '/api/support/searches', { q });
    await ask('GET', '/api/support/users/ana');
    const { body } = await ask('GET', '/api/support/looks');
    expect(body.items.map((look: { action: string; searchKind: string }) => look.searchKind ?? look.action)).toEqual([
      'looked',
      'everybody',
      'user',
      'phone',
    ]);
    expect(body.items[0]).toMatchObject({ userId: 'ana', label: 'ana@example.com' });
    const written = JSON.stringify(await console.vault.activity('~s1', null, 50)) + console.logged.join('');
    expect(written).not.toMatch(/612.?345.?678/);
  });
});

describe('an act', () => {
  beforeEach(async () => {
    console = await openConsole();
  });

  it('of asking for a check asks Telegram, says why, and shows the connection as it is now', async () => {
    const ana = await console.user('ana');
    const attempt = await ana.connect();
    const id = attempt.state.step === 'connected' ? attempt.state.connectionId : '';
    console.telegram.plan('getSelf', refusal('SESSION_REVOKED', { status: 401, policy: 'dead-session' }));
    const { ask } = await console.staff();
    const { status, body } = await ask('POST', `/api/support/connections/${id}/checks`, { reason });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id, status: 'needs_reconnect', diagnosis: { id: 'ended_in_telegram' } });
    const activity = (await ana.ask('GET', '/api/activity')).body.items;
    expect(activity).toContainEqual(
      expect.objectContaining({ action: 'support.asked_check', why: reason, connectionId: id }),
    );
    expect(activity).toContainEqual(expect.objectContaining({ action: 'connection.checked', actor: 'support' }));
    expect((await chains('~s1'))[0]).toContainEqual(['staff.asked_check', reason]);
  });

  it('of ending a sign-in ends it, also when repeated', async () => {
    const ana = await console.user('ana');
    const attempt = await ana.askCode();
    const { ask } = await console.staff();
    for (const _ of [1, 2]) {
      const { status } = await ask('POST', `/api/support/attempts/${attempt.id}/end`, { reason });
      expect(status).toBe(204);
    }
    expect((await ana.ask('GET', '/api/attempts/current')).status).toBe(404);
    const entries = (await chains('ana'))[0]?.filter(([action]) => action === 'support.ended_attempt');
    expect(entries).toEqual([['support.ended_attempt', reason]]);
  });

  it('of clearing a limit lets the user go on, and leaves Telegram’s own waits', async () => {
    const ana = await console.user('ana');
    let attempt = await ana.begin();
    for (let n = 0; n < 4; n += 1) {
      attempt = await ana.send(attempt, { type: 'submit_phone', phone });
      attempt = attempt.state.step === 'code' ? await ana.send(attempt, { type: 'use_phone' }) : attempt;
      console.tamper(`delete from limit_uses where bucket like 'gap:%'`);
    }
    expect(attempt.state).toMatchObject({ issue: { code: 'limit.codes_for_number' } });
    const { ask } = await console.staff();
    const held = (await ask('GET', '/api/support/users/ana')).body;
    expect(held).toMatchObject({ diagnosis: { id: 'our_code_limit' }, codesToday: { sent: 3, allowed: 5 } });
    expect(held.waits).toEqual([expect.objectContaining({ id: 'codes_for_number', clearable: true })]);
    const clear = { reason, limit: 'codes_for_number' };
    expect((await ask('POST', '/api/support/users/ana/limits/clear', clear)).status).toBe(204);
    const freed = (await ask('GET', '/api/support/users/ana')).body;
    expect(freed).toMatchObject({ diagnosis: { id: 'at_phone' }, waits: [] });
    attempt = await ana.send(attempt, { type: 'submit_phone', phone });
    expect(attempt.state.step).toBe('code');
    expect((await chains('ana'))[0]).toContainEqual(['support.cleared_limit', reason]);
    const telegram = { reason, limit: 'telegram' };
    expect((await ask('POST', '/api/support/users/ana/limits/clear', telegram)).status).toBe(400);
  });

  it('needs a reason', async () => {
    await console.user('ana');
    const { ask } = await console.staff();
    for (const body of [{}, { reason: '' }, { reason: ' x ' }])
      expect((await ask('POST', '/api/support/users/ana/links', body)).status).toBe(400);
    expect((await chains('ana'))[0]).toEqual([]);
  });
});

describe('a repair link', () => {
  it('is asked for at the host, by a webhook; staff never see one', async () => {
    const webhook = { WEBHOOK_URL: 'http://127.0.0.1:9/hooks', WEBHOOK_SECRET: `whsec_${'A'.repeat(44)}` };
    console = await openConsole(webhook);
    const ana = await console.user('ana');
    const attempt = await ana.connect();
    const connectionId = attempt.state.step === 'connected' ? attempt.state.connectionId : '';
    const { ask } = await console.staff();
    const answer = await ask('POST', '/api/support/users/ana/links', { reason, connectionId });
    expect([answer.status, answer.body]).toEqual([201, { sentTo: 'host', url: null }]);
    const { items } = await console.vault.host.deliveries({ before: null, limit: 5 });
    expect(items[0]).toMatchObject({ type: 'support.link_requested', userId: 'ana', connectionId });
    const activity = (await ana.ask('GET', '/api/activity')).body.items;
    expect(activity[0]).toMatchObject({ action: 'support.sent_link', why: reason });
  });

  it('without a host is none, and nothing is written down', async () => {
    console = await openConsole({ DEV_SIGN_IN: 'off' });
    const { vault } = console;
    const createdAt = Date.now();
    const visit = { connectionId: null, returnUrl: null, locale: null, createdAt, expiresAt: createdAt + 60_000 };
    const link = { ...visit, id: 'lnk_1', userId: 'ana', userLabel: 'Ana', staff: { id: 's1', name: 'Sam' } };
    await vault.host.addLink({ ...link, role: 'user', staff: null }, 'a'.repeat(43));
    await vault.host.addLink({ ...link, id: 'lnk_2', role: 'support' }, 'b'.repeat(43));
    const { ask, entered } = await console.signIn({ linkToken: 'b'.repeat(43) });
    expect(BrowserSession.parse(entered.json())).toMatchObject({
      user: { id: 's1', label: 'Sam', role: 'support' },
      subjectId: 'ana',
    });
    expect((await ask('GET', '/api/session')).body.subjectId).toBe('ana');
    const answer = await ask('POST', '/api/support/users/ana/links', { reason });
    expect([answer.status, answer.body.code]).toEqual([409, 'link.no_host']);
    expect((await chains('ana'))[0]).toEqual([]);
    expect((await ask('GET', '/api/support/users/ana')).body.diagnosis).toMatchObject({
      id: 'never_tried',
      next: 'send_link',
    });
  });

  it('in development is shown, and signs in as the user', async () => {
    console = await openConsole();
    await console.user('ana');
    const { ask } = await console.staff();
    const { url } = (await ask('POST', '/api/support/users/ana/links', { reason })).body;
    const { entered } = await console.signIn({ linkToken: String(url).split('#t=')[1] });
    expect(entered.json().user).toEqual({ id: 'ana', label: 'ana@example.com', role: 'user' });
    const others = await ask('POST', '/api/support/users/ana/links', { reason, connectionId: `con_${'Z'.repeat(22)}` });
    expect([others.status, others.body.code]).toEqual([404, 'connection.not_found']);
  });
});

describe('what staff see', () => {
  beforeEach(async () => {
    console = await openConsole();
  });

  it('holds no secret by any route', async () => {
    const email = { type: 'email_code' as const, pattern: 'canary***@pattern.example', length: 6 };
    console.addAccount('+34699999999', { password });
    console.addAccount('+34688888888', {
      delivery: { ...email, resetAvailableAt: null, resetPendingAt: null },
    });
    const fragment = { type: 'fragment' as const, url: 'https://fragment.example/canary', length: 5 };
    console.addAccount('+34677777777', { delivery: fragment });
    const users = await Promise.all(['ana', 'bo', 'cy', 'di'].map((id) => console.user(id)));
    const [ana, bo, cy, di] = users as [(typeof users)[0], (typeof users)[0], (typeof users)[0], (typeof users)[0]];
    const connected = await ana.connect();
    const atPassword = await bo.connect('+34699999999');
    expect(atPassword.state).toMatchObject({ step: 'password', hint: 'first pet' });
    await cy.askCode('+34688888888');
    const withUrl = await di.askCode('+34677777777');
    await di.send(withUrl, { type: 'show_qr' });
    const sessions = console.telegram.world.keys.keys();
    const { ask } = await console.staff();
    const id = connected.state.step === 'connected' ? connected.state.connectionId : '';
    const answers = [
      ...(await Promise.all(
        [{}, { q: phone }, { q: '34699999999' }, { q: 'bo' }, { step: 'code' }].map((search) =>
          ask('POST', '/api/support/searches', search),
        ),
      )),
      ...(await Promise.all(['ana', 'bo', 'cy', 'di'].map((user) => ask('GET', `/api/support/users/${user}`)))),
      await ask('POST', `/api/support/connections/${id}/checks`, { reason }),
      await ask('POST', '/api/support/users/bo/limits/clear', { reason, limit: 'tries' }),
      await ask('GET', '/api/support/overview'),
      await ask('GET', '/api/support/looks'),
    ];
    for (const { status } of answers) expect(status).toBeLessThan(300);
    const all = answers.map(({ text }) => text).join('\n');
    const numbers = [phone, '+34699999999', '+34688888888', '+34677777777'].map((number) => number.slice(1));
    const secrets = [...numbers, ...sessions, pair.apiHash, password, `"${code}"`, 'first pet'];
    for (const secret of [...secrets, 'canary***', 'fragment.example', 'tg://', 'hash-'])
      expect(all, secret).not.toContain(secret);
    expect(all).toContain('+34 ••• ••• 999');
  });

  it('has the reference of the user’s screen and of the log', async () => {
    const ana = await console.user('ana');
    const { reference, id } = await ana.askCode();
    const { ask } = await console.staff();
    expect((await ask('GET', '/api/support/users/ana')).body.attempt.reference).toBe(reference);
    await ask('POST', '/api/support/searches', { q: reference });
    await ask('POST', `/api/support/attempts/${id}/end`, { reason });
    const lines = console.logged.map((line) => JSON.parse(line)).filter((line) => line.reference === reference);
    const routes = lines.map((line) => line.route ?? line.event);
    for (const route of [
      'telegram.call',
      'attempt.command',
      '/api/attempts/:id/commands',
      '/api/support/users/:id',
      '/api/support/searches',
      '/api/support/attempts/:id/end',
    ])
      expect(routes).toContain(route);
  });

  it('counts what happened', async () => {
    const ana = await console.user('ana');
    const asked = await ana.askCode();
    const wrong = await ana.send(asked, { type: 'submit_code', code: '54321' });
    const { ask } = await console.staff();
    const before = (await ask('GET', '/api/support/overview')).body;
    expect(before.openAttempts).toMatchObject({ code: 1, phone: 0 });
    await ana.send(wrong, { type: 'submit_code', code });
    const bo = await console.user('bo');
    console.telegram.plan('exportLoginToken', refusal('API_ID_INVALID'));
    await bo.start();
    const { connections, openAttempts, hours, errors } = (await ask('GET', '/api/support/overview')).body;
    expect(connections).toMatchObject({ connected: 1, needs_reconnect: 0 });
    expect(openAttempts).toMatchObject({ code: 0, credentials: 1 });
    expect(hours).toHaveLength(24);
    const reached = { credentials: 2, phone: 1, code: 1, connected: 1, failed: 0 };
    expect(hours.at(-1)).toMatchObject({ started: 1, refused: 1, reached });
    expect(errors).toEqual([
      { code: 'telegram.api_id_invalid', count: 1 },
      { code: 'telegram.phone_code_invalid', count: 1 },
    ]);
  });

  it('goes with the user who is erased', async () => {
    const ana = await console.user('ana', 'Canary Label');
    await ana.connect();
    const { ask } = await console.staff();
    await ask('GET', '/api/support/users/ana');
    expect((await ana.ask('DELETE', '/api/users/me')).status).toBe(200);
    for (const q of ['Canary Label', phone, '@bob_92'])
      expect((await ask('POST', '/api/support/searches', { q })).body.items, q).toEqual([]);
    const left = (await ask('GET', '/api/support/users/ana')).body;
    expect(left).toMatchObject({ user: { label: null, firstSeenAt: null }, connections: [], attempt: null });
    expect(left.timeline.map((entry: { action: string }) => entry.action)).toContain('user.erased');
  });
});

describe('the events', () => {
  beforeEach(async () => {
    console = await openConsole();
  });

  it('tell that something has changed, of the list and of one user, until the session ends', async () => {
    const ana = await console.user('ana');
    const { ask, cookie } = await console.staff();
    const streams = ['/api/support/events', '/api/support/users/ana/events'].map((url) => {
      const told = { text: '', ended: false };
      const answer = console.app.inject({ method: 'GET', url, headers: { origin, cookie }, payloadAsStream: true });
      void answer.then(async (stream) => {
        for await (const chunk of stream.stream()) told.text += String(chunk);
        told.ended = true;
      });
      return told;
    });
    const first = 'retry: 2000\n\nid: 1\nevent: changed\ndata: {}\n\n';
    await vi.waitFor(() => expect(streams.map(({ text }) => text)).toEqual([first, first]), 10_000);
    // The version is first looked at when somebody listens: what comes after it is a change.
    await vi.waitFor(async () => {
      const { id } = await ana.begin();
      await ana.ask('DELETE', `/api/attempts/${id}`);
      for (const { text } of streams) expect(text).toContain('id: 2\nevent: changed\ndata: {}\n\n');
    }, 10_000);
    await ask('DELETE', '/api/session');
    await vi.waitFor(() => expect(streams.map(({ ended }) => ended)).toEqual([true, true]), 10_000);
    const since = await console.app.inject({ url: '/api/support/events', headers: { origin, cookie } });
    expect(since.statusCode).toBe(401);
    expect((await (await console.staff()).ask('GET', '/api/support/users/nobody/events')).status).toBe(404);
  });
});
