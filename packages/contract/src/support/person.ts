import * as z from 'zod/mini';
import { ActivityAction } from '../activity.ts';
import { type Delivery, Issue } from '../attempt.ts';
import { MessageCode } from '../codes.ts';
import { CheckOutcome, Connection } from '../connection.ts';
import { AttemptId, ConnectionId, Locale, Reference, RequestId, Timestamp } from '../primitives.ts';
import { Diagnosis, SupportStep } from './search.ts';

/** A wait that somebody is in. `clearable`: it is ours, so staff may clear it; Telegram's can't be shortened. */
export const Wait = z.object({
  id: z.enum(['telegram', 'codes_for_number', 'codes_for_user', 'tries', 'number_cooling_down']),
  code: MessageCode,
  until: z.nullable(Timestamp),
  clearable: z.boolean(),
});
export type Wait = z.infer<typeof Wait>;

const deliveryTypes = [
  'app',
  'sms',
  'call',
  'email_code',
  'email_setup',
  'sms_word',
  'sms_phrase',
  'missed_call',
  'fragment',
  'firebase',
  'unknown',
] as const satisfies Delivery['type'][];
export const DeliveryType = z.enum(deliveryTypes);

/** A sign-in as staff see it. `reference` is the one on the person's screen and in the log. */
export const SupportAttempt = z.object({
  id: AttemptId,
  reference: Reference,
  revision: z.int(),
  step: SupportStep,
  issue: z.nullable(Issue),
  /** Of a failed one. */
  code: z.nullable(MessageCode),
  createdAt: Timestamp,
  expiresAt: Timestamp,
  endedAt: z.nullable(Timestamp),
  connectionId: z.nullable(ConnectionId),
  phoneMasked: z.nullable(z.string()),
  /** How the code went out; patterns of addresses and Fragment's address are left out. */
  delivery: z.nullable(DeliveryType),
  resendAt: z.nullable(Timestamp),
  triesLeft: z.nullable(z.int()),
  hasQr: z.boolean(),
});
export type SupportAttempt = z.infer<typeof SupportAttempt>;

/** What the timeline may tell besides what the owner is told. */
export const TimelineAction = z.enum([
  ...ActivityAction.options,
  'attempt.step',
  'attempt.refused',
  'staff.account_connected_elsewhere',
  'staff.host_looked',
  'staff.secret_refused',
]);
export type TimelineAction = z.infer<typeof TimelineAction>;

/** One thing that happened, newest first. `why`: the reason that a member of staff gave, in their words. */
export const TimelineEntry = z.object({
  at: Timestamp,
  action: TimelineAction,
  actor: z.enum(['user', 'support', 'host', 'system']),
  /** Of staff: which one. */
  staffId: z.nullable(z.string()),
  reference: z.nullable(Reference),
  connectionId: z.nullable(ConnectionId),
  step: z.nullable(SupportStep),
  code: z.nullable(MessageCode),
  retryAt: z.nullable(Timestamp),
  delivery: z.nullable(DeliveryType),
  triesLeft: z.nullable(z.int()),
  outcome: z.nullable(CheckOutcome),
  why: z.nullable(z.string()),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const SupportConnection = z.extend(Connection, {
  since: Timestamp,
  diagnosis: Diagnosis,
  redeemed: z.boolean(),
});
export type SupportConnection = z.infer<typeof SupportConnection>;

/** Everything about one user. Reading it is a look, and is written down where the user can see it. */
export const SupportPerson = z.object({
  user: z.object({
    id: z.string(),
    label: z.nullable(z.string()),
    locale: z.nullable(Locale),
    /** IANA name, as their browser told it. */
    timeZone: z.nullable(z.string()),
    firstSeenAt: z.nullable(Timestamp),
    lastSeenAt: z.nullable(Timestamp),
  }),
  diagnosis: Diagnosis,
  connections: z.array(SupportConnection),
  attempt: z.nullable(SupportAttempt),
  /** The newest start that was refused before it became an attempt, if nothing has come of another since. */
  refusedStart: z.nullable(
    z.object({ code: MessageCode, at: Timestamp, retryAt: z.nullable(Timestamp), requestId: z.nullable(RequestId) }),
  ),
  /** Sign-ins that ended lately, newest first. */
  endedAttempts: z.array(SupportAttempt),
  waits: z.array(Wait),
  codesToday: z.object({ sent: z.int(), allowed: z.int() }),
  logoutsPending: z.int(),
  timeline: z.array(TimelineEntry),
  /** When this look was written down. */
  lookedAt: Timestamp,
});
export type SupportPerson = z.infer<typeof SupportPerson>;
