interface Line {
  tail: Promise<unknown>;
  interrupt: AbortController;
}

/** Runs what belongs to one key one after the other: GramJS loses answers when two requests share a container. */
export class KeyQueue {
  readonly #lines = new Map<string, Line>();

  /** `signal` is aborted when the key is interrupted before the task has ended. */
  run<T>(key: string, task: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const line = this.#lines.get(key) ?? { tail: Promise.resolve(), interrupt: new AbortController() };
    this.#lines.set(key, line);
    const { signal } = line.interrupt;
    const result = line.tail.then(() => task(signal));
    const tail = result
      .catch(() => {})
      .then(() => {
        if (line.tail === tail) this.#lines.delete(key);
      });
    line.tail = tail;
    return result;
  }

  /** Aborts the signal of what runs or waits under the key now; what comes later is not touched. */
  interrupt(key: string): void {
    const line = this.#lines.get(key);
    if (!line) return;
    line.interrupt.abort();
    line.interrupt = new AbortController();
  }
}
