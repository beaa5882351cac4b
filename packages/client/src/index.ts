export { createConnect, type Connect, type ConnectOptions } from './client.ts';
export type { TelegramNetwork } from './open-telegram.ts';
export { ConnectProblem } from './request.ts';
export * from './types.ts';
export { verifyWebhook, WebhookRejected, type VerifiedWebhook, type WebhookHeaders } from './verify-webhook.ts';
export { type Hold, type Job, LeaseEnded } from './with-session.ts';
