import { ActivityList, UserErased } from '@botize/contract';
import { Refusal, type AuditEntry } from '@botize/login';
import { describe, expect, it } from 'vitest';
import { connectionId, now } from '../testing/fixtures.ts';
import { testApp } from '../testing/test-app.ts';

describe('leaving', () => {
  it('erases whoever is signed in, and ends their session', async () => {
    const erased: string[] = [];
    const eraseUser = async ({ userId }: { userId: string }) => {
      erased.push(userId);
      return { disconnected: 2, pending: 1 };
    };
    const { ask, signIn } = await testApp({ verbs: { eraseUser } });
    const session = await signIn();
    const answer = await ask({ method: 'DELETE', url: '/api/users/me' }, session);
    expect(UserErased.parse(answer.json())).toEqual({ disconnected: 2, pending: 1 });
    expect(String(answer.headers['set-cookie'])).toContain('botize_dev=;');
    expect(erased).toEqual(['u1']);
    expect((await ask({ url: '/api/connections' }, session)).statusCode).toBe(401);
  });

  it('that doesn’t succeed ends no session', async () => {
    const eraseUser = async () => {
      throw new Refusal('server.busy');
    };
    const { ask, signIn } = await testApp({ verbs: { eraseUser } });
    const session = await signIn();
    expect((await ask({ method: 'DELETE', url: '/api/users/me' }, session)).statusCode).toBe(503);
    expect((await ask({ url: '/api/connections' }, session)).statusCode).toBe(200);
  });
});

describe('activity', () => {
  const entry = (over: Partial<AuditEntry>): AuditEntry => ({
    userId: 'u1',
    at: now,
    actor: { kind: 'user', id: 'u1' },
    action: 'connection.connected',
    connectionId,
    ...over,
  });

  it('tells what happened and what kind of person did it, and nothing else of the audit', async () => {
    const entries = [
      entry({ action: 'support.looked', actor: { kind: 'support', id: 'staff-7' } }),
      entry({ action: 'connection.checked', detail: { outcome: 'frozen' } }),
      entry({ action: 'connection.needs_reconnect', detail: { reason: 'revoked' } }),
      entry({ action: 'attempt.submit_code', detail: { code: 'telegram.phone_code_invalid' } }),
      entry({ action: 'secret.refused' }),
    ];
    const { ask, signIn } = await testApp({
      verbs: { connectionActivity: async () => entries, userActivity: async () => entries.slice(0, 1) },
    });
    const session = await signIn();
    const answer = await ask({ url: `/api/connections/${connectionId}/activity` }, session);
    const { items } = ActivityList.parse(answer.json());
    expect(items.map(({ action, actor, outcome }) => [action, actor, outcome])).toEqual([
      ['support.looked', 'support', null],
      ['connection.checked', 'user', 'frozen'],
      ['connection.needs_reconnect', 'user', 'revoked'],
    ]);
    expect(answer.body).not.toContain('staff-7');
    const all = await ask({ url: '/api/activity' }, session);
    expect(ActivityList.parse(all.json()).items).toHaveLength(1);
  });
});
