import type { SupportRow } from '@botize/contract';
import { timestamp } from '../../machine/to-public.ts';
import type { PersonRecord, StaffRow } from '../../ports/support.ts';
import type { Millis } from '../../ports/vault.ts';
import { diagnosis, ofAttempt, ofConnection, ofRefusedStart } from './diagnoses.ts';

const nothing = {
  reference: null,
  connectionId: null,
  account: null,
  phoneMasked: null,
  step: null,
  status: null,
  reason: null,
};

export function showRow(row: StaffRow, now: Millis): SupportRow {
  const common = { ...nothing, userId: row.userId, label: row.label, since: timestamp(row.since), kind: row.kind };
  if (row.kind === 'refused_start')
    return { ...common, step: 'credentials', diagnosis: ofRefusedStart(row.refused, now) };
  if (row.kind === 'attempt') {
    const { reference, connectionId, phoneMasked, step } = row.attempt;
    return { ...common, reference, connectionId, phoneMasked, step, diagnosis: ofAttempt(row.attempt, now) };
  }
  const { connection } = row;
  const { id: connectionId, reference, status, reason, phoneMasked } = connection;
  const account = { name: connection.account.name, username: connection.account.username };
  const shown = { reference, connectionId, status, reason, account, phoneMasked };
  return { ...common, ...shown, diagnosis: ofConnection(connection) };
}

/** Somebody who is known, and of whom there is nothing to see: neither a sign-in nor a connection. */
export const showNothing = (
  person: Pick<PersonRecord, 'userId' | 'label' | 'firstSeenAt'>,
  now: Millis,
): SupportRow => ({
  ...nothing,
  kind: 'attempt',
  userId: person.userId,
  label: person.label,
  since: timestamp(person.firstSeenAt ?? now),
  diagnosis: diagnosis('never_tried'),
});
