import type { BrowserSession, Meta } from '@botize/contract';
import { getMeta, getSession, signIn } from '../api/endpoints.ts';

/** What is asked of the server before the first page can be drawn. */
export interface Opening {
  meta: Promise<Meta>;
  session: Promise<BrowserSession | null>;
  /** Whether the session was asked for with a connect link's token, which works once. */
  fromLink: boolean;
}

/**
 * The token of a connect link, from the fragment of the address; it leaves the address and the history at once,
 * before anything is awaited. The token is secret until it is exchanged.
 */
export function takeLinkToken(): string | null {
  const token = new URLSearchParams(window.location.hash.slice(1)).get('t');
  if (token === null) return null;
  window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  return token;
}

export const openSession = (linkToken: string | null): Opening => ({
  meta: getMeta(),
  session: linkToken === null ? getSession() : signIn({ linkToken }),
  fromLink: linkToken !== null,
});
