import type { ConnectionRecord, ConnectionSecret } from '@botize/login';
import type { Selectable } from 'kysely';
import type { EnvelopeContext } from '../crypto/envelope.ts';
import type { Keyring } from '../crypto/keyring.ts';
import { openJson } from '../crypto/sealed-json.ts';
import type { ConnectionRow } from '../schema.ts';

export type PublicConnectionRow = Omit<
  Selectable<ConnectionRow>,
  'envelope' | 'key_id' | 'phone_fingerprint' | 'redeemed_at' | 'status_since' | 'username_key'
>;

export function connectionContext(row: Pick<ConnectionRow, 'id' | 'user_id' | 'generation'>): EnvelopeContext {
  return { purpose: 'connection', userId: row.user_id, recordId: row.id, generation: [row.generation] };
}

/** @throws EnvelopeError */
export function connectionSecret(keyring: Keyring, row: Omit<ConnectionRow, 'redeemed_at'>): ConnectionSecret {
  return openJson<ConnectionSecret>(keyring, connectionContext(row), row.envelope);
}

export function publicConnectionRow(record: ConnectionRecord): PublicConnectionRow {
  return {
    id: record.id,
    user_id: record.userId,
    reference: record.reference,
    status: record.status,
    reason: record.reason,
    account_id: record.account.id,
    account_name: record.account.name,
    account_username: record.account.username,
    phone_masked: record.phoneMasked,
    connected_at: record.connectedAt,
    last_check_at: record.lastCheck?.at ?? null,
    last_check_outcome: record.lastCheck?.outcome ?? null,
    device_name: record.deviceName,
    generation: record.generation,
    consent_version: record.consent.version,
    consent_locale: record.consent.locale,
    consent_at: record.consent.at,
  };
}

export function connectionRecord(row: PublicConnectionRow): ConnectionRecord {
  return {
    id: row.id,
    userId: row.user_id,
    reference: row.reference,
    status: row.status,
    reason: row.reason,
    account: { id: row.account_id, name: row.account_name, username: row.account_username, phone: null },
    phoneMasked: row.phone_masked,
    connectedAt: row.connected_at,
    lastCheck:
      row.last_check_at === null || row.last_check_outcome === null
        ? null
        : { at: row.last_check_at, outcome: row.last_check_outcome },
    deviceName: row.device_name,
    generation: row.generation,
    consent: { version: row.consent_version, locale: row.consent_locale, at: row.consent_at },
  };
}
