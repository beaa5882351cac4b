import type { LoginAttempt } from '@botize/contract';
import { describe, expect, it, vi } from 'vitest';
import type { AttemptChange } from '../verbs.ts';
import { attemptId, connectedStep, phoneStep } from '../testing/fixtures.ts';
import { testApp } from '../testing/test-app.ts';

const url = `/api/attempts/${attemptId}/events`;
const block = (id: number, attempt: LoginAttempt) => `id: ${id}\nevent: attempt\ndata: ${JSON.stringify(attempt)}\n\n`;

/** Says the changes, then waits for the listener to leave. */
const watch =
  (changes: AttemptChange[], left: () => void) => async (_actor: unknown, _id: string, signal: AbortSignal) =>
    (async function* () {
      yield* changes;
      await new Promise<void>((resolve) => {
        if (signal.aborted) resolve();
        signal.addEventListener('abort', () => resolve());
      });
      left();
    })();

describe('the events of an attempt', () => {
  it('are told at once, then as they come, until the attempt has ended', async () => {
    const left = vi.fn();
    const changes = [
      { eventId: 4, attempt: phoneStep },
      { eventId: 7, attempt: connectedStep },
      { eventId: 8, attempt: phoneStep },
    ];
    const { ask } = await testApp({ verbs: { watchAttempt: watch(changes, left) } });
    const answer = await ask({ url });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/event-stream');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body).toBe(`retry: 2000\n\n${block(4, phoneStep)}${block(7, connectedStep)}`);
  });

  it('show nothing that is not in the contract', async () => {
    const attempt = { ...connectedStep, session: 'secret' };
    const first = { eventId: 1, attempt: { ...phoneStep, session: 'secret' } };
    const changes = [first, { eventId: 2, attempt }];
    const { ask } = await testApp({ verbs: { watchAttempt: watch(changes, () => {}) } });
    expect((await ask({ url })).body).not.toContain('secret');
  });

  it('are none of an attempt that has ended already', async () => {
    const changes = [{ eventId: 7, attempt: connectedStep }];
    const { ask } = await testApp({ verbs: { watchAttempt: watch(changes, () => {}) } });
    const answer = await ask({ url });
    expect([answer.statusCode, answer.body]).toEqual([204, '']);
  });

  it('end with the browser session', async () => {
    const left = vi.fn();
    const { ask, signIn } = await testApp({
      verbs: { watchAttempt: watch([{ eventId: 4, attempt: phoneStep }], left) },
    });
    const cookie = await signIn();
    const stream = ask({ url }, cookie);
    await vi.waitFor(async () => {
      await ask({ method: 'DELETE', url: '/api/session' }, cookie);
      expect(left).toHaveBeenCalled();
    });
    await stream;
    expect((await ask({ url }, cookie)).statusCode).toBe(401);
  });

  it('end with the server', async () => {
    const left = vi.fn();
    const { ask, drain } = await testApp({
      verbs: { watchAttempt: watch([{ eventId: 4, attempt: phoneStep }], left) },
    });
    const stream = ask({ url });
    drain.begin();
    expect((await stream).body).toContain('id: 4');
    await vi.waitFor(() => expect(left).toHaveBeenCalled());
  });

  it('are told to no more pages of one user than anybody has open', async () => {
    const left = vi.fn();
    const { ask, signIn, drain } = await testApp({
      verbs: { watchAttempt: watch([{ eventId: 4, attempt: phoneStep }], left) },
    });
    const cookie = await signIn();
    const streams = Array.from({ length: 21 }, () => ask({ url }, cookie));
    const refused = await Promise.race(streams);
    expect([refused.statusCode, refused.json().code, refused.headers['retry-after']]).toEqual([
      429,
      'limit.requests',
      '10',
    ]);
    drain.begin();
    const statuses = (await Promise.all(streams)).map((answer) => answer.statusCode);
    expect(statuses.filter((status) => status === 200)).toHaveLength(20);
    expect((await ask({ url }, cookie)).statusCode).toBe(200);
  });
});
