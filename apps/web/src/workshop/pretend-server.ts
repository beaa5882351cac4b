import type { LoginAttempt, MessageCode } from '@botize/contract';
import { reportReached } from '../api/connectivity.ts';

type Answer = () => Response | Promise<Response>;
export type Answers = Record<string, Answer>;

export const says =
  (value: unknown, status = 200): Answer =>
  () =>
    new Response(status === 204 ? null : JSON.stringify(value), { status });

export const refuses =
  (status: number, code: MessageCode, more: { attempt?: LoginAttempt; retryAfterSeconds?: number } = {}): Answer =>
  () =>
    new Response(
      JSON.stringify({
        type: 'about:blank',
        title: code,
        status,
        code,
        requestId: 'req_0123456789abcdefghij',
        ...more,
      }),
      { status, headers: { 'content-type': 'application/problem+json' } },
    );

/** Takes its time, for ever. */
export const neverAnswers: Answer = () => new Promise<Response>(() => {});

/** What a browser does when it reaches nobody. */
export const isUnreachable: Answer = () => Promise.reject(new TypeError('Failed to fetch'));

/** Null while the real server is asked. */
let answers: Answers | null = null;

/** From now on requests of this page are answered from here; null gives it back to the real server. */
export function pretend(next: Answers | null): void {
  if (answers === next) return;
  answers = next;
  // The page before may have reached nobody.
  reportReached();
}

const askServer = window.fetch.bind(window);
const ServerEvents = window.EventSource;
const unknown = refuses(404, 'request.not_found');

window.fetch = (input, options) => {
  if (answers === null) return askServer(input, options);
  const path = new URL(input instanceof Request ? input.url : input, window.location.href).pathname;
  return Promise.resolve((answers[`${options?.method ?? 'GET'} ${path}`] ?? unknown)());
};

/** Nothing ever happens elsewhere. */
class SilentEvents extends EventTarget {
  readonly readyState = 1;
  close() {}
}

window.EventSource = new Proxy(ServerEvents, {
  construct: (Real, [url]: [string]) => (answers === null ? new Real(url) : new SilentEvents()),
});
