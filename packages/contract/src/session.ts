import * as z from 'zod/mini';
import { ConnectionId, Locale, Timestamp } from './primitives.ts';

export const Role = z.enum(['user', 'support']);
export type Role = z.infer<typeof Role>;

/** The host's id of a user. */
export const UserId = z.string().check(z.regex(/^[A-Za-z0-9._:@-]{1,128}$/));
/** The name under which people know the account, e.g. an email address. */
export const Label = z.string().check(z.minLength(1), z.maxLength(128));

/**
 * Body of `POST /api/session`: a connect link's token, or (in development only) anybody one likes.
 * `nonce`: SECRET, 128 random bits or more that only this browser knows. Should the answer get lost, the same link
 * opens once more for it within two minutes; to everybody else it is used.
 * `embedOrigin`: the page is a frame of that origin's page, so the cookie has to be one for frames.
 */
export const SignIn = z.union([
  z.strictObject({
    linkToken: z.string().check(z.minLength(16), z.maxLength(128)),
    nonce: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{22,86}$/))),
    embedOrigin: z.optional(z.string().check(z.maxLength(300))),
  }),
  z.strictObject({ dev: z.strictObject({ userId: UserId, role: z.optional(Role), label: z.optional(Label) }) }),
]);
export type SignIn = z.infer<typeof SignIn>;

/** Who sits at the browser, and what the host sent them here for. */
export const BrowserSession = z.object({
  user: z.object({ id: z.string(), label: z.string(), role: Role }),
  connectionId: z.nullable(ConnectionId),
  /** Of staff: whose page the host sent them to. */
  subjectId: z.optional(z.nullable(z.string())),
  returnUrl: z.nullable(z.string()),
  locale: z.nullable(Locale),
  /** Where messages go when the page is a frame. */
  embedOrigin: z.optional(z.nullable(z.string())),
  expiresAt: Timestamp,
});
export type BrowserSession = z.infer<typeof BrowserSession>;
