import * as z from 'zod/mini';

/** A Telegram account as its owner may see it. `id` is Telegram's number as a decimal string. */
export const Account = z.object({
  id: z.string().check(z.regex(/^\d{1,20}$/)),
  name: z.string(),
  username: z.nullable(z.string()),
  phoneMasked: z.string(),
});
export type Account = z.infer<typeof Account>;
