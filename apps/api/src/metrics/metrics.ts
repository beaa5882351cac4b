import type { StoreCounts } from '@botize/vault';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

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
const requestBuckets = [0.005, 0.025, 0.1, 0.5, 2.5, 10, 25];
const telegramBuckets = [0.05, 0.2, 0.5, 1, 2.5, 5, 10, 20];

/** The text format of Prometheus, as `text` writes it. */
export const contentType = Registry.PROMETHEUS_CONTENT_TYPE;

/**
 * What operators watch. `counts` asks the store how things stand, each time somebody reads. Labels are fixed in the code
 * or bounded by it: never an id, a name or a number.
 */
export const createMetrics = (counts: () => Promise<StoreCounts>): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  const histogram = <L extends string>(name: string, help: string, labelNames: L[], buckets: number[]) =>
    new Histogram({ name, help, labelNames, buckets, registers });
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers });

  const asked = ['method', 'route', 'status'];
  const requests = histogram('botize_request_seconds', 'Requests that were answered.', asked, requestBuckets);
  const calls = ['method', 'outcome'];
  const telegram = histogram('botize_telegram_call_seconds', 'Requests to Telegram.', calls, telegramBuckets);
  const signIns = new Counter({
    name: 'botize_sign_ins_total',
    help: 'Sign-ins that have ended here, by outcome.',
    labelNames: ['outcome'],
    registers,
  });
  const attempts = gauge('botize_attempts_open', 'Sign-ins that are open.');
  const connections = gauge('botize_connections', 'Connections by status.', ['status']);
  const retired = gauge('botize_retired_keys', 'Sessions that are no longer wanted and not yet logged out.');
  const webhooks = gauge('botize_webhooks_waiting', 'Webhooks that the host has not taken yet.');
  const memory = gauge('botize_process_resident_bytes', 'Memory of this process.');

  return {
    request: ({ method, route, status, seconds }) => requests.observe({ method, route, status }, seconds),
    telegramCall: ({ method, outcome, seconds }) => telegram.observe({ method, outcome }, seconds),
    signIn: (outcome) => signIns.inc({ outcome }),
    text: async () => {
      const found = await counts();
      attempts.set(found.openAttempts);
      connections.reset();
      for (const { status, count } of found.connections) connections.set({ status }, count);
      retired.set(found.retiredKeys);
      webhooks.set(found.webhooksWaiting);
      memory.set(process.memoryUsage.rss());
      return registry.metrics();
    },
  };
};
