import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../metrics/metrics.ts';
import { isApi, pathOf } from './paths.ts';

/** Whoever sends requests may write anything there. */
const knownMethod = (method: string) =>
  ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].includes(method) ? method : 'other';

/** One line and one measurement an answer. The route's pattern, never the address: ids and queries stay out. */
export const addAnswerLog = (app: FastifyInstance, metrics: Pick<Metrics, 'request'>) => {
  app.addHook('onResponse', async (request, reply) => {
    const seconds = reply.elapsedTime / 1000;
    const route = request.routeOptions.url ?? 'none';
    metrics.request({ method: knownMethod(request.method), route, status: reply.statusCode, seconds });
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
