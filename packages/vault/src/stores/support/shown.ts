import { isTerminal, type MessageCode } from '@botize/contract';
import { maskPhone, type AttemptRecord, type SignInState, type Standing } from '@botize/login';
import { fingerprint } from '../../crypto/fingerprint.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { AttemptEventRow, AttemptRow } from '../../schema.ts';

type Shown = Pick<
  AttemptRow,
  | 'issue_code'
  | 'issue_retry_at'
  | 'phone_masked'
  | 'phone_fingerprint'
  | 'delivery'
  | 'resend_at'
  | 'tries_left'
  | 'has_qr'
  | 'standing'
>;

export type ShownEvent = Pick<AttemptEventRow, 'step' | 'code' | 'retry_at' | 'delivery' | 'resend_at' | 'tries_left'>;

function troubleIn(state: SignInState): { code: MessageCode; retryAt: number | null } | null {
  if (state.step === 'failed') return state;
  return 'issue' in state ? state.issue : null;
}

function standingOf(state: SignInState): Standing {
  if (isTerminal(state.step)) return state.step === 'failed' ? 'failed' : 'over';
  return troubleIn(state) === null ? 'trying' : 'stuck';
}

/** What changes in front of a person's eyes; the same again is no news. */
export function eventOf({ signIn: { state } }: AttemptRecord): ShownEvent {
  const trouble = troubleIn(state);
  const sent = state.step === 'code' ? state.sent : null;
  return {
    step: state.step,
    code: trouble?.code ?? null,
    retry_at: trouble?.retryAt ?? null,
    delivery: sent?.delivery.type ?? null,
    resend_at: sent?.next?.at ?? null,
    tries_left: 'triesLeft' in state ? state.triesLeft : null,
  };
}

/** The columns in clear, field by field, so that nothing secret can slip through. */
export function shownOf(keyring: Keyring, record: AttemptRecord): Shown {
  const { state, phone } = record.signIn;
  const { code, retry_at: retryAt, delivery, resend_at: resendAt, tries_left: triesLeft } = eventOf(record);
  return {
    issue_code: code,
    issue_retry_at: retryAt,
    phone_masked: phone === null ? null : maskPhone(phone),
    phone_fingerprint: phone === null ? null : fingerprint(keyring, 'phone', phone),
    delivery,
    resend_at: resendAt,
    tries_left: triesLeft,
    has_qr: state.step === 'phone' && state.qr !== null ? 1 : 0,
    standing: standingOf(state),
  };
}
