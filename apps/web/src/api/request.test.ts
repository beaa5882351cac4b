import { Meta } from '@botize/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { meta } from '../testing/draw.tsx';
import { answerWith, json, nobody, refuse } from '../testing/answers.ts';
import { tryAgainNow } from './connectivity.ts';
import { failureOf } from './problem.ts';
import { request, whenSessionEnds } from './request.ts';

const get = () => request('/api/meta', { schema: Meta });
const failureOfGet = () => get().then(() => null, failureOf);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a request', () => {
  it('gives what the contract says, and drops what it doesn’t know', async () => {
    answerWith({ 'GET /api/meta': () => json({ ...meta, later: 'added' }) });
    expect(await get()).toEqual(meta);
  });

  it('turns a problem into its code, its id and a time', async () => {
    vi.setSystemTime('2026-11-22T12:00:00.000Z');
    answerWith({ 'GET /api/meta': () => refuse(429, 'limit.requests', { retryAfterSeconds: 60 }) });
    expect(await failureOfGet()).toMatchObject({
      code: 'limit.requests',
      requestId: 'req_0123456789abcdefghij',
      retryAt: '2026-11-22T12:01:00.000Z',
    });
  });

  it.each(['session.none', 'attempt.none'])('that finds nothing hears %s without an error', async (code) => {
    const headers = { 'x-problem-code': code, 'x-request-id': 'req_0123456789abcdefghij' };
    answerWith({ 'GET /api/meta': () => new Response(null, { status: 204, headers }) });
    expect(await failureOfGet()).toMatchObject({ code, requestId: 'req_0123456789abcdefghij' });
  });

  it('shows nothing of an answer that isn’t the contract’s', async () => {
    answerWith({ 'GET /api/meta': () => json({ network: 5 }) });
    expect(await failureOfGet()).toMatchObject({ code: 'server.internal', requestId: 'req_0123456789abcdefghij' });
    answerWith({ 'GET /api/meta': () => new Response('<h1>Oops</h1>', { status: 500 }) });
    expect(await failureOfGet()).toMatchObject({ code: 'server.internal', requestId: null });
  });

  it('is tried again after five seconds when it reaches nobody', async () => {
    let up = false;
    const asked = answerWith({ 'GET /api/meta': () => (up ? json(meta) : nobody()) });
    const answer = get();
    await vi.advanceTimersByTimeAsync(4_900);
    expect(asked).toHaveLength(1);
    up = true;
    await vi.advanceTimersByTimeAsync(100);
    expect(await answer).toEqual(meta);
  });

  it('is tried again at once when somebody asks for it, or when the network returns', async () => {
    let up = false;
    const asked = answerWith({ 'GET /api/meta': () => (up ? json(meta) : nobody()) });
    const answer = get();
    await vi.advanceTimersByTimeAsync(10);
    tryAgainNow();
    await vi.advanceTimersByTimeAsync(10);
    expect(asked).toHaveLength(2);
    up = true;
    window.dispatchEvent(new Event('online'));
    expect(await answer).toEqual(meta);
  });

  it('takes a proxy without a server behind it for nobody', async () => {
    let up = false;
    answerWith({ 'GET /api/meta': () => (up ? json(meta) : new Response('Bad gateway', { status: 502 })) });
    const answer = get();
    await vi.advanceTimersByTimeAsync(10);
    up = true;
    tryAgainNow();
    expect(await answer).toEqual(meta);
  });

  it('tells when nobody is signed in any more', async () => {
    const ended = vi.fn();
    whenSessionEnds(ended);
    answerWith({ 'GET /api/meta': () => refuse(401, 'session.none') });
    await failureOfGet();
    expect(ended).toHaveBeenCalledOnce();
  });

  it('ends when the page that asked has gone', async () => {
    answerWith({ 'GET /api/meta': nobody });
    const stopping = new AbortController();
    const answer = request('/api/meta', { schema: Meta, signal: stopping.signal }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(10);
    stopping.abort(new Error('gone'));
    expect(await answer).toMatchObject({ message: 'gone' });
  });
});
