import { isTerminal } from '@botize/contract';
import type { AttemptRecord, Millis } from '@botize/login';
import type { EnvelopeContext } from '../crypto/envelope.ts';
import type { Keyring } from '../crypto/keyring.ts';
import { openJson, sealJson } from '../crypto/sealed-json.ts';
import type { AttemptRow } from '../schema.ts';
import { shownOf } from './support/shown.ts';

type SecretPart = Pick<AttemptRecord, 'signIn' | 'replay'>;

export function attemptContext(row: Pick<AttemptRow, 'id' | 'user_id' | 'revision' | 'event_id'>): EnvelopeContext {
  return { purpose: 'attempt', userId: row.user_id, recordId: row.id, generation: [row.revision, row.event_id] };
}

/** Sealed under a fresh data key each time. `now`: since when it is in its state, and ended if that is the end. */
export function attemptRow(keyring: Keyring, record: AttemptRecord, now: Millis): AttemptRow {
  const secret: SecretPart = { signIn: record.signIn, replay: record.replay };
  const { step } = record.signIn.state;
  const row = {
    id: record.id,
    user_id: record.userId,
    reference: record.reference,
    revision: record.revision,
    event_id: record.eventId,
    step,
    created_at: record.createdAt,
    expires_at: record.expiresAt,
    ended_at: isTerminal(step) ? now : null,
    connection_id: record.connectionId,
    link_id: record.linkId ?? null,
    consent_version: record.consent.version,
    consent_locale: record.consent.locale,
    consent_at: record.consent.at,
    intent_command: record.intent?.command ?? null,
    intent_at: record.intent?.at ?? null,
    intent_fingerprint: record.intent?.fingerprint ?? null,
    ...shownOf(keyring, record),
    state_since: now,
  };
  return { ...row, key_id: keyring.activeId, envelope: sealJson(keyring, attemptContext(row), secret) };
}

/** @throws EnvelopeError */
export function attemptRecord(keyring: Keyring, row: AttemptRow): AttemptRecord {
  const secret = openJson<SecretPart>(keyring, attemptContext(row), row.envelope);
  return {
    id: row.id,
    userId: row.user_id,
    reference: row.reference,
    revision: row.revision,
    eventId: row.event_id,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    connectionId: row.connection_id,
    ...(row.link_id === null ? {} : { linkId: row.link_id }),
    consent: { version: row.consent_version, locale: row.consent_locale, at: row.consent_at },
    intent:
      row.intent_command === null || row.intent_at === null
        ? null
        : { command: row.intent_command, at: row.intent_at, fingerprint: row.intent_fingerprint },
    signIn: secret.signIn,
    replay: secret.replay,
  };
}
