import { randomBytes } from 'node:crypto';
import type { Locale, Role } from '@botize/contract';
import type { Clock } from '@botize/login';

export interface BrowserUser {
  id: string;
  label: string;
  role: Role;
}

/** What a browser session is for: one's own connections, or what the host sent the user here to do. */
export interface SignInPurpose {
  user: BrowserUser;
  connectionId: string | null;
  returnUrl: string | null;
  locale: Locale | null;
  /** The connect link that was opened. */
  linkId?: string | null;
  /** The origin of the page that shows ours in a frame. */
  embedOrigin?: string | null;
  /** Of staff: whose page the host sent them to. */
  subjectId?: string | null;
}

/** Times are epoch milliseconds. */
export interface BrowserSessionRecord extends SignInPurpose {
  createdAt: number;
  expiresAt: number;
}

/** `id` is what the cookie carries: a SECRET, to be stored as a keyed hash only. */
export interface BrowserSessionStore {
  create(id: string, record: BrowserSessionRecord): Promise<void>;
  /** Null for unknown and for expired ones alike. */
  find(id: string, now: number): Promise<BrowserSessionRecord | null>;
  delete(id: string): Promise<void>;
}

export interface SignedIn extends BrowserSessionRecord {
  /** Secret. */
  id: string;
}

export interface BrowserSessions {
  /** Always under a fresh id, so that an id planted before is worth nothing; the previous one is dead. */
  signIn(purpose: SignInPurpose, previousId: string | null): Promise<SignedIn>;
  find(id: string): Promise<SignedIn | null>;
  signOut(id: string): Promise<void>;
  /** Calls back when the session is signed out here; returns the way to stop listening. */
  whenSignedOut(id: string, listener: () => void): () => void;
}

export const browserSessionSeconds = 12 * 60 * 60;

/** 256 random bits as base64url. */
const freshId = () => randomBytes(32).toString('base64url');
export const looksLikeSessionId = (value: string) => /^[A-Za-z0-9_-]{43}$/.test(value);

export const createBrowserSessions = (deps: { store: BrowserSessionStore; clock: Clock }): BrowserSessions => {
  const listeners = new Map<string, Set<() => void>>();

  const signOut = async (id: string) => {
    await deps.store.delete(id);
    for (const listener of listeners.get(id) ?? []) listener();
  };

  return {
    signOut,
    signIn: async (purpose, previousId) => {
      const now = deps.clock.now();
      const record = { ...purpose, createdAt: now, expiresAt: now + browserSessionSeconds * 1000 };
      const id = freshId();
      await deps.store.create(id, record);
      if (previousId !== null) await signOut(previousId);
      return { id, ...record };
    },
    find: async (id) => {
      if (!looksLikeSessionId(id)) return null;
      const record = await deps.store.find(id, deps.clock.now());
      return record && { id, ...record };
    },
    whenSignedOut: (id, listener) => {
      const all = listeners.get(id) ?? new Set();
      listeners.set(id, all.add(listener));
      return () => {
        all.delete(listener);
        if (all.size === 0) listeners.delete(id);
      };
    },
  };
};
