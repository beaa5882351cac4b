import type { IncomingMessage, ServerResponse } from 'node:http';
import cookie from '@fastify/cookie';
import type { FastifyBaseLogger, RawServerDefault } from 'fastify';
import Fastify, { LogController } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { serializerCompiler } from 'fastify-type-provider-zod';
import type { App } from './app-types.ts';
import type { AppDeps, TrustProxy } from './deps.ts';
import { addAnswerLog } from './http/answer-log.ts';
import { answerClientError } from './http/client-error.ts';
import { answerErrorsAsProblems } from './http/error-handler.ts';
import { addGate } from './http/gate.ts';
import { acceptJsonOnly, bodyLimit } from './http/json-bodies.ts';
import { isPublic, pathOf, withReadablePath } from './http/paths.ts';
import { addNoDialling } from './http/no-dialling.ts';
import { addQueueCap } from './http/queue-cap.ts';
import { addRateLimits, addUserLimit } from './http/rate-limits.ts';
import { freshRequestId } from './http/request-id.ts';
import { addSecurityHeaders } from './http/security-headers.ts';
import { createSessionCookie } from './http/session-cookie.ts';
import { validatorCompiler } from './http/validation.ts';
import { activityRoutes } from './routes/activity.ts';
import { attemptEventRoutes } from './routes/attempt-events.ts';
import { attemptRoutes } from './routes/attempts.ts';
import { connectionRoutes } from './routes/connections.ts';
import { hostRoutes } from './routes/host.ts';
import { metaRoutes } from './routes/meta.ts';
import { operationRoutes } from './routes/operations.ts';
import { referenceRoutes } from './routes/reference/reference-routes.ts';
import { sessionRoutes } from './routes/session.ts';
import { supportRoutes } from './routes/support.ts';
import { userRoutes } from './routes/users.ts';
import { webAppRoutes } from './routes/web-app.ts';

/** Milliseconds for a request's headers, and for all of it with its body. */
const headersWithinMs = 10_000;
const requestWithinMs = 20_000;
const maxHeaderSize = 16 * 1024;

/** Fastify counts hops with a function: how far from us an address may be and still be believed. */
const trustProxyOf = (trust: TrustProxy) =>
  typeof trust === 'number' ? (_address: string, hop: number) => hop < trust : trust;

const bareApp = ({ settings, log }: AppDeps): App =>
  Fastify<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger>({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    requestIdHeader: false,
    genReqId: freshRequestId,
    trustProxy: trustProxyOf(settings.trustProxy),
    bodyLimit,
    requestTimeout: requestWithinMs,
    http: { headersTimeout: headersWithinMs, maxHeaderSize },
    rewriteUrl: (request) => withReadablePath(request.url ?? '/'),
    clientErrorHandler: answerClientError,
    // While closing, requests on open connections are answered by us too, not by the framework.
    return503OnClosing: false,
    // Whoever closes has waited for the requests in flight. A connection on which nothing was ever asked (browsers open
    // such ones ahead) isn't idle in Node's eyes, and would keep a server that waits for it from ending.
    forceCloseConnections: true,
    // As long as a request line can be: an overlong id is not found like any other that doesn't exist.
    routerOptions: { maxParamLength: maxHeaderSize },
  }).withTypeProvider<ZodTypeProvider>();

/** What every answer has, whatever becomes of the request. */
const addCommonHeaders = (app: App, { drain }: AppDeps) => {
  app.decorateRequest('signedIn', null);
  app.decorateRequest('hostKey', null);
  app.decorateRequest('reference', null);
  app.decorateRequest('problemCode', null);
  app.addHook('onRequest', async (request, reply) => {
    reply.raw.once('close', drain.enter());
    reply.header('x-request-id', request.id);
    if (!isPublic(pathOf(request.url))) reply.header('cache-control', 'no-store');
  });
};

/** The whole server without any I/O of its own: listening, stores and Telegram come in from outside. */
export const buildApp = async (deps: AppDeps): Promise<App> => {
  const { settings, verbs, hostVerbs, supportVerbs, keyOf, browserSessions } = deps;
  const { clock, drain, dials, limits, metrics, storeAnswers } = deps;
  const { publicUrl, devSignIn, meta, webRoot, embedOrigins } = settings;
  const app = bareApp(deps);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  acceptJsonOnly(app);
  answerErrorsAsProblems(app, clock);
  addAnswerLog(app, metrics);

  addCommonHeaders(app, deps);
  await addSecurityHeaders(app, { https: publicUrl.protocol === 'https:' });
  if (limits) await addRateLimits(app, limits);
  await app.register(cookie);
  const sessionCookie = createSessionCookie(publicUrl);
  addGate(app, { browserSessions, cookie: sessionCookie, origin: publicUrl.origin, keyOf, operator: settings });
  if (limits) addUserLimit(app, limits);

  addQueueCap(app, settings.requestsAtOnce);
  if (!dials) addNoDialling(app);

  metaRoutes(app, meta);
  sessionRoutes(app, { browserSessions, cookie: sessionCookie, devSignIn, embedOrigins, verbs: hostVerbs });
  attemptRoutes(app, { verbs, drain });
  attemptEventRoutes(app, { verbs, browserSessions, drain, clock });
  connectionRoutes(app, verbs);
  activityRoutes(app, verbs);
  userRoutes(app, { verbs, browserSessions, cookie: sessionCookie });
  supportRoutes(app, { verbs: supportVerbs, browserSessions, drain });
  hostRoutes(app, hostVerbs);
  referenceRoutes(app, publicUrl.origin);
  operationRoutes(app, { drain, dials, storeAnswers, metrics });
  await webAppRoutes(app, { webRoot, publicUrl, embedOrigins });
  return app;
};
