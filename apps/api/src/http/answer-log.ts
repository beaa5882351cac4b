import type { FastifyInstance } from 'fastify';
import { isApi, pathOf } from './paths.ts';

/** One line an answer. The route's pattern, never the address: ids and queries stay out. */
export const addAnswerLog = (app: FastifyInstance) => {
  app.addHook('onResponse', async (request, reply) => {
    if (!isApi(pathOf(request.url)) && reply.statusCode < 500) return;
    const line = {
      event: 'answered',
      method: request.method,
      route: request.routeOptions.url ?? null,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      ...(request.reference === null ? {} : { reference: request.reference }),
      ...(request.problemCode === null ? {} : { code: request.problemCode }),
    };
    if (reply.statusCode >= 500) request.log.warn(line);
    else request.log.info(line);
  });
};
