import type { Advice, MessageCode } from '@botize/contract';
import type { TelegramAccount } from '../ports/telegram-gateway.ts';
import type { RetiredKey } from '../ports/vault.ts';
import type { Context, Effect, Move } from './effects.ts';
import type { OpenIssue, SignIn, SignInState, SignInStateOf } from './sign-in.ts';

/** A QR token may be approved until its end; the clocks of both sides may differ by this much. */
export const lateApprovalMs = 10_000;
export const triesAtMost = 5;

export const stay = (signIn: SignIn, effects: Effect[] = []): Move => ({ signIn, effects });
export const to = (signIn: SignIn, state: SignInState, effects: Effect[] = []): Move => ({
  signIn: { ...signIn, state },
  effects,
});
export const issue = (code: MessageCode, retryAt: number | null = null): OpenIssue => ({ code, retryAt });

type PhoneState = SignInStateOf<'phone'>;
type WithIssue = SignInStateOf<'phone' | 'code' | 'email' | 'password' | 'confirm_account'>;
export const withIssue = (signIn: SignIn, state: WithIssue, found: OpenIssue, effects: Effect[] = []): Move =>
  to(signIn, { ...state, issue: found }, effects);

export function toPhone(signIn: SignIn, found: OpenIssue | null, effects: Effect[] = []): Move & { phone: PhoneState } {
  const { country, phone } = signIn;
  const state: PhoneState = { step: 'phone', issue: found, suggest: null, country, storedPhone: phone, qr: null };
  return { ...to(signIn, state, effects), phone: state };
}

export const toPassword = (signIn: SignIn): Move =>
  to(signIn, { step: 'password', issue: null, hint: null, triesLeft: triesAtMost }, [{ type: 'fetch_hint' }]);

/** Telegram has let us in: keep it, or ask first if a reconnect met somebody else. */
export function authorized(signIn: SignIn, account: TelegramAccount, setUpPassword: boolean, context: Context): Move {
  const advice: Advice[] = setUpPassword ? ['confirm_login', 'set_up_password'] : ['confirm_login'];
  const { expected } = context;
  if (expected !== null && expected.id !== account.id)
    return to(signIn, { step: 'confirm_account', issue: null, found: account, expected, advice });
  return stay(signIn, [{ type: 'finish', account, advice }]);
}

/** Gives the key up. It is never simply forgotten: a token shown for it may yet be approved. */
export function retire(signIn: SignIn, reason: RetiredKey['reason'], now: number): Move {
  const { session, lastTokenExpiresAt } = signIn;
  if (session === null) return stay(signIn);
  const notBefore = Math.max(now, (lastTokenExpiresAt ?? 0) + lateApprovalMs);
  const effect: Effect = { type: 'retire_key', session, reason: notBefore > now ? 'qr_left' : reason, notBefore };
  return stay({ ...signIn, session: null, spareToken: null, lastTokenExpiresAt: null }, [effect]);
}

/** An open code is called off (best effort) whenever its number is given up. */
export function cancelCode({ session, state }: SignIn): Effect[] {
  if (session === null) return [];
  if (state.step === 'code') {
    const { phone, phoneCodeHash } = state.sent;
    return [{ type: 'cancel_code', session, phone, phoneCodeHash }];
  }
  if (state.step === 'email')
    return [{ type: 'cancel_code', session, phone: state.phone, phoneCodeHash: state.phoneCodeHash }];
  return [];
}

/** Ends the attempt without a connection: the key is retired and nothing secret stays behind. */
export function end(signIn: SignIn, state: SignInState, reason: RetiredKey['reason'], now: number): Move {
  const before = cancelCode(signIn);
  const retired = retire(signIn, reason, now);
  return to(withoutSecrets(retired.signIn), state, [...before, ...retired.effects]);
}

export const withoutSecrets = (signIn: SignIn): SignIn => ({
  ...signIn,
  credentials: { apiId: 0, apiHash: '' },
  session: null,
  spareToken: null,
  phone: null,
});

export const fail = (
  signIn: SignIn,
  code: MessageCode,
  restart: SignInStateOf<'failed'>['restart'],
  now: number,
): Move => end(signIn, { step: 'failed', code, retryAt: null, restart }, 'failed', now);
