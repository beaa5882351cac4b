import * as z from 'zod/mini';
import { LoginAttempt } from './attempt.ts';
import { FieldErrorCode, MessageCode } from './codes.ts';
import { Timestamp } from './primitives.ts';

/** RFC 9457 problem: the request itself failed. `title` is for developers; people get a sentence by `code`. */
export const Problem = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  code: MessageCode,
  requestId: z.string(),
  retryAfterSeconds: z.optional(z.int()),
  errors: z.optional(z.array(z.object({ pointer: z.string(), code: FieldErrorCode }))),
  attempt: z.optional(LoginAttempt),
  /** Of `lease.held`: when the lease of the present holder ends. */
  expiresAt: z.optional(Timestamp),
});
export type Problem = z.infer<typeof Problem>;
