import { parentPort, workerData } from 'node:worker_threads';
import { CallFence } from './call-fence.ts';
import { ClientRunner } from './client-runner.ts';
import type { FromWorker, ToWorker, WorkerRequest, WorkerStart } from './messages.ts';
import { prepareThread } from './prepare-thread.ts';

const start = workerData as WorkerStart;
const port = parentPort;
if (!port) throw new Error('runs in a worker thread only');

prepareThread(start.network);

const tell = (message: FromWorker): void => port.postMessage(message);
const runner = new ClientRunner({ ...start, log: (event, fields) => tell({ type: 'log', event, fields }) });
const cancels = new Map<number, () => void>();
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

// GramJS leaves promises that nobody awaits; one of them must not take the other clients down.
process.on('unhandledRejection', (error) => {
  tell({ type: 'log', event: 'telegram.surprise', fields: { error: nameOf(error) } });
});

function tellEvent(id: number, event: 'approved' | 'lost'): void {
  if (event === 'lost') cancels.delete(id);
  tell({ type: 'event', id, event });
}

function run(request: WorkerRequest, id: number, control: { fence: CallFence; signal: AbortSignal }): Promise<unknown> {
  switch (request.type) {
    case 'open':
      return runner.openKey(request.at, control);
    case 'call':
      return runner.call(request.on, request.method, request.args, control);
    case 'watch':
      return runner.watch(request.on, (event) => tellEvent(id, event), control.signal);
    case 'release':
      return runner.release(request.key);
    case 'close':
      return runner.close();
  }
}

async function serve(id: number, request: WorkerRequest, fence: CallFence): Promise<void> {
  const abort = new AbortController();
  cancels.set(id, () => abort.abort());
  try {
    const result = await run(request, id, { fence, signal: abort.signal });
    if (typeof result !== 'function') return tell({ type: 'done', id, result });
    const stop = () => result();
    if (abort.signal.aborted) stop();
    else abort.signal.addEventListener('abort', stop);
    tell({ type: 'done', id, result: null });
  } catch (error) {
    tell({ type: 'failed', id, error: nameOf(error) });
  } finally {
    if (request.type !== 'watch') cancels.delete(id);
  }
}

port.on('message', (message: ToWorker) => {
  if (message.type === 'request') return void serve(message.id, message.request, new CallFence(message.fence));
  cancels.get(message.id)?.();
  cancels.delete(message.id);
});
