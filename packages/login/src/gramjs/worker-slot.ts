import { Worker } from 'node:worker_threads';
import type { EventLog } from '../ports/world.ts';
import type { FromWorker, ToWorker, WorkerRequest, WorkerStart } from './messages.ts';

/** The worker died before it answered. */
export class WorkerGone extends Error {
  constructor() {
    super('worker gone');
    this.name = 'WorkerGone';
  }
}

interface Pending {
  settle(result: unknown): void;
  fail(error: Error): void;
  onEvent: ((event: 'approved' | 'lost') => void) | null;
  /** `watching`: answered, and kept for its events. `over`: it was lost before it was answered. */
  phase: 'asked' | 'watching' | 'over';
}

/** A worker that doesn't say good-bye within this time is ended, milliseconds. */
const farewellMs = 2_000;

const fromSource = import.meta.url.endsWith('.ts');
const entry = new URL(fromSource ? './worker-from-source.mjs' : './worker.js', import.meta.url);
const sourceFlags = fromSource ? { execArgv: ['--conditions=@botize/source'] } : {};

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : error.name);

/** One long-lived worker thread: started when first asked, replaced when it has died. */
export class WorkerSlot {
  readonly #start: WorkerStart;
  readonly #log: EventLog;
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | null = null;
  #lastId = 0;
  #closed = false;

  constructor(start: WorkerStart, log: EventLog) {
    this.#start = start;
    this.#log = log;
  }

  /** `result` rejects with `WorkerGone` if the worker dies first. `cancel` may be repeated, and ends a watching. */
  ask(
    request: WorkerRequest,
    fence: SharedArrayBuffer,
    onEvent: Pending['onEvent'] = null,
  ): { result: Promise<unknown>; cancel(): void } {
    if (this.#closed) return { result: Promise.reject(new WorkerGone()), cancel: () => {} };
    const id = ++this.#lastId;
    const result = new Promise<unknown>((settle, fail) => {
      this.#pending.set(id, { settle, fail, onEvent, phase: 'asked' });
    });
    this.#post({ type: 'request', id, request, fence });
    const cancel = (): void => {
      if (this.#pending.get(id)?.phase === 'watching') this.#pending.delete(id);
      if (this.#worker) this.#post({ type: 'cancel', id });
    };
    return { result, cancel };
  }

  get running(): boolean {
    return this.#worker !== null;
  }

  /** Lets the worker say good-bye to its clients, then ends it. Nothing can be asked afterwards. */
  async close(): Promise<void> {
    if (this.running) {
      const timer = setTimeout(() => void this.terminate(), farewellMs);
      await this.ask({ type: 'close' }, new SharedArrayBuffer(4)).result.catch(() => {});
      clearTimeout(timer);
    }
    this.#closed = true;
    await this.terminate();
  }

  /** Ends the thread; what is pending ends as with any other death of it. */
  async terminate(): Promise<void> {
    await this.#worker?.terminate();
  }

  #post(message: ToWorker): void {
    this.#worker ??= this.#spawn();
    this.#worker.postMessage(message);
  }

  #spawn(): Worker {
    // Its output is dropped: GramJS prints values of fields when it dislikes them.
    const worker = new Worker(entry, { workerData: this.#start, stdout: true, stderr: true, ...sourceFlags });
    worker.stdout.resume();
    worker.stderr.resume();
    worker.on('message', (message: FromWorker) => this.#hear(message));
    worker.on('error', (error) => this.#log.warn('telegram.worker_failed', { error: codeOf(error) }));
    worker.on('exit', () => this.#bury(worker));
    worker.unref();
    return worker;
  }

  #hear(message: FromWorker): void {
    if (message.type === 'log') return this.#log.warn(message.event, message.fields);
    const pending = this.#pending.get(message.id);
    if (!pending) return;
    if (message.type === 'event') return this.#hearEvent(message.id, pending, message.event);
    if (message.type === 'done' && pending.onEvent && pending.phase === 'asked') pending.phase = 'watching';
    else this.#pending.delete(message.id);
    if (message.type === 'done') pending.settle(message.result);
    else pending.fail(new Error(`telegram worker failed: ${message.error}`));
  }

  #hearEvent(id: number, pending: Pending, event: 'approved' | 'lost'): void {
    if (event === 'lost') {
      if (pending.phase === 'watching') this.#pending.delete(id);
      else pending.phase = 'over';
    }
    pending.onEvent?.(event);
  }

  #bury(worker: Worker): void {
    if (this.#worker === worker) this.#worker = null;
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const one of pending) {
      if (one.phase === 'watching') one.onEvent?.('lost');
      else one.fail(new WorkerGone());
    }
  }
}
