import type { Clock } from '@botize/login';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { problemOf } from './problem-of.ts';

const minimal = 'return=minimal';

/**
 * Whether a page asked if there is something, and there isn't. With `Prefer: return=minimal` it gets 204 and the code in
 * a header, so that no browser counts as an error what belongs to any first visit.
 */
const isPlainNo = (request: FastifyRequest, code: string) =>
  request.method === 'GET' &&
  request.headers['prefer'] === minimal &&
  (code === 'session.none' || code === 'attempt.none');

/** The one place where an error becomes an answer. */
export const answerErrorsAsProblems = (app: FastifyInstance, clock: Clock) => {
  app.setErrorHandler((error, request, reply) => {
    const { problem, headers } = problemOf(error, { requestId: request.id, now: clock.now() });
    request.problemCode = problem.code;
    request.reference ??= problem.attempt?.reference ?? null;
    if (problem.code === 'server.internal' || problem.code === 'server.storage') {
      request.log.error({ event: 'request failed', err: error });
    }
    if (isPlainNo(request, problem.code)) {
      return reply.code(204).headers({ 'preference-applied': minimal, 'x-problem-code': problem.code }).send();
    }
    return reply
      .code(problem.status)
      .headers(headers)
      .type('application/problem+json')
      .serializer(JSON.stringify)
      .send(problem);
  });
};
