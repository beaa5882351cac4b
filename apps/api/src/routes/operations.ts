import type { App } from '../app-types.ts';
import type { Drain } from '../http/drain.ts';
import { RequestProblem } from '../http/request-problem.ts';
import { contentType, type Metrics } from '../metrics/metrics.ts';

interface OperationDeps {
  drain: Drain;
  dials: boolean;
  storeAnswers: () => Promise<void>;
  metrics: Metrics;
}

/** `/healthz`: the process lives. `/readyz`: send it requests. `/metrics`: how it does, for operators. */
export const operationRoutes = (app: App, { drain, dials, storeAnswers, metrics }: OperationDeps) => {
  app.get('/healthz', async () => ({ status: 'ok' }));

  app.get('/readyz', async () => {
    if (drain.signal.aborted) throw new RequestProblem('server.draining');
    await storeAnswers();
    if (!dials) throw new RequestProblem('server.not_dialling');
    return { status: 'ready' };
  });

  app.get('/metrics', async (_request, reply) => reply.type(contentType).send(await metrics.text()));
};
