import type { FastifyBaseLogger } from 'fastify';

export interface Round {
  name: string;
  everyMs: number;
  run(): Promise<void>;
}

/**
 * Walks each round again and again, the first time at once. A round never overlaps itself; one that fails is logged
 * and comes again. `stop` waits for those under way.
 */
export const startRounds = (rounds: readonly Round[], log: FastifyBaseLogger) => {
  const timers = new Map<Round, NodeJS.Timeout>();
  const underWay = new Set<Promise<void>>();
  let stopped = false;

  const walk = async (round: Round) => {
    try {
      await round.run();
    } catch (error) {
      log.warn({ event: 'round failed', round: round.name, err: error });
    }
    if (!stopped) timers.set(round, setTimeout(() => start(round), round.everyMs).unref());
  };
  const start = (round: Round) => {
    const walked: Promise<void> = walk(round).finally(() => underWay.delete(walked));
    underWay.add(walked);
  };

  for (const round of rounds) start(round);
  return {
    stop: async () => {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.all(underWay);
    },
  };
};
