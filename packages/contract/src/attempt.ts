import * as z from 'zod/mini';
import { Account } from './account.ts';
import { MessageCode } from './codes.ts';
import type { CommandType } from './commands.ts';
import { AttemptId, ConnectionId, CountryCode, Reference, Timestamp } from './primitives.ts';

const commandTypes = [
  'submit_phone',
  'submit_code',
  'resend_code',
  'submit_email',
  'reset_email',
  'submit_password',
  'use_phone',
  'show_qr',
  'confirm_account',
] as const satisfies CommandType[];

/**
 * What the user can correct. `retryAt`: not before this moment. `command`: what it answers, so that only this command
 * has to wait; absent when nobody had asked for anything. `text`: Telegram's own words for people
 * (only with errors of its 406 class), to be shown as plain text beside our sentence.
 */
export const Issue = z.object({
  code: MessageCode,
  retryAt: z.nullable(Timestamp),
  text: z.optional(z.string().check(z.maxLength(500))),
  command: z.optional(z.enum(commandTypes)),
});
export type Issue = z.infer<typeof Issue>;

/** Where Telegram sent the code, with what the page needs to ask for it. */
export const Delivery = z.discriminatedUnion('type', [
  z.object({ type: z.literal('app'), length: z.int() }),
  z.object({ type: z.literal('sms'), length: z.int() }),
  z.object({ type: z.literal('call'), length: z.int() }),
  z.object({
    type: z.literal('email_code'),
    pattern: z.string(),
    length: z.int(),
    resetAvailableAt: z.nullable(Timestamp),
    resetPendingAt: z.nullable(Timestamp),
  }),
  z.object({ type: z.literal('email_setup'), pattern: z.string(), length: z.int() }),
  z.object({ type: z.literal('sms_word'), beginning: z.nullable(z.string()) }),
  z.object({ type: z.literal('sms_phrase'), beginning: z.nullable(z.string()) }),
  z.object({ type: z.literal('missed_call'), prefix: z.string(), length: z.int() }),
  z.object({ type: z.literal('fragment'), url: z.string(), length: z.int() }),
  z.object({ type: z.literal('firebase'), length: z.int() }),
  z.object({ type: z.literal('unknown') }),
]);
export type Delivery = z.infer<typeof Delivery>;

/** How the next code would come if asked for with `resend_code`, and from when. */
export const NextDelivery = z.object({
  type: z.enum(['sms', 'call', 'missed_call', 'fragment', 'unknown']),
  at: Timestamp,
});
export type NextDelivery = z.infer<typeof NextDelivery>;

/** `url` is a secret for as long as it lives: whoever approves it signs in here. */
export const Qr = z.object({ url: z.string(), urlExpiresAt: Timestamp, paused: z.boolean() });
export type Qr = z.infer<typeof Qr>;

const issue = z.nullable(Issue);
/** `qr` where another way than the number is the better one. */
const suggest = z.nullable(z.literal('qr'));

/** Ways to say to somebody just connected what Telegram will do, or what would make the account safer. */
export const Advice = z.enum(['confirm_login', 'set_up_password']);
export type Advice = z.infer<typeof Advice>;

export const State = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('phone'),
    issue,
    suggest,
    country: z.nullable(CountryCode),
    storedPhoneMasked: z.nullable(z.string()),
    qr: z.nullable(Qr),
  }),
  z.object({
    step: z.literal('code'),
    issue,
    suggest,
    phoneMasked: z.string(),
    delivery: Delivery,
    resend: z.nullable(NextDelivery),
    triesLeft: z.int(),
  }),
  z.object({ step: z.literal('email'), issue, phoneMasked: z.string() }),
  z.object({ step: z.literal('password'), issue, hint: z.nullable(z.string()), triesLeft: z.int() }),
  z.object({ step: z.literal('confirm_account'), issue, found: Account, expected: Account }),
  z.object({
    step: z.literal('connected'),
    connectionId: ConnectionId,
    outcome: z.enum(['created', 'reconnected']),
    account: Account,
    advice: z.array(Advice),
  }),
  z.object({
    step: z.literal('failed'),
    code: MessageCode,
    retryAt: z.nullable(Timestamp),
    restart: z.nullable(z.enum(['credentials', 'phone'])),
  }),
  z.object({ step: z.literal('cancelled') }),
  z.object({ step: z.literal('expired') }),
]);
/** What a sign-in asks now. The browser draws exactly one page for each `step`. */
export type State = z.infer<typeof State>;
export type Step = State['step'];
export type StateOf<S extends Step> = Extract<State, { step: S }>;

/**
 * One try at connecting, as its owner sees it. `revision` grows with each accepted command and each change of
 * step made by the server. `connectionId` is the connection being reconnected, null for a first connection.
 */
export const LoginAttempt = z.object({
  id: AttemptId,
  reference: Reference,
  revision: z.int(),
  expiresAt: Timestamp,
  connectionId: z.nullable(ConnectionId),
  state: State,
});
export type LoginAttempt = z.infer<typeof LoginAttempt>;
