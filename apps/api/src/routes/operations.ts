import type { App } from '../app-types.ts';
import type { Drain } from '../http/drain.ts';
import { RequestProblem } from '../http/request-problem.ts';

interface OperationDeps {
  drain: Drain;
  dials: boolean;
  storeAnswers: () => Promise<void>;
}

/** `/healthz`: the process lives. `/readyz`: send it requests. */
export const operationRoutes = (app: App, { drain, dials, storeAnswers }: OperationDeps) => {
  app.get('/healthz', async () => ({ status: 'ok' }));

  app.get('/readyz', async () => {
    if (drain.signal.aborted) throw new RequestProblem('server.draining');
    await storeAnswers();
    if (!dials) throw new RequestProblem('server.not_dialling');
    return { status: 'ready' };
  });
};
