import { type ConnectionStatus, type SupportPerson, type SupportRow, type TimelineEntry } from '@botize/contract';
import { refusal } from '@botize/login/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { code, type Console, openConsole, password, phone } from './testing/console.ts';

let console: Console;
beforeEach(async () => {
  console = await openConsole();
});
afterEach(() => console.stop());

type Ask = Awaited<ReturnType<Console['staff']>>['ask'];
const rowsFor = async (ask: Ask, search: object): Promise<SupportRow[]> =>
  (await ask('POST', '/api/support/searches', search)).body.items;
const personOf = async (ask: Ask, userId = 'ana'): Promise<SupportPerson> =>
  (await ask('GET', `/api/support/users/${userId}`)).body;

/** Found by four kinds of search, each with the cause and the next action. */
const isFoundStuck = async (ask: Ask, by: Record<string, string>, expected: object) => {
  for (const [kind, q] of Object.entries(by)) {
    const answer = (await ask('POST', '/api/support/searches', { q })).body;
    expect([q, answer.kind]).toEqual([q, kind]);
    expect(answer.items[0], q).toMatchObject({ userId: 'ana', label: 'Ana@example.com', diagnosis: expected });
  }
  expect(await personOf(ask)).toMatchObject({ diagnosis: expected });
};

describe('somebody stuck is found, with the cause and what to do next:', () => {
  const minute = 60_000;
  const by = (reference: string) => ({ user: 'ana', phone: '0034 612 34 56 78', reference, label: 'ANA@ex' });

  it('asked by Telegram to wait', async () => {
    const ana = await console.user('ana', 'Ana@example.com');
    const flood = { status: 420, policy: 'retry-after' as const, waitSeconds: 600 };
    console.telegram.plan('sendCode', refusal('FLOOD_WAIT', flood));
    const attempt = await ana.askCode();
    const { ask } = await console.staff();
    const expected = { id: 'flood_wait', next: 'answer', code: 'telegram.flood_wait', until: expect.any(String) };
    await isFoundStuck(ask, by(attempt.reference.toLowerCase().replaceAll('-', '')), expected);
    const { waits, attempt: seen } = await personOf(ask);
    expect(waits).toContainEqual(expect.objectContaining({ id: 'telegram', clearable: false }));
    expect(seen).toMatchObject({ reference: attempt.reference, phoneMasked: '+34 ••• ••• 678', step: 'phone' });
    expect(Date.parse(waits[0]?.until ?? '')).toBeGreaterThan(Date.now() + 8 * minute);
    expect((await rowsFor(ask, { view: 'need_help' })).map((row) => row.userId)).toEqual(['ana']);
  });

  it('an expired code', async () => {
    const ana = await console.user('ana', 'Ana@example.com');
    const asked = await ana.askCode();
    console.telegram.plan('signIn', refusal('PHONE_CODE_EXPIRED'));
    const attempt = await ana.send(asked, { type: 'submit_code', code });
    const { ask } = await console.staff();
    const expected = { id: 'code_expired', next: 'answer', code: 'telegram.phone_code_expired' };
    await isFoundStuck(ask, by(attempt.reference), expected);
  });

  it('a password that was wrong too often', async () => {
    console.addAccount('+34699999999', { password });
    const ana = await console.user('ana', 'Ana@example.com');
    let attempt = await ana.connect('+34699999999');
    for (let n = 0; n < 5; n += 1)
      attempt = await ana.send(attempt, { type: 'submit_password', password: `wrong ${n}` });
    expect(attempt.state.step).toBe('failed');
    const { ask } = await console.staff();
    const expected = { id: 'our_try_limit', code: 'attempt.tries_exhausted' };
    await isFoundStuck(ask, { ...by(attempt.reference), phone: '34 699 999 999' }, expected);
    expect((await rowsFor(ask, { view: 'need_help' })).map((row) => row.step)).toEqual(['failed']);
    await ana.begin();
    expect(await rowsFor(ask, { view: 'need_help' })).toEqual([]);
  });

  it('a pair that was published', async () => {
    const ana = await console.user('ana', 'Ana@example.com');
    console.telegram.plan('exportLoginToken', refusal('API_ID_PUBLISHED_FLOOD'));
    const { status, body } = await ana.start();
    expect(status).toBe(422);
    const { ask } = await console.staff();
    const expected = { id: 'api_pair_limited', next: 'answer', code: 'telegram.api_id_published_flood' };
    await isFoundStuck(ask, { user: 'ana', request: body.requestId, label: 'ANA@' }, expected);
    expect(await personOf(ask)).toMatchObject({
      refusedStart: { code: 'telegram.api_id_published_flood', requestId: body.requestId },
      user: { timeZone: null },
    });
    await ana.begin();
    expect((await personOf(ask)).refusedStart).toBeNull();
    expect((await personOf(ask)).user).toMatchObject({ timeZone: 'Europe/Madrid', locale: 'es' });
  });

  it.each([
    ['SESSION_REVOKED', 'ended_in_telegram', 'send_link', 'needs_reconnect', 'revoked'],
    ['AUTH_KEY_DUPLICATED', 'ended_by_other_use', 'send_link', 'needs_reconnect', 'duplicated'],
    ['USER_DEACTIVATED_BAN', 'account_banned', 'answer', 'suspended', 'banned'],
  ] as const)('a connection after %s', async (error, id, next, status: ConnectionStatus, reason) => {
    const ana = await console.user('ana', 'Ana@example.com');
    const attempt = await ana.connect();
    const connectionId = attempt.state.step === 'connected' ? attempt.state.connectionId : '';
    console.telegram.plan('getSelf', refusal(error, { status: 401, policy: 'dead-session' }));
    await ana.ask('POST', `/api/connections/${connectionId}/check`);
    const { ask } = await console.staff();
    const found = { connection: connectionId, username: 'https://t.me/bob_92', phone, reference: attempt.reference };
    await isFoundStuck(ask, { ...found, user: 'ana' }, { id, next });
    for (const search of [{ view: status }, { reason }, { view: 'need_help', reason, age: 'hour' }] as const)
      expect((await rowsFor(ask, search)).map((row) => row.connectionId)).toEqual([connectionId]);
    for (const search of [{ view: 'connected' }, { step: 'code' }, { view: 'trying' }])
      expect(await rowsFor(ask, search)).toEqual([]);
  });
});

