import * as z from 'zod/mini';
import type { Step } from './attempt.ts';
import { ConnectionId, Locale } from './primitives.ts';

/** The pair from my.telegram.org. `apiHash` is secret. */
export const Credentials = z.strictObject({
  apiId: z.int().check(z.minimum(1), z.maximum(2_147_483_647)),
  apiHash: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
});
export type Credentials = z.infer<typeof Credentials>;

/** Body of `POST /api/attempts`. `connectionId` asks for a reconnect of that connection. */
export const StartAttempt = z.strictObject({
  credentials: z.union([Credentials, z.strictObject({ fromConnection: ConnectionId })]),
  connectionId: z.optional(ConnectionId),
  /** `timeZone`: IANA name, so that support can say times as they are where the person is. */
  consent: z.strictObject({
    version: z.string().check(z.minLength(1), z.maxLength(32)),
    locale: z.optional(Locale),
    timeZone: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_+\-/]{1,64}$/))),
  }),
});
export type StartAttempt = z.infer<typeof StartAttempt>;

/** The shape alone may refuse a number: a plus sign and 7 to 15 digits. Secret in full. */
export const E164 = z.string().check(z.regex(/^\+[1-9]\d{6,14}$/));

/** The shape of an email address; Telegram judges the rest. */
export const Email = z.string().check(z.minLength(3), z.maxLength(254), z.regex(/^[^\s@]+@[^\s@]+$/));

const revision = z.int().check(z.minimum(0));
const command = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.strictObject({ revision, type: z.literal(type), ...shape });

/** Body of `POST /api/attempts/:id/commands`. `code` and `password` are secrets and never stored. */
export const Command = z.union([
  command('submit_phone', { phone: E164 }),
  command('submit_phone', { stored: z.literal(true) }),
  command('submit_code', { code: z.string().check(z.minLength(1), z.maxLength(256)) }),
  command('resend_code', {}),
  command('submit_email', { email: Email }),
  command('reset_email', {}),
  command('submit_password', { password: z.string().check(z.minLength(1), z.maxLength(1024)) }),
  command('use_phone', {}),
  command('show_qr', {}),
  command('confirm_account', { decision: z.enum(['add', 'discard']) }),
]);
export type Command = z.infer<typeof Command>;
export type CommandType = Command['type'];

/** What each step allows; everything else is 409 `attempt.command_not_allowed`. */
export const commandsFor = {
  phone: ['submit_phone', 'show_qr'],
  code: ['submit_code', 'resend_code', 'reset_email', 'use_phone', 'show_qr'],
  email: ['submit_email', 'use_phone'],
  password: ['submit_password', 'use_phone'],
  confirm_account: ['confirm_account'],
  connected: [],
  failed: [],
  cancelled: [],
  expired: [],
} as const satisfies Record<Step, readonly CommandType[]>;
