import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { isLoopback } from '../config/loopback.ts';
import type { TrustProxy } from '../deps.ts';
import { bearerOf } from './bearer.ts';
import { RequestProblem } from './request-problem.ts';

const hashed = (text: string) => createHash('sha256').update(text).digest();
const equal = (one: string, other: string) => timingSafeEqual(hashed(one), hashed(other));

const proxyHeaders = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** From a program on this machine, and through nobody: a proxy beside the server would speak for the whole world. */
const isFromHere = (request: FastifyRequest) => {
  const address = (request.raw.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const throughProxy = proxyHeaders.some((name) => request.headers[name] !== undefined);
  return isLoopback(address) && isLoopback(request.hostname) && !throughProxy;
};

export interface OperatorSettings {
  /** SECRET. Null: only programs on this machine may ask, and only where no proxy stands before the server. */
  metricsToken: string | null;
  trustProxy: TrustProxy;
}

/** Lets operators in. @throws RequestProblem request.key, or request.not_found where nobody could have the token */
export const checkOperator = (request: FastifyRequest, { metricsToken, trustProxy }: OperatorSettings): void => {
  if (metricsToken === null) {
    if (trustProxy !== false || !isFromHere(request)) throw new RequestProblem('request.not_found');
    return;
  }
  const bearer = bearerOf(request);
  if (bearer === null || !equal(bearer, metricsToken)) {
    throw new RequestProblem('request.key', { headers: { 'www-authenticate': 'Bearer' } });
  }
};
