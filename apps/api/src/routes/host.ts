import { hostOperations as operations } from '@botize/contract';
import type { App } from '../app-types.ts';
import { hostKeyOf } from '../http/context.ts';
import type { HostVerbs } from '../host-verbs.ts';
import { answerWithinMs, ById } from './by-id.ts';

const linkRoutes = (app: App, verbs: HostVerbs) => {
  const { createConnectLink, redeemCode } = operations;
  app.post(
    createConnectLink.path,
    { schema: { body: createConnectLink.body, response: { 201: createConnectLink.answer } } },
    async (request, reply) => reply.code(201).send(await verbs.createLink(hostKeyOf(request), request.body)),
  );
  app.post(
    redeemCode.path,
    { schema: { body: redeemCode.body, response: { 200: redeemCode.answer } } },
    async (request) => verbs.redeemCode(hostKeyOf(request), request.body),
  );
};

const connectionRoutes = (app: App, verbs: HostVerbs) => {
  const { listConnections, getConnection, disconnect, eraseUser } = operations;
  app.get(
    listConnections.path,
    { schema: { querystring: listConnections.query, response: { 200: listConnections.answer } } },
    async (request) => verbs.listConnections(request.query),
  );
  app.get(
    getConnection.path,
    { schema: { params: ById, response: { 200: getConnection.answer } } },
    async (request) => {
      const connection = await verbs.getConnection(hostKeyOf(request), request.params.id);
      request.reference = connection.reference;
      return connection;
    },
  );
  app.delete(
    disconnect.path,
    { handlerTimeout: answerWithinMs, schema: { params: ById, response: { 200: disconnect.answer } } },
    async (request) => verbs.disconnect(hostKeyOf(request), request.params.id),
  );
  app.delete(
    eraseUser.path,
    { handlerTimeout: answerWithinMs, schema: { params: ById, response: { 200: eraseUser.answer } } },
    async (request) => verbs.eraseUser(hostKeyOf(request), request.params.id),
  );
};

const leaseRoutes = (app: App, verbs: HostVerbs) => {
  const { leaseSession, renewLease, releaseLease, reportError } = operations;
  app.post(
    leaseSession.path,
    { schema: { params: ById, body: leaseSession.body, response: { 201: leaseSession.answer } } },
    async (request, reply) => {
      const lease = await verbs.leaseSession(hostKeyOf(request), request.params.id, request.body);
      return reply.code(201).send(lease);
    },
  );
  app.post(renewLease.path, { schema: { params: ById, response: { 200: renewLease.answer } } }, async (request) =>
    verbs.renewLease(request.params.id),
  );
  app.delete(releaseLease.path, { schema: { params: ById } }, async (request, reply) => {
    await verbs.releaseLease(hostKeyOf(request), request.params.id);
    return reply.code(204).send();
  });
  app.post(reportError.path, { schema: { params: ById, body: reportError.body } }, async (request, reply) => {
    await verbs.reportError(hostKeyOf(request), request.params.id, request.body.error);
    return reply.code(204).send();
  });
};

const deliveryRoutes = (app: App, verbs: HostVerbs) => {
  const { listDeliveries, replayDelivery } = operations;
  app.get(
    listDeliveries.path,
    { schema: { querystring: listDeliveries.query, response: { 200: listDeliveries.answer } } },
    async (request) => verbs.listDeliveries(request.query),
  );
  app.post(replayDelivery.path, { schema: { params: ById } }, async (request, reply) => {
    await verbs.replayDelivery(request.params.id);
    return reply.code(202).send();
  });
};

/** What the host platform's backend asks, with a bearer key. */
export const hostRoutes = (app: App, verbs: HostVerbs) => {
  linkRoutes(app, verbs);
  connectionRoutes(app, verbs);
  leaseRoutes(app, verbs);
  deliveryRoutes(app, verbs);
};
