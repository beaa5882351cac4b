const waiting = 0;
const sent = 1;
const revoked = 2;

/**
 * Decides once, across threads, whether a request leaves: the caller that gives up and the worker that sends can't
 * both win. So `unreachable` (nothing was sent) stays true whatever happens to the worker afterwards.
 */
export class CallFence {
  readonly shared: SharedArrayBuffer;
  readonly #cell: Int32Array;

  constructor(shared: SharedArrayBuffer = new SharedArrayBuffer(4)) {
    this.shared = shared;
    this.#cell = new Int32Array(shared);
  }

  /** Worker, right before a request leaves; false: too late, don't send. */
  claim(): boolean {
    return Atomics.compareExchange(this.#cell, 0, waiting, sent) !== revoked;
  }

  /** Worker, when Telegram has refused what was sent: it was not carried out. */
  unclaim(): void {
    Atomics.compareExchange(this.#cell, 0, sent, waiting);
  }

  /** Caller, on giving up: what is true from now on. */
  revoke(): 'unreachable' | 'unknown' {
    return Atomics.compareExchange(this.#cell, 0, waiting, revoked) === sent ? 'unknown' : 'unreachable';
  }
}
