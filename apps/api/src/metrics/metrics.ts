import type { StoreCounts } from '@botize/vault';
import { createRegistry } from './exposition.ts';

export interface Metrics {
  /** `route` is the pattern, never the address: ids and queries stay out. */
  request(of: { method: string; route: string; status: number; seconds: number }): void;
  telegramCall(of: { method: string; outcome: string; seconds: number }): void;
  /** A sign-in that has ended. */
  signIn(outcome: string): void;
  /** Everything in the text format of Prometheus. */
  text(): Promise<string>;
}

/** Seconds. Requests to Telegram may take as long as their deadline. */
const requestBounds = [0.005, 0.025, 0.1, 0.5, 2.5, 10, 25];
const telegramBounds = [0.05, 0.2, 0.5, 1, 2.5, 5, 10, 20];

/** What operators watch. `counts` asks the store how things stand, each time somebody reads. */
export const createMetrics = (counts: () => Promise<StoreCounts>): Metrics => {
  const registry = createRegistry();
  const requests = registry.histogram('botize_request_seconds', 'Requests that were answered.', requestBounds);
  const telegram = registry.histogram('botize_telegram_call_seconds', 'Requests to Telegram.', telegramBounds);
  const signIns = registry.counter('botize_sign_ins_total', 'Sign-ins that have ended here, by outcome.');
  const attempts = registry.gauge('botize_attempts_open', 'Sign-ins that are open.');
  const connections = registry.gauge('botize_connections', 'Connections by status.');
  const retired = registry.gauge('botize_retired_keys', 'Sessions that are no longer wanted and not yet logged out.');
  const webhooks = registry.gauge('botize_webhooks_waiting', 'Webhooks that the host has not taken yet.');
  const memory = registry.gauge('botize_process_resident_bytes', 'Memory of this process.');

  return {
    request: ({ method, route, status, seconds }) => requests.observe({ method, route, status }, seconds),
    telegramCall: ({ method, outcome, seconds }) => telegram.observe({ method, outcome }, seconds),
    signIn: (outcome) => signIns.add({ outcome }),
    text: async () => {
      const found = await counts();
      const alone = (value: number) => [{ labels: {}, value }];
      attempts.set(alone(found.openAttempts));
      connections.set(found.connections.map(({ status, count }) => ({ labels: { status }, value: count })));
      retired.set(alone(found.retiredKeys));
      webhooks.set(alone(found.webhooksWaiting));
      memory.set(alone(process.memoryUsage.rss()));
      return registry.text();
    },
  };
};
