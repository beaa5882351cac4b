import { createHmac } from 'node:crypto';
import type { Clock, SendWebhook } from '@botize/login';

interface WebhookTarget {
  url: URL;
  /** `whsec_` and base64, the newest first. SECRET. */
  secrets: readonly string[];
}

const sendWithinMs = 10_000;

/**
 * As the Standard Webhooks specification asks: HMAC-SHA256 of id, time (unix seconds) and body, one signature for each
 * secret, so that a receiver may know the old one, the new one or both.
 */
export const signaturesOf = (
  secrets: readonly string[],
  { id, seconds, body }: { id: string; seconds: number; body: string },
): string =>
  secrets
    .map((secret) => {
      const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
      return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
    })
    .join(' ');

const wordFor = (error: unknown) => {
  if (error instanceof Error && error.name === 'TimeoutError') return 'timeout';
  const cause = error instanceof Error ? error.cause : null;
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  return typeof code === 'string' ? code.toLowerCase() : 'unreachable';
};

/** Sends to one address. Redirects are not followed, and nothing of the answer but its status is kept. */
export const createWebhookSender =
  ({ url, secrets }: WebhookTarget, clock: Clock): SendWebhook =>
  async ({ id, body }) => {
    const seconds = Math.floor(clock.now() / 1000);
    try {
      const answer = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.timeout(sendWithinMs),
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Botize-Telegram-Connect',
          'webhook-id': id,
          'webhook-timestamp': String(seconds),
          'webhook-signature': signaturesOf(secrets, { id, seconds, body }),
        },
        body,
      });
      await answer.body?.cancel();
      return { status: answer.status, error: answer.ok ? null : `status ${answer.status}` };
    } catch (error) {
      return { status: null, error: wordFor(error) };
    }
  };
