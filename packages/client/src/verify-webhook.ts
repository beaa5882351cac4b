import { createHmac, timingSafeEqual } from 'node:crypto';
import type { WebhookEvent } from './types.ts';

/** As `http.IncomingHttpHeaders`, or anything like it with lower-case names. */
export type WebhookHeaders = Record<string, string | string[] | undefined>;

export interface VerifiedWebhook extends WebhookEvent {
  /** The same on every try: remember it, to do nothing twice. */
  id: string;
}

/** Not from our server, changed on its way, or too old. Answer 401 and do nothing. */
export class WebhookRejected extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'WebhookRejected';
  }
}

const toleranceSeconds = 300;

const one = (headers: WebhookHeaders, name: string): string => {
  const value = headers[name];
  if (typeof value !== 'string' || value === '') throw new WebhookRejected(`no ${name}`);
  return value;
};

const keyOf = (secret: string): Buffer => Buffer.from(secret.replace(/^whsec_/, ''), 'base64');

const isSame = (left: Buffer, right: Buffer): boolean => left.length === right.length && timingSafeEqual(left, right);

/**
 * Checks a webhook by the Standard Webhooks specification. `body` is what came over the wire, byte for byte: parse
 * nothing before. `secrets`: one, or two while they are changed. `now` in epoch milliseconds. @throws WebhookRejected
 */
export function verifyWebhook(
  { headers, body }: { headers: WebhookHeaders; body: string | Uint8Array },
  secrets: readonly string[],
  now: number = Date.now(),
): VerifiedWebhook {
  const id = one(headers, 'webhook-id');
  const time = one(headers, 'webhook-timestamp');
  const seconds = /^\d{1,12}$/.test(time) ? Number(time) : Number.NaN;
  if (!(Math.abs(now / 1000 - seconds) <= toleranceSeconds)) throw new WebhookRejected('not of the last five minutes');
  const given = one(headers, 'webhook-signature')
    .split(' ')
    .filter((part) => part.startsWith('v1,'))
    .map((part) => Buffer.from(part.slice(3), 'base64'));
  const text = typeof body === 'string' ? body : Buffer.from(body).toString('utf8');
  const expected = secrets.map((secret) =>
    createHmac('sha256', keyOf(secret)).update(`${id}.${time}.${text}`).digest(),
  );
  if (!expected.some((mac) => given.some((signature) => isSame(mac, signature)))) {
    throw new WebhookRejected('no signature that we know');
  }
  return { ...(JSON.parse(text) as WebhookEvent), id };
}
