import type { FastifyInstance } from 'fastify';
import { rowOf } from '../routes/route-table.ts';
import { RequestProblem } from './request-problem.ts';

/**
 * Requests that may ask Telegram, all users together: beyond `mostAtOnce`, each further one would only wait longer than
 * its page does.
 */
export const addQueueCap = (app: FastifyInstance, mostAtOnce: number) => {
  let waiting = 0;
  app.addHook('onRequest', async (request, reply) => {
    if (!rowOf(request.method, request.routeOptions.url)?.asksTelegram) return;
    if (waiting >= mostAtOnce) throw new RequestProblem('server.busy');
    waiting += 1;
    reply.raw.once('close', () => {
      waiting -= 1;
    });
  });
};
