import type { Connection } from '@botize/contract';
import type { ConnectionRecord, Millis } from '../ports/vault.ts';
import { publicAccount, timestamp } from './to-public.ts';

/** A connection as its owner may see it. */
export function publicConnection(record: ConnectionRecord, leasedUntil: Millis | null): Connection {
  const { id, reference, status, reason, deviceName, generation, lastCheck } = record;
  return {
    id,
    reference,
    status,
    reason,
    nextAction: nextAction(record),
    account: publicAccount(record.account, record.phoneMasked),
    connectedAt: timestamp(record.connectedAt),
    lastCheck: lastCheck === null ? null : { at: timestamp(lastCheck.at), outcome: lastCheck.outcome },
    deviceName,
    generation,
    leasedUntil: leasedUntil === null ? null : timestamp(leasedUntil),
  };
}

/** A deactivated account is gone: nothing is left to do about it here. */
function nextAction({ status, reason }: ConnectionRecord): Connection['nextAction'] {
  if (status === 'needs_reconnect') return 'reconnect';
  return reason === 'frozen' || reason === 'banned' ? 'appeal_in_telegram' : null;
}
