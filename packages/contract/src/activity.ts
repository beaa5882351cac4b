import * as z from 'zod/mini';
import { Timestamp } from './primitives.ts';

/** One thing that happened to a connection. `action`, e.g. `connection.checked`; who did it only by kind. */
export const ActivityEntry = z.object({
  at: Timestamp,
  action: z.string(),
  actor: z.enum(['user', 'support', 'host', 'system']),
});
export type ActivityEntry = z.infer<typeof ActivityEntry>;

/** Newest first. */
export const ActivityList = z.object({ items: z.array(ActivityEntry), nextCursor: z.nullable(z.string()) });
export type ActivityList = z.infer<typeof ActivityList>;
