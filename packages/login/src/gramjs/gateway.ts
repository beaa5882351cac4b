import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type {
  CallResult,
  KeyInUse,
  TelegramCalls,
  TelegramGateway,
  TelegramMethod,
} from '../ports/telegram-gateway.ts';
import { CallFence } from './call-fence.ts';
import type { Opened, WorkerRequest } from './messages.ts';
import { authKeyIdOf } from './session-text.ts';
import { WorkerGone, type WorkerSlot } from './worker-slot.ts';

/** Whoever releases a key has somebody waiting: a worker that is busy (or starting) does it when it gets there. */
const releaseMs = 1_000;

/** The port's implementation on the caller's side: which worker, how long, and what is true when it takes too long. */
export class WorkerGateway implements TelegramGateway {
  readonly #slots: readonly WorkerSlot[];
  readonly #deadlineMs: number;

  /** `deadlineMs`: of one request, milliseconds. */
  constructor(slots: readonly WorkerSlot[], deadlineMs: number) {
    this.#slots = slots;
    this.#deadlineMs = deadlineMs;
  }

  openKey(at: Parameters<TelegramGateway['openKey']>[0], signal?: AbortSignal): Promise<Opened> {
    return this.#ask(at.key, { type: 'open', at }, signal) as Promise<Opened>;
  }

  call<M extends TelegramMethod>(
    on: KeyInUse,
    method: M,
    args: TelegramCalls[M]['args'],
    signal?: AbortSignal,
  ): Promise<CallResult<TelegramCalls[M]['answer']>> {
    const request = { type: 'call', on, method, args } as WorkerRequest;
    return this.#ask(on.key, request, signal) as Promise<CallResult<TelegramCalls[M]['answer']>>;
  }

  async watchLoginToken(on: KeyInUse, listener: (event: 'approved' | 'lost') => void): Promise<() => void> {
    const { result, cancel } = this.#slotOf(on.key).ask({ type: 'watch', on }, new CallFence().shared, listener);
    const timer = setTimeout(cancel, this.#deadlineMs);
    await result.catch(() => listener('lost')).finally(() => clearTimeout(timer));
    return cancel;
  }

  authKeyId(session: string): string {
    return authKeyIdOf(session);
  }

  async release(key: string): Promise<void> {
    const slot = this.#slotOf(key);
    if (!slot.running) return;
    const { result } = slot.ask({ type: 'release', key }, new CallFence().shared);
    const waiting = new AbortController();
    const late = pause(releaseMs, undefined, { signal: waiting.signal, ref: false }).catch(() => undefined);
    await Promise.race([result.catch(() => undefined), late]);
    waiting.abort();
  }

  async close(): Promise<void> {
    await Promise.all(this.#slots.map((slot) => slot.close()));
  }

  #slotOf(key: string): WorkerSlot {
    const hash = createHash('sha1').update(key).digest().readUInt32LE(0);
    return this.#slots[hash % this.#slots.length] as WorkerSlot;
  }

  /** Answers at the deadline at the latest, with what is true then. */
  async #ask(key: string, request: WorkerRequest, signal: AbortSignal | undefined): Promise<unknown> {
    if (signal?.aborted) return { kind: 'unreachable' };
    const fence = new CallFence();
    const { result, cancel } = this.#slotOf(key).ask(request, fence.shared);
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        resolve({ kind: fence.revoke() });
        cancel();
      };
      const timer = setTimeout(giveUp, this.#deadlineMs);
      signal?.addEventListener('abort', giveUp, { once: true });
      const settle = result.then(resolve, (error: unknown) =>
        error instanceof WorkerGone ? resolve({ kind: fence.revoke() }) : reject(error),
      );
      void settle.finally(() => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', giveUp);
      });
    });
  }
}
