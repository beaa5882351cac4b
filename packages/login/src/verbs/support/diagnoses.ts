import {
  diagnoseAttempt,
  diagnoseCode,
  diagnoseConnection,
  type Diagnosis,
  type DiagnosisId,
  type MessageCode,
  nextActionOf,
} from '@botize/contract';
import { timestamp } from '../../machine/to-public.ts';
import type { RefusedStart, StaffAttempt, StaffConnection } from '../../ports/support.ts';
import type { Millis } from '../../ports/vault.ts';

/** `until`: a wait that is over is none. */
export function diagnosis(
  id: DiagnosisId,
  { code = null, until = null, now = 0 }: { code?: MessageCode | null; until?: Millis | null; now?: Millis } = {},
): Diagnosis {
  return { id, next: nextActionOf[id], code, until: until === null || until <= now ? null : timestamp(until) };
}

export const ofAttempt = ({ step, code, retryAt, hasQr }: StaffAttempt, now: Millis): Diagnosis =>
  diagnosis(diagnoseAttempt(step, code, hasQr), { code, until: retryAt, now });

export const ofRefusedStart = ({ code, retryAt }: RefusedStart, now: Millis): Diagnosis =>
  diagnosis(diagnoseCode(code), { code, until: retryAt, now });

/** One that could not be asked about lately may be well or not: a check tells. */
export function ofConnection(connection: StaffConnection): Diagnosis {
  const { status, lastCheck } = connection;
  if (status === 'connected' && lastCheck?.outcome === 'unreachable')
    return diagnosis('telegram_unreachable', { code: 'telegram.unreachable' });
  return diagnosis(diagnoseConnection(connection));
}
