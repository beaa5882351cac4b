import { readdirSync, readFileSync } from 'node:fs';

const everyMs = 250;

/** How long each thread of a process was ready to run and was not run, milliseconds; empty where nobody tells. */
function waitedByThread(pid: number): Map<string, number> {
  const waited = new Map<string, number>();
  try {
    const folder = `/proc/${pid}/task`;
    for (const thread of readdirSync(folder)) {
      const [, nanoseconds] = readFileSync(`${folder}/${thread}/schedstat`, 'utf8').split(' ');
      waited.set(thread, Number(nanoseconds) / 1e6);
    }
  } catch {
    // Not Linux, or the process or one of its threads has just ended.
  }
  return waited;
}

/**
 * Counts the time in which the machine did not run a server that wanted to run: its main thread, and the one other
 * thread that waited longest (the one that speaks to Telegram). Time-outs of the server run on meanwhile, so an answer
 * that is late by this much says something about the machine, which is made to do too much at once, and nothing about
 * the server. What the kernel itself counts is used, never a guess.
 */
export class Starvation {
  readonly #timer: NodeJS.Timeout;
  #pid: number | null = null;
  #last = new Map<string, number>();
  #ms = 0;

  constructor(pidNow: () => number | null) {
    this.#timer = setInterval(() => this.#sample(pidNow()), everyMs).unref();
  }

  get soFarMs(): number {
    return this.#ms;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #sample(pid: number | null): void {
    const now = pid === null ? new Map<string, number>() : waitedByThread(pid);
    if (pid !== this.#pid) this.#last = new Map();
    this.#pid = pid;
    let main = 0;
    let other = 0;
    for (const [thread, waited] of now) {
      const more = waited - (this.#last.get(thread) ?? waited);
      if (thread === String(pid)) main = more;
      else other = Math.max(other, more);
    }
    this.#last = now;
    this.#ms += Math.min(everyMs, main + other);
  }
}
