import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { LimitValues } from '../config/limits.ts';
import { rowOf } from '../routes/route-table.ts';
import type { AddressLimits } from './address-limits.ts';
import { countedAddress } from './counted-address.ts';
import { windowMs, type FloodCounts } from './flood-counts.ts';
import { isApi, isHostApi, pathOf } from './paths.ts';
import { RequestProblem } from './request-problem.ts';

export interface AppLimits {
  values: LimitValues;
  counts: FloodCounts;
  /** What an address may do in an hour. */
  addresses: AddressLimits;
  /** Addresses and users are counted under keyed hashes. */
  hash: (text: string) => string;
}

/** The plugin's store, on counts that outlast a restart. The key is the bucket. */
const storeOn = (counts: FloodCounts) =>
  class {
    incr(
      bucket: string,
      done: (error: null, result: { current: number; ttl: number }) => void,
      _window: number,
      max: number,
    ) {
      const { uses, leftMs } = counts.count(bucket, max);
      done(null, { current: uses, ttl: leftMs });
    }
    child() {
      return this;
    }
  };

type Limiter = ReturnType<FastifyInstance['createRateLimit']>;

const mustAllow = async (limiter: Limiter, request: FastifyRequest) => {
  const use = await limiter(request);
  if (use.isAllowed || !use.isExceeded) return;
  throw new RequestProblem('limit.requests', { retryAfterSeconds: Math.max(1, use.ttlInSeconds) });
};

/** Counts before anything else is looked at, so that a flood costs next to nothing. */
export const addRateLimits = async (app: FastifyInstance, { values, counts, addresses, hash }: AppLimits) => {
  await app.register(rateLimit, { global: false, store: storeOn(counts) });
  const byAddress = (name: string, max: number) =>
    app.createRateLimit({
      max,
      timeWindow: windowMs,
      keyGenerator: ({ ip }) => `minute:${name}:${hash(countedAddress(ip))}`,
    });
  const all = byAddress('api', values.requestsPerAddress);
  const host = byAddress('host', values.hostRequestsPerAddress);
  const budgets = {
    sign_in: byAddress('sign_in', values.signInsPerMinute),
    start: byAddress('start', values.startsPerMinute),
  };

  app.addHook('onRequest', async (request) => {
    const path = pathOf(request.url);
    if (!isApi(path)) return;
    await mustAllow(isHostApi(path) ? host : all, request);
    const budget = rowOf(request.method, request.routeOptions.url)?.budget;
    if (budget === undefined) return;
    await mustAllow(budgets[budget], request);
    const wait = await addresses.take(budget, request.ip);
    if (wait !== null) throw new RequestProblem('limit.requests', { retryAfterSeconds: wait });
  });
};

/** A user with a thousand addresses is still one user. Counts once it is known who asks. */
export const addUserLimit = (app: FastifyInstance, { values, hash }: AppLimits) => {
  const limiter = app.createRateLimit({
    max: values.requestsPerUser,
    timeWindow: windowMs,
    keyGenerator: ({ signedIn }) => `minute:user:${hash(signedIn?.user.id ?? '')}`,
  });
  app.addHook('onRequest', async (request) => {
    if (request.signedIn !== null) await mustAllow(limiter, request);
  });
};
