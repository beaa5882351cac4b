import type { HostScope } from '@botize/contract';
import type { HostKey } from '@botize/login';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { methodsAt, rowOf } from '../routes/route-table.ts';
import { bearerOf } from './bearer.ts';
import type { BrowserSessions } from './browser-sessions.ts';
import { checkOperator, type OperatorSettings } from './operator.ts';
import { isApi, isHostApi, pathOf } from './paths.ts';
import { RequestProblem } from './request-problem.ts';
import type { SessionCookie } from './session-cookie.ts';

const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

/** No such address, or it doesn't know this method. */
export const nothingAt = (request: FastifyRequest): RequestProblem => {
  const methods = methodsAt(pathOf(request.url));
  if (methods.length === 0) return new RequestProblem('request.not_found');
  return new RequestProblem('request.method_not_allowed', { headers: { allow: methods.join(', ') } });
};

/** A page of another site can make a browser send our cookie, but can't forge this header. */
const checkOrigin = (request: FastifyRequest, origin: string) => {
  if (!reads.has(request.method) && request.headers.origin !== origin) throw new RequestProblem('request.origin');
};

/** @throws RequestProblem request.key, request.scope */
const checkHost = async (request: FastifyRequest, scope: HostScope, keyOf: GateDeps['keyOf']): Promise<HostKey> => {
  const bearer = bearerOf(request);
  const key = bearer === null ? null : await keyOf(bearer);
  if (key === null) throw new RequestProblem('request.key', { headers: { 'www-authenticate': 'Bearer' } });
  if (!key.scopes.includes(scope)) throw new RequestProblem('request.scope');
  return key;
};

interface GateDeps {
  browserSessions: BrowserSessions;
  cookie: SessionCookie;
  origin: string;
  /** Null for an unknown or revoked key. The key is secret. */
  keyOf: (key: string) => Promise<HostKey | null>;
  operator: OperatorSettings;
}

/** In this order: is there such a route, is the request from our own page, who sends it, may they. */
export const addGate = (app: FastifyInstance, deps: GateDeps) => {
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) {
      if (rowOf(one, url) === null) throw new Error(`${one} ${url} has no row in the route table`);
    }
  });

  app.setNotFoundHandler((request) => {
    throw nothingAt(request);
  });

  app.addHook('onRequest', async (request) => {
    const path = pathOf(request.url);
    const row = request.is404 ? null : rowOf(request.method, request.routeOptions.url);
    if (row === null || (isApi(path) && row.url === '/*')) throw nothingAt(request);
    if (isApi(path) && !isHostApi(path)) checkOrigin(request, deps.origin);
    if (row.who === 'anyone') return;
    if (row.who === 'operator') return checkOperator(request, deps.operator);
    if (row.who === 'host') {
      request.hostKey = await checkHost(request, row.scope, deps.keyOf);
      return;
    }
    const id = deps.cookie.read(request);
    request.signedIn = id === null ? null : await deps.browserSessions.find(id);
    if (request.signedIn === null) throw new RequestProblem('session.none');
    const isForRole = row.who === 'user' || row.who === 'support';
    if (isForRole && request.signedIn.user.role !== row.who) throw new RequestProblem('session.forbidden');
  });
};
