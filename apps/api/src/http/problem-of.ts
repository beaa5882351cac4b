import { STATUS_CODES } from 'node:http';
import type { MessageCode, Problem } from '@botize/contract';
import { LoginAttempt } from '@botize/contract';
import { LeaseLost, Refusal, StaleRevision } from '@botize/login';
import { RequestProblem } from './request-problem.ts';
import { statusOf } from './status-of.ts';

type Body = Omit<Problem, 'type' | 'title' | 'requestId'>;

export interface Answer {
  body: Body;
  headers: Record<string, string>;
}

/** With 503, where nobody knows better. */
const retrySoonSeconds = 5;

/** By name, since only compose.ts may know which store there is. */
const storeFailures = new Set(['StorageError', 'EnvelopeError']);

const plain = (code: MessageCode, status = statusOf(code)): Answer => ({
  body: { status, code, ...(status === 503 ? { retryAfterSeconds: retrySoonSeconds } : {}) },
  headers: {},
});

const ofRequest = (problem: RequestProblem): Answer => {
  const { body } = plain(problem.code, problem.status);
  if (problem.errors) body.errors = problem.errors;
  if (problem.retryAfterSeconds !== undefined) body.retryAfterSeconds = problem.retryAfterSeconds;
  return { body, headers: problem.headers };
};

const ofRefusal = (refusal: Refusal, now: number): Answer => {
  const { body } = plain(refusal.code);
  if (refusal.retryAt !== null) body.retryAfterSeconds = Math.max(1, Math.ceil((refusal.retryAt - now) / 1000));
  if (refusal.code === 'lease.held' && refusal.retryAt !== null)
    body.expiresAt = new Date(refusal.retryAt).toISOString();
  const attempt = LoginAttempt.safeParse(refusal.attempt);
  if (attempt.success) body.attempt = attempt.data;
  return { body, headers: {} };
};

/** The framework's own refusals; their messages may quote the request and go nowhere. */
const ofFramework = (status: number): Answer => {
  switch (status) {
    case 404:
      return plain('request.not_found');
    case 405:
      return plain('request.method_not_allowed');
    case 413:
      return plain('request.too_large');
    case 415:
      return plain('request.media_type');
    default:
      return plain('request.invalid', status);
  }
};

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);
const statusIn = (error: unknown) =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;

const answerTo = (error: unknown, now: number): Answer => {
  if (error instanceof RequestProblem) return ofRequest(error);
  if (error instanceof Refusal) return ofRefusal(error, now);
  if (error instanceof Error && storeFailures.has(error.name)) return plain('server.storage');
  // Another process has taken over meanwhile, and nothing was written here: asking again finds out what is true.
  if (error instanceof LeaseLost || error instanceof StaleRevision) return plain('server.busy');
  if (error instanceof SyntaxError && statusIn(error) === 400) {
    return ofRequest(new RequestProblem('request.invalid', { errors: [{ pointer: '', code: 'format' }] }));
  }
  if (codeOf(error) === 'FST_ERR_HANDLER_TIMEOUT') return plain('server.busy');
  const status = statusIn(error);
  return status >= 400 && status < 500 ? ofFramework(status) : plain('server.internal');
};

/** `now` in epoch milliseconds. */
export const problemOf = (error: unknown, context: { requestId: string; now: number }) => {
  const { body, headers } = answerTo(error, context.now);
  const { status, code, ...more } = body;
  const problem: Problem = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    requestId: context.requestId,
    ...more,
  };
  const wait = problem.retryAfterSeconds;
  return { problem, headers: wait === undefined ? headers : { ...headers, 'retry-after': String(wait) } };
};
