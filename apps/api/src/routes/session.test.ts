import { BrowserSession } from '@botize/contract';
import { describe, expect, it } from 'vitest';
import { origin } from '../testing/fixtures.ts';
import { testApp } from '../testing/test-app.ts';

const dev = { dev: { userId: 'u1', label: 'Ana' } };
const cookieOf = (answer: { headers: Record<string, unknown> }) => String(answer.headers['set-cookie']);

describe('the browser session', () => {
  it('begins with a development sign-in', async () => {
    const { app } = await testApp();
    const answer = await app.inject({ method: 'POST', url: '/api/session', headers: { origin }, payload: dev });
    expect(answer.statusCode).toBe(200);
    expect(BrowserSession.parse(answer.json())).toEqual({
      user: { id: 'u1', label: 'Ana', role: 'user' },
      connectionId: null,
      returnUrl: null,
      locale: null,
      expiresAt: '2026-11-22T22:00:00.000Z',
    });
    expect(cookieOf(answer)).toMatch(/^botize_dev=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('has a cookie that only our own https origin can set', async () => {
    const { app } = await testApp({ settings: { publicUrl: new URL('https://connect.example') } });
    const headers = { origin: 'https://connect.example' };
    const answer = await app.inject({ method: 'POST', url: '/api/session', headers, payload: dev });
    expect(cookieOf(answer)).toMatch(/^__Host-botize=[\w-]{43}; .*Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  it('is there for GET until it is signed out or has run out', async () => {
    const { app, ask, signIn, clock } = await testApp();
    const first = await signIn();
    expect((await ask({ url: '/api/session' }, first)).json()).toMatchObject({ user: { id: 'u1' } });
    const out = await ask({ method: 'DELETE', url: '/api/session' }, first);
    expect(out.statusCode).toBe(204);
    expect(cookieOf(out)).toContain('botize_dev=;');
    expect((await ask({ url: '/api/session' }, first)).statusCode).toBe(401);
    expect((await ask({ method: 'DELETE', url: '/api/session' }, first)).statusCode).toBe(204);

    const second = await signIn();
    clock.time += 12 * 60 * 60 * 1000;
    expect((await ask({ url: '/api/session' }, second)).statusCode).toBe(401);
    expect((await app.inject('/api/session')).json()).toMatchObject({ code: 'session.none' });
  });

  it('that isn’t there is no error to a page that prefers to hear little', async () => {
    const { app } = await testApp();
    const prefer = 'return=minimal';
    const none = await app.inject({ url: '/api/session', headers: { prefer } });
    expect([none.statusCode, none.headers['x-problem-code'], none.body]).toEqual([204, 'session.none', '']);
    const elsewhere = await app.inject({ url: '/api/session', headers: { prefer: 'respond-async' } });
    expect(elsewhere.statusCode).toBe(401);
  });

  it('gets a fresh id with each sign-in, and the one before is dead', async () => {
    const { ask, signIn } = await testApp();
    const before = await signIn('u1');
    const again = await ask({ method: 'POST', url: '/api/session', payload: { dev: { userId: 'u2' } } }, before);
    const after = cookieOf(again).split(';', 1)[0] ?? '';
    expect(after).not.toBe(before);
    expect((await ask({ url: '/api/session' }, before)).statusCode).toBe(401);
    expect((await ask({ url: '/api/session' }, after)).json()).toMatchObject({ user: { id: 'u2', label: 'u2' } });
  });

  it('is never one that somebody else chose', async () => {
    const { ask } = await testApp();
    const planted = `botize_dev=${'A'.repeat(43)}`;
    const answer = await ask({ method: 'POST', url: '/api/session', payload: dev }, planted);
    expect(cookieOf(answer)).not.toContain(planted);
    for (const cookie of [planted, 'botize_dev=%ff', 'botize_dev', '=;;=', 'botize_dev="']) {
      expect((await ask({ url: '/api/session' }, cookie)).statusCode).toBe(401);
    }
  });

  it('does not begin in development fashion where that is off', async () => {
    const { ask } = await testApp({ settings: { devSignIn: false } });
    const answer = await ask({ method: 'POST', url: '/api/session', payload: dev }, '');
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'session.dev_disabled']);
  });

  it('does not begin with a link nobody gave out', async () => {
    const { ask } = await testApp();
    const answer = await ask({ method: 'POST', url: '/api/session', payload: { linkToken: 'x'.repeat(43) } }, '');
    expect([answer.statusCode, answer.json().code]).toEqual([410, 'link.expired']);
  });

  it('does not begin with members we do not know', async () => {
    const { ask } = await testApp();
    const payload = { dev: { userId: 'u1', role: 'admin', isAdmin: true } };
    const answer = await ask({ method: 'POST', url: '/api/session', payload }, '');
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors).toContainEqual({ pointer: '/dev/role', code: 'format' });
  });
});
