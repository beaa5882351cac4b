import type { Authorized, SentDelivery, TelegramAccount, TelegramSession } from '../ports/telegram-gateway.ts';

export interface FakeAccount {
  account: TelegramAccount;
  code: string;
  password: string | null;
  delivery: SentDelivery;
  dcId: number;
  needsEmail: boolean;
}
export interface FakeKey {
  session: TelegramSession;
  dcId: number;
  authorized: FakeAccount | null;
  awaitsPassword: FakeAccount | null;
}
/** Everything the fake Telegram knows. */
export interface FakeWorld {
  accounts: Map<string, FakeAccount>;
  keys: Map<TelegramSession, FakeKey>;
  hashes: Map<string, { phone: string; session: TelegramSession }>;
  tokens: Map<string, { session: TelegramSession; approvedBy: FakeAccount | null }>;
  apps: Set<number>;
  tokenLifeMs: number;
  now: () => number;
}

export function settleToken(key: FakeKey, account: FakeAccount): void {
  if (account.password === null) key.authorized = account;
  else key.awaitsPassword = account;
}

export const authorizedAs = ({ account }: FakeAccount): Authorized => ({
  kind: 'authorized',
  account,
  setUpPassword: false,
});