describe('a number without its country', () => {
  it('finds everybody whose it is, wherever, and stays hidden', async () => {
    for (const [userId, number] of [
      ['ana', '+34612345678'],
      ['bea', '+33612345678'],
      ['eve', '+34612345679'],
    ] as const) {
      console.addAccount(number);
      await (await console.user(userId)).connect(number);
    }
    const { ask } = await console.staff();
    const search = async (q: string) => (await ask('POST', '/api/support/searches', { q })).body;
    const found = await search('612 345 678');
    const who = (items: SupportRow[]) => items.map(({ userId }) => userId).toSorted();
    expect([found.kind, who(found.items)]).toEqual(['phone', ['ana', 'bea']]);
    expect(found.q).toMatch(/^phone:[0-9a-f]{64},[0-9a-f]{64}$/);
    const again = await search(found.q);
    expect([again.q, who(again.items)]).toEqual([found.q, ['ana', 'bea']]);
    expect(who((await search('06 12 34 56 78')).items)).toEqual(['bea']);
    const nobody = await search('612 999 999');
    expect([nobody.kind, nobody.items, nobody.q]).toEqual(['phone', [], expect.stringMatching(/^phone:[0-9a-f]{64}$/)]);
  });
});

describe('the timeline', () => {
  it('tells what happened, in order', async () => {
    const ana = await console.user('ana');
    const asked = await ana.askCode();
    const wrong = await ana.send(asked, { type: 'submit_code', code: '54321' });
    await ana.send(wrong, { type: 'submit_code', code });
    const { ask } = await console.staff();
    const { timeline } = await personOf(ask);
    const told = ({ action, step, code: what, delivery, triesLeft }: TimelineEntry) =>
      [action, step, what, delivery, triesLeft].filter((one) => one !== null);
    expect(timeline.toReversed().map(told)).toEqual([
      ['attempt.started'],
      ['attempt.step', 'code', 'app', 5],
      ['attempt.step', 'code', 'telegram.phone_code_invalid', 'app', 4],
      ['connection.connected'],
      ['support.looked'],
    ]);
    expect(timeline[0]).toMatchObject({ staffId: 's1', actor: 'support' });
  });
});

describe('pages', () => {
  it('show everybody once, newest first, whatever kind of row they are', async () => {
    for (let n = 0; n < 60; n += 1) {
      const userId = `u${n}`;
      await console.vault.browserSessions.create(`cookie-${n}`, {
        user: { id: userId, label: `Person ${String(n).padStart(2, '0')}`, role: 'user' },
        connectionId: null,
        returnUrl: null,
        locale: null,
        createdAt: 1,
        expiresAt: 2,
      });
      const refused = { code: 'telegram.api_id_invalid' as const, at: n % 7, retryAt: null, requestId: null };
      const actor = { kind: 'user' as const, id: userId };
      await console.vault.support.noteRefused(userId, refused, { userId, at: n, actor, action: 'attempt.refused' });
    }
    const { ask } = await console.staff();
    for (const search of [{}, { q: 'person' }]) {
      const seen: SupportRow[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const { body } = await ask('POST', '/api/support/searches', { ...search, ...(cursor ? { cursor } : {}) });
        seen.push(...body.items);
        cursor = body.nextCursor;
      }
      expect(new Set(seen.map((row) => row.userId)).size).toBe(60);
      expect(seen).toHaveLength(60);
    }
  });
});
