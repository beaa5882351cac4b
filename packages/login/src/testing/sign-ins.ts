import type { TelegramAccount } from '../ports/telegram-gateway.ts';
import type { SignIn, SignInState, SignInStateOf } from '../machine/sign-in.ts';

export const bob: TelegramAccount = { id: '777000001', name: 'Bob', username: 'bob', phone: '+34612345678' };
export const eve: TelegramAccount = { id: '777000002', name: 'Eve', username: null, phone: '+34687654321' };
/** The moment of every table test, epoch milliseconds. */
export const now = Date.UTC(2026, 10, 22, 10);

export const onPhone: SignInStateOf<'phone'> = {
  step: 'phone',
  issue: null,
  suggest: null,
  country: 'ES',
  storedPhone: null,
  qr: null,
};
export const withQr: SignInStateOf<'phone'> = {
  ...onPhone,
  qr: { token: 'dG9rZW4', expiresAt: now + 30_000, paused: false },
};
export const onCode: SignInStateOf<'code'> = {
  step: 'code',
  issue: null,
  suggest: null,
  triesLeft: 5,
  sent: {
    phone: '+34612345678',
    phoneCodeHash: 'hash-1',
    delivery: { type: 'app', length: 5 },
    next: { type: 'sms', at: now + 60_000 },
  },
};
export const onEmail: SignInStateOf<'email'> = {
  step: 'email',
  issue: null,
  phone: '+34612345678',
  phoneCodeHash: 'hash-1',
};
export const onPassword: SignInStateOf<'password'> = { step: 'password', issue: null, hint: 'pet', triesLeft: 5 };
export const onConfirm: SignInStateOf<'confirm_account'> = {
  step: 'confirm_account',
  issue: null,
  found: eve,
  expected: bob,
  advice: ['confirm_login'],
};

export const signInAt = (state: SignInState, more: Partial<SignIn> = {}): SignIn => ({
  credentials: { apiId: 12345, apiHash: '0123456789abcdef0123456789abcdef' },
  session: 'session-1',
  spareToken: null,
  lastTokenExpiresAt: state.step === 'phone' && state.qr !== null ? state.qr.expiresAt : null,
  phone: state.step === 'phone' ? null : '+34612345678',
  country: 'ES',
  state,
  ...more,
});
