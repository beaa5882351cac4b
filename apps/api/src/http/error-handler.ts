import type { Clock } from '@botize/login';
import type { FastifyInstance } from 'fastify';
import { problemOf } from './problem-of.ts';

/** The one place where an error becomes an answer. */
export const answerErrorsAsProblems = (app: FastifyInstance, clock: Clock) => {
  app.setErrorHandler((error, request, reply) => {
    const { problem, headers } = problemOf(error, { requestId: request.id, now: clock.now() });
    request.problemCode = problem.code;
    request.reference ??= problem.attempt?.reference ?? null;
    if (problem.code === 'server.internal' || problem.code === 'server.storage') {
      request.log.error({ event: 'request failed', err: error });
    }
    return reply
      .code(problem.status)
      .headers(headers)
      .type('application/problem+json')
      .serializer(JSON.stringify)
      .send(problem);
  });
};
