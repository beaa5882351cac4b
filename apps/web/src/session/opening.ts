import type { BrowserSession, Meta } from '@botize/contract';
import { forgetFinished } from '../connect/finished-attempt.ts';
import { getMeta, getSession, signIn } from '../api/endpoints.ts';

/** What is asked of the server before the first page can be drawn. */
export interface Opening {
  meta: Promise<Meta>;
  session: Promise<BrowserSession | null>;
  /** Asks once more with the connect link's token, should the answer have been to wait; null without a link. */
  again: (() => Promise<BrowserSession>) | null;
}

/**
 * The token of a connect link, from the fragment of the address; it leaves the address and the history at once,
 * before anything is awaited. The token is secret until it is exchanged.
 */
export function takeLinkToken(): string | null {
  const token = new URLSearchParams(window.location.hash.slice(1)).get('t');
  if (token === null) return null;
  // A new visit begins at the beginning: the last page of the one before is over.
  forgetFinished();
  window.history.replaceState({ fromLink: true }, '', window.location.pathname + window.location.search);
  return token;
}

const STORAGE_KEY = 'link-nonce';
const fresh = () =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(24))))
    .replaceAll('+', '-')
    .replaceAll('/', '_');

/** What only this tab knows: should the answer get lost, the link opens once more for it, and for nobody else. */
function ownNonce(): string {
  try {
    const nonce = sessionStorage.getItem(STORAGE_KEY) ?? fresh();
    sessionStorage.setItem(STORAGE_KEY, nonce);
    return nonce;
  } catch {
    return fresh();
  }
}

/** The origin that says it shows this page in a frame; the server judges it. */
const embedOrigin = (): { embedOrigin?: string } => {
  const origin = new URLSearchParams(window.location.search).get('embed');
  return origin === null || window.parent === window ? {} : { embedOrigin: origin };
};

export function openSession(linkToken: string | null): Opening {
  const again = linkToken === null ? null : () => signIn({ linkToken, nonce: ownNonce(), ...embedOrigin() });
  return { meta: getMeta(), session: again === null ? getSession() : again(), again };
}
