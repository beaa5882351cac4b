import * as z from 'zod/mini';

/** What a page must know before anybody signs in. `phonePage`: where the simulated phone is, null otherwise. */
export const Meta = z.object({
  network: z.string(),
  simulated: z.boolean(),
  devSignIn: z.boolean(),
  consentVersion: z.string(),
  phonePage: z.nullable(z.string()),
  /** How long the bare facts of what happened are kept of a user who has left. */
  auditRetentionDays: z.optional(z.int()),
});
export type Meta = z.infer<typeof Meta>;
