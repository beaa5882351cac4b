import type { Step } from '../attempt.ts';
import { type CodeGroup, codeGroup } from '../code-groups.ts';
import type { MessageCode } from '../codes.ts';
import type { Connection, ConnectionStatus, StatusReason } from '../connection.ts';
import type { DiagnosisId } from './diagnosis-ids.ts';

/** Every status with every reason; those that can't occur are a sign of something broken. */
const ofConnection = {
  connected: {
    none: 'all_well',
    revoked: 'contradiction',
    expired: 'contradiction',
    duplicated: 'contradiction',
    frozen: 'contradiction',
    deactivated: 'contradiction',
    banned: 'contradiction',
  },
  needs_reconnect: {
    none: 'contradiction',
    revoked: 'ended_in_telegram',
    expired: 'session_ran_out',
    duplicated: 'ended_by_other_use',
    frozen: 'contradiction',
    deactivated: 'contradiction',
    banned: 'contradiction',
  },
  suspended: {
    none: 'contradiction',
    revoked: 'contradiction',
    expired: 'contradiction',
    duplicated: 'contradiction',
    frozen: 'account_frozen',
    deactivated: 'account_deleted',
    banned: 'account_banned',
  },
} as const satisfies Record<ConnectionStatus, Record<StatusReason | 'none', DiagnosisId>>;

/** Every code that an issue, a failure or a refused start may have. */
const ofCode = {
  accountBanned: 'account_banned',
  accountDeleted: 'account_deleted',
  accountFrozen: 'account_frozen',
  codeDropped: 'code_dropped',
  codeExpired: 'code_expired',
  codeMissing: 'code_wrong',
  codeWrong: 'code_wrong',
  emailCodeExpired: 'email_code',
  emailInvalid: 'email_refused',
  emailNotAllowed: 'email_refused',
  emailUnconfirmed: 'email_refused',
  floodWait: 'flood_wait',
  keyDead: 'sign_in_lapsed',
  keyDuplicated: 'ended_by_other_use',
  noOtherDelivery: 'no_other_delivery',
  numberBanned: 'number_banned',
  numberFlood: 'flood_wait',
  numberInvalid: 'number_invalid',
  numberProtected: 'number_protected',
  numberUnknown: 'number_unknown',
  ourSide: 'our_side',
  pairLimited: 'api_pair_limited',
  pairUnknown: 'api_pair_unknown',
  passwordChanged: 'password_changed',
  passwordFlood: 'password_flood',
  passwordMissing: 'password_wrong',
  passwordNeeded: 'at_password',
  passwordReset: 'password_reset',
  passwordTooFresh: 'password_too_fresh',
  passwordWrong: 'password_wrong',
  qrUsed: 'qr_used',
  tryAgain: 'telegram_trouble',
  unknown: 'our_side',
  'request.invalid': 'our_side',
  'request.origin': 'our_side',
  'request.media_type': 'our_side',
  'request.too_large': 'our_side',
  'request.key': 'our_side',
  'request.scope': 'our_side',
  'request.not_found': 'our_side',
  'request.method_not_allowed': 'our_side',
  'session.none': 'signed_out_here',
  'session.dev_disabled': 'our_side',
  'session.forbidden': 'our_side',
  'link.used': 'link_spent',
  'link.expired': 'link_spent',
  'link.return_url': 'our_side',
  'link.code_invalid': 'link_spent',
  'link.no_host': 'our_side',
  'attempt.none': 'page_out_of_date',
  'attempt.not_found': 'page_out_of_date',
  'attempt.open': 'page_out_of_date',
  'attempt.stale_revision': 'page_out_of_date',
  'attempt.command_not_allowed': 'page_out_of_date',
  'attempt.interrupted': 'interrupted',
  'attempt.tries_exhausted': 'code_tries_used_up',
  'attempt.consent_outdated': 'page_out_of_date',
  'attempt.resend_too_early': 'at_code',
  'connection.not_found': 'page_out_of_date',
  'connection.leased': 'held_by_host',
  'connection.no_stored_credentials': 'account_in_doubt',
  'lease.held': 'held_by_host',
  'lease.not_found': 'our_side',
  'lease.not_redeemed': 'our_side',
  'lease.unusable': 'our_side',
  'limit.codes_for_number': 'our_code_limit',
  'limit.codes_for_user': 'our_code_limit',
  'limit.number_busy': 'our_code_limit',
  'limit.number_cooling_down': 'flood_wait',
  'limit.tries_for_number': 'our_try_limit',
  'limit.requests': 'server_trouble',
  'server.busy': 'server_trouble',
  'server.draining': 'server_trouble',
  'server.internal': 'server_trouble',
  'server.not_dialling': 'server_trouble',
  'server.storage': 'server_trouble',
  'support.person_not_found': 'our_side',
  'telegram.unreachable': 'telegram_unreachable',
  'telegram.unknown': 'our_side',
  'telegram.second_migration': 'telegram_trouble',
  'telegram.payment_required': 'payment_required',
} as const satisfies Record<CodeGroup, DiagnosisId>;

/** Where a sign-in stands that has met no trouble. */
const ofStep = {
  phone: 'at_phone',
  code: 'at_code',
  email: 'at_email',
  password: 'at_password',
  confirm_account: 'at_confirm_account',
  connected: 'all_well',
  failed: 'ended_sign_in',
  cancelled: 'ended_sign_in',
  expired: 'ended_sign_in',
} as const satisfies Record<Step, DiagnosisId>;

export const diagnoseCode = (code: MessageCode): DiagnosisId => ofCode[codeGroup(code)];

export const diagnoseConnection = ({ status, reason }: Pick<Connection, 'status' | 'reason'>): DiagnosisId =>
  ofConnection[status][reason ?? 'none'];

/** `code`: of its issue, or of its failure; null where it met no trouble. */
export const diagnoseAttempt = (step: Step, code: MessageCode | null, hasQr = false): DiagnosisId => {
  if (code === null) return step === 'phone' && hasQr ? 'at_qr' : ofStep[step];
  const cause = diagnoseCode(code);
  // After too many codes one is back at the number; what ends a sign-in for good is too many passwords.
  const byPassword = step === 'password' || step === 'failed';
  if (byPassword && cause === 'code_tries_used_up') return 'our_try_limit';
  return cause;
};
