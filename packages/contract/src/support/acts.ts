import * as z from 'zod/mini';
import { ConnectionId, Timestamp } from '../primitives.ts';
import { UserId } from '../session.ts';
import { SearchKind } from './search.ts';

/** Why staff do something, in a sentence. The user can read it. */
export const StaffReason = z.string().check(z.trim(), z.minLength(3), z.maxLength(300));

/** Body of `POST /api/support/users/:userId/links`. The host is asked to send the user in; staff never see a link of a user's. */
export const SendRepairLink = z.strictObject({ reason: StaffReason, connectionId: z.optional(ConnectionId) });
/** `url` only in development without a host, where anybody can be anybody. */
export const RepairLinkSent = z.object({ sentTo: z.enum(['host', 'nobody']), url: z.nullable(z.string()) });
export type RepairLinkSent = z.infer<typeof RepairLinkSent>;

/** Body of `POST /api/support/connections/:id/checks` and of `POST /api/support/attempts/:id/end`. */
export const WithReason = z.strictObject({ reason: StaffReason });
export type WithReason = z.infer<typeof WithReason>;

/** Body of `POST /api/support/users/:userId/limits/clear`. Telegram's own waits can't be cleared. */
export const ClearLimit = z.strictObject({
  reason: StaffReason,
  limit: z.enum(['codes_for_number', 'codes_for_user', 'tries', 'number_cooling_down']),
});
export type ClearLimit = z.infer<typeof ClearLimit>;

/** What this member of staff looked at, searched for and did: newest first. A number searched for is not in it. */
export const StaffLook = z.object({
  at: Timestamp,
  action: z.enum(['searched', 'looked', 'asked_check', 'sent_link', 'ended_attempt', 'cleared_limit']),
  searchKind: z.nullable(SearchKind),
  userId: z.nullable(UserId),
  label: z.nullable(z.string()),
  why: z.nullable(z.string()),
});
export type StaffLook = z.infer<typeof StaffLook>;
export const StaffLookList = z.object({ items: z.array(StaffLook), nextCursor: z.nullable(z.string()) });
export type StaffLookList = z.infer<typeof StaffLookList>;
