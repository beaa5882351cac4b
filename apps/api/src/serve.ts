import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import type { Composed } from './compose.ts';
import type { Config } from './config/read-config.ts';

/** How long requests in flight may take to finish. */
const drainWithinMs = 20_000;

/**
 * Listens until the returned function is called: `/readyz` says no and no attempt starts, streams close, requests in
 * flight finish (or are cut after 20 s), then Telegram's clients go and the store is written down.
 */
export const serve = async (
  { app, drain, startSystemRounds, close }: Composed,
  config: Pick<Config, 'host' | 'port' | 'publicUrl'>,
  log: FastifyBaseLogger,
): Promise<() => Promise<void>> => {
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await close();
    throw error;
  }
  const rounds = startSystemRounds();
  log.info({ event: 'listening', url: config.publicUrl.origin });

  return async () => {
    drain.begin();
    const [finished] = await Promise.all([
      drain.idle(drainWithinMs),
      Promise.race([rounds.stop(), pause(drainWithinMs, undefined, { ref: false })]),
    ]);
    await close();
    log.info({ event: 'stopped', cut: !finished });
  };
};
