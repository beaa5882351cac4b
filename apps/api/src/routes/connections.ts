import { ActivityList, Connection, ConnectionList, Disconnected } from '@botize/contract';
import type { App } from '../app-types.ts';
import { actorOf } from '../http/context.ts';
import type { Verbs } from '../verbs.ts';
import { toActivityList } from './activity.ts';
import { answerWithinMs, ById } from './by-id.ts';

export const connectionRoutes = (app: App, verbs: Verbs) => {
  app.get('/api/connections', { schema: { response: { 200: ConnectionList } } }, async (request) => ({
    items: await verbs.listConnections(actorOf(request)),
    nextCursor: null,
    logoutsPending: await verbs.logoutsPending(actorOf(request)),
  }));

  app.get('/api/connections/:id', { schema: { params: ById, response: { 200: Connection } } }, async (request) => {
    const connection = await verbs.getConnection(actorOf(request), request.params.id);
    request.reference = connection.reference;
    return connection;
  });

  app.post(
    '/api/connections/:id/check',
    { handlerTimeout: answerWithinMs, schema: { params: ById, response: { 200: Connection } } },
    async (request) => {
      const connection = await verbs.checkConnection(actorOf(request), request.params.id);
      request.reference = connection.reference;
      return connection;
    },
  );

  app.delete(
    '/api/connections/:id',
    { handlerTimeout: answerWithinMs, schema: { params: ById, response: { 200: Disconnected } } },
    async (request) => verbs.disconnectConnection(actorOf(request), request.params.id),
  );

  app.get(
    '/api/connections/:id/activity',
    { schema: { params: ById, response: { 200: ActivityList } } },
    async (request) => toActivityList(await verbs.connectionActivity(actorOf(request), request.params.id)),
  );
};
