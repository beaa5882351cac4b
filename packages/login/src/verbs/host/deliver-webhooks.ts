import type { DeliveryResult, OutboxEvent, SendWebhook, Sent } from '../../ports/host.ts';
import type { Millis } from '../../ports/vault.ts';
import type { HostDeps } from './deps.ts';

/** Seconds before each further try: ten tries within a day. */
const pauses = [5, 30, 120, 600, 1_800, 3_600, 10_800, 21_600, 43_200];

/** Longer than a try takes, so that an event is tried again only if whoever tried it has died. */
const claimMs = 15_000;

type DeliveryDeps = Pick<HostDeps, 'host' | 'clock' | 'log'> & { send: SendWebhook };

/** Sends what is due, each event on its own; answers how many arrived. */
export async function deliverWebhooks(deps: DeliveryDeps, limit: number): Promise<number> {
  const now = deps.clock.now();
  const events = await deps.host.claimEvents(now, now + claimMs, limit);
  const arrived = await Promise.all(events.map((event) => deliver(deps, event)));
  return arrived.filter(Boolean).length;
}

async function deliver({ host, clock, log, send }: DeliveryDeps, event: OutboxEvent): Promise<boolean> {
  const sent = await send(event);
  const result = resultOf(event, sent, clock.now());
  await host.noteDelivery(event.id, result);
  const fields = { count: event.attempts + 1, ...(sent.error === null ? {} : { error: sent.error }) };
  if (result.next === 'done') log.info('webhook.delivered', fields);
  else log.warn(result.next === 'again' ? 'webhook.failed' : 'webhook.given_up', fields);
  return result.next === 'done';
}

function resultOf({ attempts }: OutboxEvent, sent: Sent, at: Millis): DeliveryResult {
  const { status, error } = sent;
  if (status !== null && status >= 200 && status < 300) return { at, status, error: null, next: 'done' };
  const seconds = pauses[attempts];
  if (seconds === undefined) return { at, status, error, next: 'give_up' };
  return { at, status, error, next: 'again', notBefore: at + spread(seconds) * 1000 };
}

/** A tenth more or less, so that what failed together doesn't come back together. */
const spread = (seconds: number): number => Math.round(seconds * (0.9 + Math.random() * 0.2));
