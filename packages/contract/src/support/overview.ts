import * as z from 'zod/mini';
import { MessageCode } from '../codes.ts';
import { StatusReason } from '../connection.ts';
import { Timestamp } from '../primitives.ts';
import { SupportStep } from './search.ts';

const count = z.int().check(z.minimum(0));
/** One hour; `reached`: how many sign-ins came to each step in it, each counted once. */
export const OverviewHour = z.object({
  at: Timestamp,
  started: count,
  refused: count,
  reached: z.record(SupportStep, count),
});
export type OverviewHour = z.infer<typeof OverviewHour>;

/** `hours`: the last 24, oldest first. `errors`: of the same 24 hours, most frequent first. */
export const SupportOverview = z.object({
  at: Timestamp,
  connections: z.object({
    connected: count,
    needs_reconnect: count,
    suspended: count,
    byReason: z.record(StatusReason, count),
  }),
  openAttempts: z.record(SupportStep, count),
  hours: z.array(OverviewHour),
  errors: z.array(z.object({ code: MessageCode, count })),
});
export type SupportOverview = z.infer<typeof SupportOverview>;
