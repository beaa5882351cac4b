import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import type { Budget } from '../routes/route-table.ts';
import { rowOf } from '../routes/route-table.ts';
import type { AddressLimits } from './address-limits.ts';
import { isApi, isHostApi, pathOf } from './paths.ts';
import { RequestProblem } from './request-problem.ts';

/** Requests a minute and address. An office behind one address must fit in, and so must the host. */
export const requestsAMinute = { api: 1200, host: 12_000, sign_in: 300, start: 300 } satisfies Record<
  Budget | 'api' | 'host',
  number
>;

/** Counts before anything else is looked at, so that a flood costs next to nothing. */
export const addRateLimits = async (app: FastifyInstance, stored: AddressLimits | null) => {
  await app.register(rateLimit, { global: false });
  const limiter = (max: number) => app.createRateLimit({ max, timeWindow: 60_000 });
  const all = limiter(requestsAMinute.api);
  const host = limiter(requestsAMinute.host);
  const budgets = { sign_in: limiter(requestsAMinute.sign_in), start: limiter(requestsAMinute.start) };

  app.addHook('onRequest', async (request) => {
    if (!isApi(pathOf(request.url))) return;
    const budget = rowOf(request.method, request.routeOptions.url)?.budget;
    const first = isHostApi(pathOf(request.url)) ? host : all;
    for (const take of budget ? [first, budgets[budget]] : [first]) {
      const use = await take(request);
      if (!use.isAllowed && use.isExceeded) {
        throw new RequestProblem('limit.requests', { retryAfterSeconds: Math.max(1, use.ttlInSeconds) });
      }
    }
    const wait = budget && stored ? await stored.take(budget, request.ip) : null;
    if (wait !== null) throw new RequestProblem('limit.requests', { retryAfterSeconds: wait });
  });
};
