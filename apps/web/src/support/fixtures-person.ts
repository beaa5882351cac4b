import type { SupportAttempt, SupportConnection, SupportPerson, TimelineEntry } from '@botize/contract';
import { connectionWith, tienda } from '../connect/fixtures.ts';

/** Made-up data for tests and for the workshop: somebody who waits. */

const minutes = (count: number) => new Date(Date.now() + count * 60_000).toISOString();

export const supportAttempt = (change: Partial<SupportAttempt> = {}): SupportAttempt => ({
  id: 'att_0123456789abcdefghijkl',
  reference: 'CN-7K3M-Q2WD',
  revision: 9,
  step: 'phone',
  issue: { code: 'telegram.flood_wait', retryAt: minutes(26.2) },
  code: null,
  createdAt: minutes(-52),
  expiresAt: minutes(68),
  endedAt: null,
  connectionId: null,
  phoneMasked: '+34 ••• ••• 741',
  delivery: 'app',
  resendAt: null,
  triesLeft: null,
  hasQr: false,
  ...change,
});

export const supportConnection = (change: Partial<SupportConnection> = {}): SupportConnection => ({
  ...connectionWith({
    id: 'con_1123456789abcdefghijkl',
    status: 'needs_reconnect',
    reason: 'revoked',
    nextAction: 'reconnect',
    account: tienda,
    lastCheck: { at: minutes(-1_100), outcome: 'revoked' },
  }),
  since: minutes(-1_100),
  diagnosis: { id: 'ended_in_telegram', next: 'send_link', code: null, until: null },
  redeemed: true,
  ...change,
});

export const timelineEntry = (change: Partial<TimelineEntry>): TimelineEntry => ({
  at: minutes(-23),
  action: 'attempt.step',
  actor: 'user',
  staffId: null,
  reference: 'CN-7K3M-Q2WD',
  connectionId: null,
  step: null,
  code: null,
  retryAt: null,
  delivery: null,
  triesLeft: null,
  outcome: null,
  why: null,
  ...change,
});

export const personWith = (change: Partial<SupportPerson> = {}): SupportPerson => ({
  user: {
    id: 'usr_48213',
    label: 'Elena Prieto',
    locale: 'es',
    timeZone: 'Europe/Madrid',
    firstSeenAt: minutes(-90_000),
    lastSeenAt: minutes(-2),
  },
  diagnosis: { id: 'flood_wait', next: 'answer', code: 'telegram.flood_wait', until: minutes(26.2) },
  connections: [supportConnection()],
  attempt: supportAttempt(),
  refusedStart: null,
  endedAttempts: [
    supportAttempt({
      id: 'att_1123456789abcdefghijkl',
      reference: 'CN-1K3M-Q2WD',
      step: 'failed',
      issue: null,
      code: 'telegram.phone_number_unoccupied',
      endedAt: minutes(-4_000),
    }),
  ],
  waits: [
    { id: 'telegram', code: 'telegram.flood_wait', until: minutes(26.2), clearable: false },
    { id: 'codes_for_number', code: 'limit.codes_for_number', until: minutes(900), clearable: true },
  ],
  codesToday: { sent: 3, allowed: 3 },
  logoutsPending: 0,
  timeline: [
    timelineEntry({
      at: minutes(-1),
      action: 'support.looked',
      actor: 'support',
      staffId: 'ana',
    }),
    timelineEntry({
      at: minutes(-23),
      action: 'attempt.refused',
      code: 'telegram.flood_wait',
      retryAt: minutes(26.2),
    }),
    timelineEntry({ at: minutes(-30), action: 'attempt.refused', code: 'telegram.phone_code_invalid', triesLeft: 4 }),
    timelineEntry({ at: minutes(-41), step: 'code', delivery: 'app' }),
    timelineEntry({ at: minutes(-44), step: 'phone' }),
    timelineEntry({ at: minutes(-52), action: 'attempt.started' }),
    timelineEntry({
      at: minutes(-1_500),
      action: 'support.sent_link',
      actor: 'support',
      staffId: 'ana',
      why: 'She asked for it by email.',
    }),
    timelineEntry({
      at: minutes(-1_600),
      action: 'connection.needs_reconnect',
      actor: 'system',
      outcome: 'revoked',
    }),
  ],
  lookedAt: minutes(0),
  ...change,
});
