import type { ActivityAction, CheckOutcome, ConnectionStatus, StatusReason } from '@botize/contract';
import type { CallResult } from '../ports/telegram-gateway.ts';

/** Telegram's ways of saying that a session is over, and why. */
const reasons: Readonly<Record<string, StatusReason>> = {
  AUTH_KEY_UNREGISTERED: 'revoked',
  AUTH_KEY_INVALID: 'revoked',
  AUTH_KEY_PERM_EMPTY: 'revoked',
  SESSION_REVOKED: 'revoked',
  SESSION_PASSWORD_NEEDED: 'revoked',
  SESSION_EXPIRED: 'expired',
  AUTH_KEY_DUPLICATED: 'duplicated',
  USER_DEACTIVATED: 'deactivated',
  USER_DEACTIVATED_BAN: 'banned',
  FROZEN_METHOD_INVALID: 'frozen',
};

/** What a check has found. Whatever says nothing about the session counts as unreachable. */
export function outcomeOfCheck(result: CallResult<unknown>): CheckOutcome {
  if (result.kind === 'answer') return 'ok';
  if (result.kind !== 'refused') return 'unreachable';
  return reasonOf(result.error) ?? 'unreachable';
}

/** Null for an error that says nothing about the session; the host's reports are judged by it as well. */
export const reasonOf = ({ name, status }: { name: string; status: number }): StatusReason | null => {
  if (name === 'TRANSPORT_ERROR_404' || status === -404) return 'revoked';
  return Object.hasOwn(reasons, name) ? (reasons[name] ?? null) : null;
};

/** How the audit calls a change to this status. */
export const actionOf = (status: ConnectionStatus): ActivityAction =>
  status === 'connected' ? 'connection.recovered' : `connection.${status}`;

export function statusAfter(
  before: { status: ConnectionStatus; reason: StatusReason | null },
  outcome: CheckOutcome,
): { status: ConnectionStatus; reason: StatusReason | null } {
  switch (outcome) {
    case 'ok':
      return { status: 'connected', reason: null };
    case 'unreachable':
      return { status: before.status, reason: before.reason };
    case 'revoked':
    case 'expired':
    case 'duplicated':
      return { status: 'needs_reconnect', reason: outcome };
    case 'frozen':
    case 'deactivated':
    case 'banned':
      return { status: 'suspended', reason: outcome };
  }
}
