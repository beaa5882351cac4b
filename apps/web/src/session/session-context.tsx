import type { BrowserSession, Meta } from '@botize/contract';
import { createContext, useContext } from 'react';
import type { Failure } from '../api/problem.ts';

/** Who sits here, as far as we know. */
export type SessionState =
  | { kind: 'loading' }
  | { kind: 'none' }
  | { kind: 'signed_in'; session: BrowserSession }
  | { kind: 'failed'; failure: Failure };

export interface SessionValue {
  meta: Meta | null;
  state: SessionState;
  /** Takes over a session that was just made, or the end of one. */
  setSession: (session: BrowserSession | null) => void;
}

export const SessionContext = createContext<SessionValue>({
  meta: null,
  state: { kind: 'loading' },
  setSession: () => {},
});

export const useSessionValue = (): SessionValue => useContext(SessionContext);
export const useMeta = (): Meta | null => useContext(SessionContext).meta;

/** The session, for pages that are only shown to somebody signed in. */
export function useSession(): BrowserSession {
  const { state } = useContext(SessionContext);
  if (state.kind !== 'signed_in') throw new Error('Nobody is signed in on this page.');
  return state.session;
}
