import type { LoginAttempt, MessageCode } from '@botize/contract';
import { vi } from 'vitest';

type Answer = Response | Promise<Response>;
export type Answers = Record<string, (body: unknown) => Answer>;

export const json = (value: unknown, status = 200): Response =>
  new Response(status === 204 ? null : JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json', 'x-request-id': 'req_0123456789abcdefghij' },
  });

export const refuse = (
  status: number,
  code: MessageCode,
  more: { attempt?: LoginAttempt; retryAfterSeconds?: number } = {},
) =>
  new Response(
    JSON.stringify({ type: 'about:blank', title: code, status, code, requestId: 'req_0123456789abcdefghij', ...more }),
    { status, headers: { 'content-type': 'application/problem+json' } },
  );

/** What a browser does when it reaches nobody. */
export const nobody = (): never => {
  throw new TypeError('Failed to fetch');
};

/** Answers requests by `METHOD /path` in place of the network; returns what was asked, in order. */
export function answerWith(answers: Answers): { method: string; path: string; body: unknown }[] {
  const asked: { method: string; path: string; body: unknown }[] = [];
  vi.stubGlobal('fetch', async (path: string, options: RequestInit = {}) => {
    const method = options.method ?? 'GET';
    const body: unknown = typeof options.body === 'string' ? JSON.parse(options.body) : undefined;
    asked.push({ method, path, body });
    const answer = answers[`${method} ${path}`];
    return answer ? answer(body) : refuse(404, 'request.not_found');
  });
  return asked;
}
