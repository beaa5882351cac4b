import { Api } from 'telegram';
import { generateRandomLong } from 'telegram/Helpers.js';
import type { Client } from './client.ts';

type Pinged = Pick<Client, 'discard' | 'invoke' | 'onEnd'>;

const pingEveryMs = 15_000;
const pongWithinMs = 10_000;
/** Telegram closes the connection itself if nothing comes for so long, seconds. */
const closeAfterSeconds = 60;

/**
 * Pings while somebody waits for an update on this client; without an answer the client is discarded. `inTurn` runs
 * a ping when the key's queue lets it. Returns a function that stops.
 */
export function keepAlive(client: Pinged, inTurn: (ping: () => Promise<void>) => Promise<void>): () => void {
  const timer = setInterval(() => void inTurn(() => ping(client)), pingEveryMs).unref();
  const stop = (): void => clearInterval(timer);
  client.onEnd(stop);
  return stop;
}

async function ping(client: Pinged): Promise<void> {
  const giveUp = setTimeout(() => void client.discard(), pongWithinMs);
  const request = { pingId: generateRandomLong(), disconnectDelay: closeAfterSeconds };
  try {
    await client.invoke(new Api.PingDelayDisconnect(request));
  } catch {
    await client.discard();
  } finally {
    clearTimeout(giveUp);
  }
}
