import type { Credentials } from '@botize/contract';
import { issueOf, kindOf } from '../machine/refusals.ts';
import type { KeyInUse, LoginTokenAnswer, TelegramError, TelegramSession } from '../ports/telegram-gateway.ts';
import { Refusal } from '../ports/world.ts';
import type { SignInDeps } from './deps.ts';

export interface CheckedCredentials {
  session: TelegramSession;
  spareToken: { token: string; expiresAt: number } | null;
  country: string | null;
}

const countryMs = 3_000;

/**
 * A fresh key, and a login token on it as the check. Nobody has seen that token, so the key can't be authorised
 * before the caller has stored it.
 * @throws Refusal telegram.*: then the client is closed and nothing is left
 */
export async function checkCredentials(
  deps: SignInDeps,
  { key, credentials }: { key: string; credentials: Credentials },
  signal: AbortSignal,
): Promise<CheckedCredentials> {
  const { gateway, clock } = deps;
  try {
    const opened = await gateway.openKey({ key, credentials, dcId: null }, signal);
    if (opened.kind === 'refused') throw refusal(opened.error, clock.now());
    if (opened.kind === 'unreachable') throw new Refusal('telegram.unreachable');
    const on = { key, credentials, session: opened.session };
    const { session, answer } = await exportToken(deps, on, signal);
    const spareToken = answer.kind === 'token' ? { token: answer.token, expiresAt: answer.expiresAt } : null;
    return { session, spareToken, country: await nearestCountry(deps, { ...on, session }, signal) };
  } catch (error) {
    await gateway.release(key);
    throw error;
  }
}

async function exportToken(
  { gateway, clock }: SignInDeps,
  on: KeyInUse,
  signal: AbortSignal,
): Promise<{ session: TelegramSession; answer: LoginTokenAnswer }> {
  const first = await gateway.call(on, 'exportLoginToken', {}, signal);
  const session = first.kind === 'migrated' ? first.session : on.session;
  const result =
    first.kind === 'migrated' ? await gateway.call({ ...on, session }, 'exportLoginToken', {}, signal) : first;
  switch (result.kind) {
    case 'answer':
      return { session, answer: result.answer };
    case 'refused':
      throw refusal(result.error, clock.now());
    case 'migrated':
      throw new Refusal('telegram.second_migration');
    case 'unreachable':
    case 'unknown':
      throw new Refusal('telegram.unreachable');
  }
}

/** Telegram's own trouble is not the credentials' fault. */
function refusal(error: TelegramError, now: number): Refusal {
  if (kindOf(error) === 'doubtful') return new Refusal('telegram.unreachable');
  const { code, retryAt } = issueOf(error, now);
  return new Refusal(code, { retryAt });
}

/** A convenience: it may fail, and it may not keep anybody waiting. */
async function nearestCountry({ gateway }: SignInDeps, on: KeyInUse, signal: AbortSignal): Promise<string | null> {
  const atMost = AbortSignal.any([signal, AbortSignal.timeout(countryMs)]);
  const result = await gateway.call(on, 'nearestCountry', {}, atMost);
  const country = result.kind === 'answer' ? (result.answer.country?.toUpperCase() ?? null) : null;
  return country !== null && /^[A-Z]{2}$/.test(country) ? country : null;
}
