import {
  ClearLimit,
  RepairLinkSent,
  SendRepairLink,
  StaffLookList,
  SupportConnection,
  SupportList,
  SupportOverview,
  SupportPerson,
  SupportSearch,
  WithReason,
} from '@botize/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import type { App } from '../app-types.ts';
import { staffOf } from '../http/context.ts';
import type { StreamEvent } from '../http/event-stream.ts';
import { createStreamCount, endOf, sendEvents, type StreamDeps } from '../http/stream-life.ts';
import type { SupportVerbs } from '../support-verbs.ts';
import { answerWithinMs, ById } from './by-id.ts';

interface SupportRouteDeps extends StreamDeps {
  verbs: SupportVerbs;
}

const readRoutes = (app: App, verbs: SupportVerbs) => {
  app.post(
    '/api/support/searches',
    { schema: { body: SupportSearch, response: { 200: SupportList } } },
    async (request) => {
      const list = await verbs.searchPeople(staffOf(request), request.body);
      if (list.kind === 'reference') request.reference = list.items[0]?.reference ?? null;
      return list;
    },
  );

  app.get('/api/support/users/:id', { schema: { params: ById, response: { 200: SupportPerson } } }, async (request) => {
    const person = await verbs.seePerson(staffOf(request), request.params.id);
    request.reference = person.attempt?.reference ?? person.connections[0]?.reference ?? null;
    return person;
  });

  app.get('/api/support/overview', { schema: { response: { 200: SupportOverview } } }, async () => verbs.overview());

  const cursor = z.strictObject({ cursor: z.optional(z.string().check(z.minLength(1), z.maxLength(64))) });
  app.get(
    '/api/support/looks',
    { schema: { querystring: cursor, response: { 200: StaffLookList } } },
    async (request) => verbs.staffLooks(staffOf(request), request.query.cursor),
  );
};

const actRoutes = (app: App, verbs: SupportVerbs) => {
  app.post(
    '/api/support/users/:id/links',
    { schema: { params: ById, body: SendRepairLink, response: { 201: RepairLinkSent } } },
    async (request, reply) => {
      const sent = await verbs.sendRepairLink(staffOf(request), request.params.id, request.body);
      return reply.code(201).send(sent);
    },
  );

  app.post(
    '/api/support/users/:id/limits/clear',
    { schema: { params: ById, body: ClearLimit } },
    async (request, reply) => {
      await verbs.clearLimit(staffOf(request), request.params.id, request.body);
      return reply.code(204).send();
    },
  );

  app.post(
    '/api/support/connections/:id/checks',
    {
      handlerTimeout: answerWithinMs,
      schema: { params: ById, body: WithReason, response: { 200: SupportConnection } },
    },
    async (request) => {
      const connection = await verbs.askCheck(staffOf(request), request.params.id, request.body);
      request.reference = connection.reference;
      return connection;
    },
  );

  app.post(
    '/api/support/attempts/:id/end',
    { handlerTimeout: answerWithinMs, schema: { params: ById, body: WithReason } },
    async (request, reply) => {
      const { reference } = await verbs.endAttempt(staffOf(request), request.params.id, request.body);
      request.reference = reference;
      return reply.code(204).send();
    },
  );
};

async function* toEvents(changes: AsyncIterable<number>): AsyncGenerator<StreamEvent> {
  for await (const id of changes) yield { id, name: 'changed', data: '{}' };
}

/** Tells that something has changed, not what: whoever may see it asks for it, which is a look. */
const eventRoutes = (app: App, deps: SupportRouteDeps) => {
  const enterStream = createStreamCount();
  const open = (request: FastifyRequest, reply: FastifyReply) => {
    reply.raw.once('close', enterStream(staffOf(request).id));
    return endOf(request, reply, deps);
  };
  app.get('/api/support/events', { exposeHeadRoute: false }, async (request, reply) => {
    const end = open(request, reply);
    return sendEvents(toEvents(deps.verbs.watchList(end.signal)), end, { request, reply, deps });
  });
  app.get(
    '/api/support/users/:id/events',
    { exposeHeadRoute: false, schema: { params: ById } },
    async (request, reply) => {
      const end = open(request, reply);
      const changes = await deps.verbs.watchPerson(request.params.id, end.signal);
      return sendEvents(toEvents(changes), end, { request, reply, deps });
    },
  );
};

/** The support console's. Who may ask is told by the route table. */
export const supportRoutes = (app: App, deps: SupportRouteDeps) => {
  readRoutes(app, deps.verbs);
  actRoutes(app, deps.verbs);
  eventRoutes(app, deps);
};
