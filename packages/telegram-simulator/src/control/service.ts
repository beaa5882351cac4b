import type { FastifyInstance } from 'fastify';
import type { Fault } from '../rpc.ts';
import { scenarios } from '../scenarios.ts';
import type { Tunables } from '../state/settings.ts';
import type { State } from '../state/state.ts';
import { appBody, clockBody, faultBody, settingsBody } from './schemas.ts';

type FaultBody = Pick<Fault, 'kind'> & Partial<Omit<Fault, 'id' | 'kind'>>;

const journalQuery = {
  type: 'object',
  additionalProperties: false,
  properties: { method: { type: 'string' }, since: { type: 'integer', minimum: 0 } },
};

/** What concerns the whole service: its faults, clock, settings, apps and journal. */
export function serviceRoutes(app: FastifyInstance, state: State, reset: () => Promise<void>): void {
  app.get('/control/health', () => ({ status: 'ok' }));
  app.get('/control/scenarios', () => ({
    scenarios: scenarios.map(({ suffix, name, shows }) => ({ suffix, name, shows, number: `+999662${suffix}` })),
  }));

  app.post<{ Body: FaultBody }>('/control/faults', { schema: { body: faultBody } }, (request, reply) => {
    const fault = state.faults.add({ method: null, dcId: null, apiId: null, times: 1, ...request.body });
    state.changed();
    return reply.code(201).send(fault);
  });
  app.get('/control/faults', () => ({ faults: state.faults.list() }));
  app.delete('/control/faults', (_request, reply) => {
    state.faults.clear();
    state.changed();
    return reply.code(204).send();
  });

  app.put<{ Body: { skewSeconds: number } }>('/control/clock', { schema: { body: clockBody } }, (request) => {
    const { clockSkewSeconds } = state.settings.write({ clockSkewSeconds: request.body.skewSeconds });
    return { skewSeconds: clockSkewSeconds };
  });
  app.get('/control/settings', () => state.settings.read());
  app.put<{ Body: Partial<Tunables> }>('/control/settings', { schema: { body: settingsBody } }, (request) =>
    state.settings.write(request.body),
  );

  app.post<{ Body: { apiId: number; apiHash: string; published?: boolean } }>(
    '/control/apps',
    { schema: { body: appBody } },
    (request, reply) => {
      state.apps.save({ published: false, ...request.body });
      return reply.code(201).send({ published: false, ...request.body });
    },
  );
  app.get('/control/apps', () => ({ apps: state.apps.list() }));

  app.get<{ Querystring: { method?: string; since?: number } }>(
    '/control/journal',
    { schema: { querystring: journalQuery } },
    (request) => ({ entries: state.journal.list(request.query) }),
  );

  app.post('/control/reset', async (_request, reply) => {
    await reset();
    return reply.code(204).send();
  });
}
