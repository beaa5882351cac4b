import { Command, LoginAttempt, StartAttempt } from '@botize/contract';
import type { App } from '../app-types.ts';
import { actorOf } from '../http/context.ts';
import type { Drain } from '../http/drain.ts';
import { RequestProblem } from '../http/request-problem.ts';
import type { Verbs } from '../verbs.ts';
import { answerWithinMs, ById } from './by-id.ts';

interface AttemptDeps {
  verbs: Verbs;
  drain: Drain;
}

export const attemptRoutes = (app: App, { verbs, drain }: AttemptDeps) => {
  app.post(
    '/api/attempts',
    {
      handlerTimeout: answerWithinMs,
      schema: { body: StartAttempt, response: { 200: LoginAttempt, 201: LoginAttempt } },
    },
    async (request, reply) => {
      if (drain.signal.aborted) throw new RequestProblem('server.draining');
      const { created, attempt } = await verbs.startAttempt(actorOf(request), request.body);
      request.reference = attempt.reference;
      return reply.code(created ? 201 : 200).send(attempt);
    },
  );

  app.get('/api/attempts/current', { schema: { response: { 200: LoginAttempt } } }, async (request) => {
    const attempt = await verbs.currentAttempt(actorOf(request));
    request.reference = attempt.reference;
    return attempt;
  });

  app.post(
    '/api/attempts/:id/commands',
    { handlerTimeout: answerWithinMs, schema: { params: ById, body: Command, response: { 200: LoginAttempt } } },
    async (request) => {
      const attempt = await verbs.runCommand(actorOf(request), request.params.id, request.body);
      request.reference = attempt.reference;
      return attempt;
    },
  );

  app.delete(
    '/api/attempts/:id',
    { handlerTimeout: answerWithinMs, schema: { params: ById } },
    async (request, reply) => {
      await verbs.cancelAttempt(actorOf(request), request.params.id);
      return reply.code(204).send();
    },
  );
};
