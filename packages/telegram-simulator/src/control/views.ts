import type { Account } from '../state/accounts.ts';
import type { Authorization } from '../state/authorizations.ts';
import type { PhoneMessage } from '../state/messages.ts';
import type { State } from '../state/state.ts';

const iso = (at: number): string => new Date(at).toISOString();

export function accountView({ userId, accessHash: _accessHash, createdAt, ...account }: Account) {
  return { ...account, userId: String(userId), hasPassword: account.password !== null, createdAt: iso(createdAt) };
}

export function deviceView({
  authKeyId,
  dcId,
  deviceModel,
  appVersion,
  confirmed,
  passwordPending,
  ...device
}: Authorization) {
  return {
    authKeyId,
    dcId,
    deviceModel,
    appVersion,
    confirmed,
    passwordPending,
    createdAt: iso(device.createdAt),
    activeAt: iso(device.activeAt),
  };
}

/** `codeStatus` says what became of the code in the message; a live one that is past its time has expired. */
export function messageView(state: State, { id, kind, text, code, codeHash, at }: PhoneMessage) {
  const sent = codeHash === null ? null : state.codes.find(codeHash);
  const lapsed = sent?.status === 'live' && sent.expiresAt <= state.clock.now();
  return { id, kind, text, code, codeStatus: lapsed ? 'expired' : (sent?.status ?? null), at: iso(at) };
}

export function codesView(state: State, phone: string) {
  const now = state.clock.now();
  return state.codes
    .list(phone)
    .filter((code) => code.status === 'live' && code.expiresAt > now)
    .map(({ code, delivery, tries, sentAt, expiresAt, authKeyId }) => ({
      code,
      delivery,
      tries,
      authKeyId,
      sentAt: iso(sentAt),
      expiresAt: iso(expiresAt),
    }));
}
