import type { Client } from './client.ts';

interface Warm {
  client: Client;
  /** SECRET. Names the auth key that the client is on. */
  session: string;
  idleSince: NodeJS.Timeout | null;
  watchers: number;
}

/** Live clients by key: a cache, never the truth. Idle ones go after a while, the longest idle first when too many. */
export class WarmClients {
  readonly #options: { warmForMs: number; maxWarmClients: number };
  /** In the order of their last use. */
  readonly #warm = new Map<string, Warm>();

  constructor(options: { warmForMs: number; maxWarmClients: number }) {
    this.#options = options;
  }

  /** The client of the key if it is live and on this session; one on another session is discarded. */
  async take(key: string, session: string): Promise<Client | null> {
    const warm = this.#warm.get(key);
    if (!warm) return null;
    if (warm.session !== session || warm.client.discarded) {
      await this.discard(key);
      return null;
    }
    if (warm.idleSince) clearTimeout(warm.idleSince);
    warm.idleSince = null;
    return warm.client;
  }

  /** Takes a new client in as the key's, in use. The one before must be gone: two on one key kill it. */
  put(key: string, session: string, client: Client): void {
    this.#warm.set(key, { client, session, idleSince: null, watchers: 0 });
    client.onEnd(() => {
      if (this.#warm.get(key)?.client === client) void this.discard(key);
    });
  }

  /** The key's client is idle again. */
  rest(key: string): void {
    const warm = this.#warm.get(key);
    if (!warm || warm.watchers > 0) return;
    if (warm.idleSince) clearTimeout(warm.idleSince);
    warm.idleSince = setTimeout(() => void this.discard(key), this.#options.warmForMs).unref();
    this.#warm.delete(key);
    this.#warm.set(key, warm);
    this.#shrink();
  }

  /** Keeps the client alive until the function returned is called. */
  watch(key: string): () => void {
    const warm = this.#warm.get(key);
    if (!warm) return () => {};
    warm.watchers += 1;
    if (warm.idleSince) clearTimeout(warm.idleSince);
    warm.idleSince = null;
    return () => {
      warm.watchers -= 1;
      if (this.#warm.get(key) === warm) this.rest(key);
    };
  }

  async discard(key: string): Promise<void> {
    const warm = this.#warm.get(key);
    this.#warm.delete(key);
    if (warm?.idleSince) clearTimeout(warm.idleSince);
    await warm?.client.discard();
  }

  /** Discards the clients that other keys have on this session: two connections on one auth key kill it. */
  async discardElsewhere(key: string, session: string): Promise<void> {
    const others = [...this.#warm].filter(([other, warm]) => other !== key && warm.session === session);
    await Promise.all(others.map(([other]) => this.discard(other)));
  }

  async discardAll(): Promise<void> {
    await Promise.all([...this.#warm.keys()].map((key) => this.discard(key)));
  }

  #shrink(): void {
    const idle = [...this.#warm].filter(([, warm]) => warm.idleSince !== null);
    for (const [key] of idle.slice(0, Math.max(0, idle.length - this.#options.maxWarmClients))) void this.discard(key);
  }
}
