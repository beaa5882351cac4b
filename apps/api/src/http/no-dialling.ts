import type { FastifyInstance } from 'fastify';
import { rowOf, type RouteRow } from '../routes/route-table.ts';
import { RequestProblem } from './request-problem.ts';

/** Hands a session to the host, which dials with it. */
const lends = ({ method, url }: RouteRow) => method === 'POST' && url.endsWith('/leases');

/** On a restored copy the original may still be at work: whatever would ask Telegram is refused, reads are answered. */
export const addNoDialling = (app: FastifyInstance) => {
  app.addHook('onRequest', async (request) => {
    const row = rowOf(request.method, request.routeOptions.url);
    if (row !== null && (row.asksTelegram === true || lends(row))) throw new RequestProblem('server.not_dialling');
  });
};
